import { ApiPropertyOptional } from '@nestjs/swagger';
import { ESCALATION_STATES, type EscalationState } from '@zhuqi/application';
import { IsIn, IsOptional } from 'class-validator';
import { PageDto } from '../edge';

/** 提级队列的筛选 */
export class EscalationListDto extends PageDto {
  /** open 未答复（默认）| done 已答复或已结束 */
  @ApiPropertyOptional()
  @IsOptional()
  @IsIn(ESCALATION_STATES)
  state: EscalationState = 'open';
}
