import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Directory, RuleBook, seesSubmitter, ShowTicket } from '@zhuqi/application';
import { chainReport, explainClock, type PersonActor } from '@zhuqi/domain';
import type { FastifyReply } from 'fastify';
import { Can, CurrentActor, etagOf, ParseId } from '../edge';
import { chainView, eventView, explanationView } from './ticket-reading.mapper';
import { TicketPresenter } from './ticket-presenter';
import { ChainView, ExplanationView, TicketView, TimelineView } from './ticket.view';

@ApiTags('诉求')
@ApiBearerAuth()
@Controller('tickets/:id')
export class TicketReadingController {
  constructor(
    private readonly tickets: ShowTicket,
    private readonly presenter: TicketPresenter,
    private readonly rules: RuleBook,
    private readonly directory: Directory,
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

  @Get('chain')
  @Can('ticket.read')
  @ApiOperation({ summary: '责任链：每一环占用与超出的工作时间，合计等于全程' })
  async chain(@Param('id', ParseId) id: string, @CurrentActor() actor: PersonActor): Promise<ChainView> {
    const { ticket, now } = await this.tickets.execute(id, actor);
    const calendar = await this.rules.calendar(ticket.regionCode);
    return chainView(chainReport(ticket, calendar, now), this.directory);
  }

  @Get('clocks/:clockId/explain')
  @Can('ticket.read')
  @ApiOperation({ summary: '解释一只时钟的到期时间：逐段相加等于时限' })
  async explain(
    @Param('id', ParseId) id: string,
    @Param('clockId', ParseId) clockId: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<ExplanationView> {
    const { ticket, clock, now } = await this.tickets.clock(id, clockId, actor);
    return explanationView(explainClock(clock, await this.rules.calendar(ticket.regionCode), now));
  }
}
