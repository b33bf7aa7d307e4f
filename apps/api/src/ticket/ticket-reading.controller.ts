import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { seesSubmitter, ShowTicket } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import type { FastifyReply } from 'fastify';
import { Can, CurrentActor, etagOf, ParseId } from '../edge';
import { eventView } from './ticket-reading.mapper';
import { TicketPresenter } from './ticket-presenter';
import { TicketView, TimelineView } from './ticket.view';

@ApiTags('诉求')
@ApiBearerAuth()
@Controller('tickets/:id')
export class TicketReadingController {
  constructor(
    private readonly tickets: ShowTicket,
    private readonly presenter: TicketPresenter,
  ) {}

  @Get()
  @Can('ticket.read')
  @ApiOperation({ summary: '查看一件诉求' })
  async one(
    @Param('id', ParseId) id: string,
    @CurrentActor() actor: PersonActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketView> {
    const { ticket, now } = await this.tickets.execute(id, actor);
    void reply.header('etag', etagOf(ticket.version)); // here, because an interceptor costs the busiest route a tenth
    return this.presenter.present(ticket, actor, now);
  }

  @Get('timeline')
  @Can('ticket.read')
  @ApiOperation({ summary: '时间线：按发生顺序的全部事件' })
  async timeline(
    @Param('id', ParseId) id: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<TimelineView> {
    const { ticket, events } = await this.tickets.timeline(id, actor);
    const told = seesSubmitter(actor, ticket);
    return { items: events.map((event) => eventView(event, told)), nextCursor: null };
  }
}
