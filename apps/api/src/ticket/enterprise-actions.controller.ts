import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '@zhuqi/domain';
import { CurrentActor, IfMatch, validated } from '../edge';
import { ActionRoute, TicketId } from './action-route';
import { TicketActions } from './ticket-actions';
import { ConfirmDto, ReasonDto, TextDto } from './ticket.dto';
import type { TicketView } from './ticket.view';

@ApiTags('企业的动作')
@Controller('tickets/:id')
export class EnterpriseActionsController {
  constructor(private readonly actions: TicketActions) {}

  @ActionRoute('supplyInfo', '补充材料', TextDto)
  supplyInfo(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'supplyInfo',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(TextDto, body),
    });
  }

  @ActionRoute('confirm', '企业确认解决并销号', ConfirmDto)
  confirm(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'confirm',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(ConfirmDto, body),
    });
  }

  @ActionRoute('dispute', '企业不认可，继续办理', ReasonDto)
  dispute(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'dispute',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(ReasonDto, body),
    });
  }

  @ActionRoute('withdraw', '撤回', ReasonDto)
  withdraw(
    @TicketId() ticketId: string,
    @CurrentActor() actor: PersonActor,
    @IfMatch() version: number | undefined,
    @Body() body: unknown,
  ): Promise<TicketView> {
    return this.actions.take({
      action: 'withdraw',
      ticketId,
      actor,
      expectedVersion: version,
      input: () => validated(ReasonDto, body),
    });
  }
}
