import { ORPHAN_KIND_NAMES, type OrphanKind } from '@zhuqi/application';
import { IsIn, IsOptional } from 'class-validator';

/** 无主事项的筛选 */
export class OrphanListDto {
  /** 种类，不填为全部 */
  @IsOptional()
  @IsIn(ORPHAN_KIND_NAMES)
  kind?: OrphanKind;
}
