import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActionRoutes } from './action-table';
import { CancelConferenceDto, ConcludeDto, ConveneDto, FinishFollowUpDto } from './conference.dto';
import { TicketActions } from './ticket-actions';

@ApiTags('一事一议')
@Controller('tickets/:id')
@ActionRoutes({
  convene: { summary: '召集会商（一事一议）', dto: ConveneDto },
  conclude: { summary: '录入会商纪要、决定与后续事项', dto: ConcludeDto },
  cancelConference: { summary: '取消会商', dto: CancelConferenceDto },
  finishFollowUp: { summary: '落实一项后续事项', dto: FinishFollowUpDto },
})
export class ConferenceActionsController {
  constructor(readonly actions: TicketActions) {}
}
