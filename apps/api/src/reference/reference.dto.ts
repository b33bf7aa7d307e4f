import { UNIT_KINDS, type UnitKind } from '@zhuqi/application';
import { ROLES, type Role } from '@zhuqi/domain';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { PageDto } from '../edge';

/** 单位列表的筛选 */
export class UnitListDto extends PageDto {
  @IsOptional()
  @IsIn(UNIT_KINDS)
  kind?: UnitKind;

  /** 六位行政区划代码 */
  @IsOptional()
  @Matches(/^\d{6}$/)
  regionCode?: string;
}

/** 人员列表的筛选 */
export class PeopleListDto extends PageDto {
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsIn(ROLES)
  role?: Role;
}
