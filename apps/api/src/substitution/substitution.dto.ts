import { SUBSTITUTION_STATES, type SubstitutionState } from '@zhuqi/application';
import type { Day } from '@zhuqi/domain';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsDay, PageDto, NotBlank } from '../edge';
import { InLowerCase } from '../ticket/lower-case';

/** 代班 */
export class SubstitutionDto {
  /** 不在岗的人员 */
  @InLowerCase()
  @IsUUID()
  personId: string;

  /** 代班人：同地区、同岗位；单位经办须为同一单位 */
  @InLowerCase()
  @IsUUID()
  substituteId: string;

  /** 第一天，不早于今天 */
  @IsDay()
  from: Day;

  /** 最后一天，含当日 */
  @IsDay()
  to: Day;

  /** 原因 */
  @IsString()
  @Length(1, 500)
  @NotBlank()
  reason: string;
}

/** 代班列表的筛选 */
export class SubstitutionListDto extends PageDto {
  /** current 今天有效 | coming 尚未开始 | past 已结束 */
  @IsOptional()
  @IsIn(SUBSTITUTION_STATES)
  state?: SubstitutionState;
}
