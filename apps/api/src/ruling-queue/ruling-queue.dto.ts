import { ApiPropertyOptional } from '@nestjs/swagger';
import { RULING_STATES, type RulingState } from '@zhuqi/application';
import { REQUEST_KINDS, type RequestKind } from '@zhuqi/domain';
import { IsIn, IsOptional } from 'class-validator';
import { PageDto } from '../edge';

/** 裁定队列的筛选 */
export class RulingQueueDto extends PageDto {
  /** pending 待我裁定（默认）| ruled 我已裁定 */
  @ApiPropertyOptional()
  @IsOptional()
  @IsIn(RULING_STATES)
  state: RulingState = 'pending';

  /** return 退回 | extension 延期 | suspension 挂起 | downgrade 降级 */
  @IsOptional()
  @IsIn(REQUEST_KINDS)
  kind?: RequestKind;
}
