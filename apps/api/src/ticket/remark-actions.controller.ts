import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActionRoutes } from './action-table';
import { TicketActions } from './ticket-actions';
import { CommentDto, SuperviseDto, TextDto, UrgeDto } from './ticket.dto';

@ApiTags('催办、督办、批示与备注')
@Controller('tickets/:id')
@ActionRoutes({
  urge: { summary: '催办', dto: UrgeDto },
  supervise: { summary: '督办', dto: SuperviseDto },
  instruct: { summary: '批示', dto: TextDto },
  comment: { summary: '备注或进展', dto: CommentDto },
})
export class RemarkActionsController {
  constructor(readonly actions: TicketActions) {}
}
