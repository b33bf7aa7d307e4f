import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActionRoutes } from './action-table';
import { AssistDto, OpinionDto, ReleaseDto } from './assist.dto';
import { TicketActions } from './ticket-actions';

@ApiTags('协办')
@Controller('tickets/:id')
@ActionRoutes({
  assist: { summary: '会办：请一个单位限期出具书面意见', dto: AssistDto },
  giveOpinion: { summary: '出具协办意见', dto: OpinionDto },
  release: { summary: '解除协办', dto: ReleaseDto },
})
export class AssistActionsController {
  constructor(readonly actions: TicketActions) {}
}
