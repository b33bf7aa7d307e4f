import { ApiPropertyOptional } from '@nestjs/swagger';
import { HANDOVER_STATES, type HandoverState } from '@zhuqi/application';
import type { Day } from '@zhuqi/domain';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsDay, PageDto, NotBlank } from '../edge';
import { InLowerCase } from '../ticket/lower-case';

/** 岗位交接 */
export class HandoverDto {
  /** 交出岗位的人员 */
  @InLowerCase()
  @IsUUID()
  fromPersonId: string;

  /** 接替人：同地区、同岗位；单位经办须为同一单位 */
  @InLowerCase()
  @IsUUID()
  toPersonId: string;

  /** 生效日期（工作日历上的日期）：今天即时生效，以后的日期到时自动办理 */
  @IsDay()
  effectiveOn: Day;

  /** 交接原因 */
  @IsString()
  @Length(1, 500)
  @NotBlank()
  reason: string;

  /** 该人员离岗：生效时停用其帐号 */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IsOptional()
  @IsBoolean()
  leaves = false;

  /** 接替人的包保数量超过上限时仍然移交 */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IsOptional()
  @IsBoolean()
  overCapacity = false;
}

/** 交接列表的筛选 */
export class HandoverListDto extends PageDto {
  /** planned 计划中 | done 已生效 | cancelled 已取消 */
  @IsOptional()
  @IsIn(HANDOVER_STATES)
  state?: HandoverState;
}
