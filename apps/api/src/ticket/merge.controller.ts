import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MergeTickets } from '@zhuqi/application';
import { validated } from '../edge';
import { ActionRoute } from './action-route';
import { CurrentErrand, type Errand } from './errand';
import { MergeDto } from './merge.dto';
import { TicketActions } from './ticket-actions';
import { EmptyDto } from './ticket.dto';
import type { TicketView } from './ticket.view';

@ApiTags('并案')
@Controller('tickets/:id')
export class MergeController {
  constructor(
    private readonly mergeTickets: MergeTickets,
    private readonly actions: TicketActions,
  ) {}

  @ActionRoute('merge', { summary: '并入另一件诉求', dto: MergeDto })
  async merge(@CurrentErrand() { body, ...errand }: Errand): Promise<TicketView> {
    const input = (): MergeDto => validated(MergeDto, body);
    return this.actions.shown(await this.mergeTickets.merge({ ...errand, input }), errand.actor);
  }

  @ActionRoute('unmerge', { summary: '拆分并案，回到并案前的状态', dto: EmptyDto })
  async unmerge(@CurrentErrand() { body, ...errand }: Errand): Promise<TicketView> {
    const input = (): EmptyDto => validated(EmptyDto, body);
    return this.actions.shown(await this.mergeTickets.unmerge({ ...errand, input }), errand.actor);
  }
}
