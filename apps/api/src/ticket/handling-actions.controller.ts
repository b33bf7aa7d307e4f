import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '@zhuqi/domain';
import { CurrentActor, IfMatch, validated } from '../edge';
import { ActionRoute, TicketId } from './action-route';
import { TicketActions } from './ticket-actions';
import {
  AnswerDto,
  CloseDto,
  ContactDto,
  DispatchDto,
  EmptyDto,
  ReasonDto,
  RejectDto,
  RequestInfoDto,
} from './ticket.dto';
import type { TicketView } from './ticket.view';

@ApiTags('诉求办理')
@Controller('tickets/:id')
export class HandlingActionsController {
  constructor(private readonly actions: TicketActions) {}

  @ActionRoute('accept', '受理', EmptyDto)
  accept(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'accept',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(EmptyDto, body),
    });
  }

  @ActionRoute('reject', '不予受理', RejectDto)
  reject(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'reject',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(RejectDto, body),
    });
  }

  @ActionRoute('dispatch', '交办', DispatchDto)
  dispatch(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'dispatch',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(DispatchDto, body),
    });
  }

  @ActionRoute('claim', '认领', EmptyDto)
  claim(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'claim',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(EmptyDto, body),
    });
  }

  @ActionRoute('contact', '首次联系', ContactDto)
  contact(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'contact',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(ContactDto, body),
    });
  }

  @ActionRoute('requestInfo', '一次性告知需补充的材料', RequestInfoDto)
  requestInfo(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'requestInfo',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(RequestInfoDto, body),
    });
  }

  @ActionRoute('answer', '答复：责任单位、解决路径、办理结果', AnswerDto)
  answer(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'answer',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(AnswerDto, body),
    });
  }

  @ActionRoute('escalate', '提级', ReasonDto)
  escalate(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'escalate',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(ReasonDto, body),
    });
  }

  @ActionRoute('close', '回访后销号', CloseDto)
  close(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'close',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(CloseDto, body),
    });
  }
}
