import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '@zhuqi/domain';
import { CurrentActor, IfMatch, validated } from '../edge';
import { ActionRoute, TicketId } from './action-route';
import { TicketActions } from './ticket-actions';
import { CommentDto, SuperviseDto, TextDto, UrgeDto } from './ticket.dto';
import type { TicketView } from './ticket.view';

@ApiTags('催办、督办、批示与备注')
@Controller('tickets/:id')
export class RemarkActionsController {
  constructor(private readonly actions: TicketActions) {}

  @ActionRoute('urge', '催办', UrgeDto)
  urge(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'urge',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(UrgeDto, body),
    });
  }

  @ActionRoute('supervise', '督办', SuperviseDto)
  supervise(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'supervise',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(SuperviseDto, body),
    });
  }

  @ActionRoute('instruct', '批示', TextDto)
  instruct(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'instruct',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(TextDto, body),
    });
  }

  @ActionRoute('comment', '备注或进展', CommentDto)
  comment(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'comment',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(CommentDto, body),
    });
  }
}
