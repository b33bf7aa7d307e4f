import { ApiPropertyOptional } from '@nestjs/swagger';
import { CONFERENCE_QUEUES, type ConferenceQueue } from '@zhuqi/application';
import { IsIn, IsOptional } from 'class-validator';
import { PageDto } from '../edge';

/** 会商列表的筛选 */
export class ConferenceListDto extends PageDto {
  /** planned 待召开（默认）| concluded 已形成决定 | followUpsOpen 后续事项待落实 */
  @ApiPropertyOptional()
  @IsOptional()
  @IsIn(CONFERENCE_QUEUES)
  state: ConferenceQueue = 'planned';
}
