import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TicketList } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, pageRequest, pageView } from '../edge';
import { TicketListDto } from './ticket-list.dto';
import { TicketPageView, ticketSummaryView } from './ticket-summary.view';

/** Tickets within the caller's scope. */
@ApiTags('诉求')
@ApiBearerAuth()
@Controller('tickets')
export class TicketListController {
  constructor(private readonly tickets: TicketList) {}

  @Get()
  @Can('ticket.read')
  @ApiOperation({ summary: '诉求列表：本人可见范围内，按条件筛选' })
  async list(@CurrentActor() actor: PersonActor, @Query() query: TicketListDto): Promise<TicketPageView> {
    const { limit: _limit, cursor: _cursor, total: _total, sort, status, ...filter } = query;
    const page = await this.tickets.page(actor, {
      ...pageRequest(query),
      sort,
      filter: { ...filter, ...(status === undefined ? {} : { statuses: status }) },
    });
    return pageView(page, ticketSummaryView);
  }
}
