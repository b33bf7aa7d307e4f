import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Directory, refuse, ShowTicket, TakeAction } from '@zhuqi/application';
import { pendingRequest, type PersonActor, type TicketRequest } from '@zhuqi/domain';
import type { FastifyReply } from 'fastify';
import { Can, CurrentActor, etagOf, ParseId, validated } from '../edge';
import { ActionRoute, ChangesTicket } from './action-route';
import { ActionRoutes } from './action-table';
import { CurrentErrand, type Errand } from './errand';
import { RequestDto, RulingDto } from './request.dto';
import { requestView } from './request.mapper';
import { RequestMadeView, RequestsView, RequestView } from './request.view';
import { TicketActions } from './ticket-actions';
import { EmptyDto } from './ticket.dto';
import type { TicketView } from './ticket.view';

@ApiTags('申请与裁定')
@ApiBearerAuth()
@Controller('tickets/:id')
@ActionRoutes({ recall: { summary: '撤回待裁定的申请', dto: EmptyDto } })
export class RequestsController {
  constructor(
    readonly actions: TicketActions,
    private readonly takeAction: TakeAction,
    private readonly tickets: ShowTicket,
    private readonly directory: Directory,
  ) {}

  @Post('requests')
  @ChangesTicket('request', { summary: '提出申请：退回、延期、挂起、降级', dto: RequestDto })
  @ApiCreatedResponse({ type: RequestMadeView })
  async request(
    @CurrentErrand() { body, ...errand }: Errand,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestMadeView> {
    const input = (): RequestDto => validated(RequestDto, body);
    const { ticket } = await this.takeAction.execute({ action: 'request', ...errand, input });
    const made = pendingRequest(ticket.requests) ?? unknownRequest();
    const location = `/api/v1/tickets/${ticket.id}/requests/${made.id}`;
    void reply.header('location', location).header('etag', etagOf(ticket.version));
    return { ...(await requestView(made, this.directory)), ticketVersion: ticket.version };
  }

  @ActionRoute('rule', { summary: '裁定一项申请', dto: RulingDto, path: 'requests/:requestId/ruling' })
  ruling(
    @CurrentErrand() { body, ...errand }: Errand,
    @Param('requestId', ParseId) requestId: string,
  ): Promise<TicketView> {
    const input = () => ({ requestId, ...validated(RulingDto, body) });
    return this.actions.take({ action: 'rule', requestId, ...errand, input });
  }

  @Get('requests')
  @Can('ticket.read')
  @ApiOperation({ summary: '一件诉求的全部申请，最近的在后；企业看不到' })
  async all(
    @Param('id', ParseId) ticketId: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<RequestsView> {
    const requests = await this.requestsOf(ticketId, actor);
    const items = await Promise.all(requests.map((request) => requestView(request, this.directory)));
    return { items, nextCursor: null };
  }

  @Get('requests/:requestId')
  @Can('ticket.read')
  @ApiOperation({ summary: '查看一项申请' })
  async one(
    @Param('id', ParseId) ticketId: string,
    @Param('requestId', ParseId) requestId: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<RequestView> {
    const requests = await this.requestsOf(ticketId, actor);
    const found = requests.find(({ id }) => id === requestId) ?? unknownRequest();
    return requestView(found, this.directory);
  }

  /** Requests are the inside's own affair: for the enterprise there are none. */
  private async requestsOf(ticketId: string, actor: PersonActor): Promise<readonly TicketRequest[]> {
    const { ticket } = await this.tickets.execute(ticketId, actor);
    return actor.enterpriseId === null ? ticket.requests : [];
  }
}

const unknownRequest = (): never => refuse('request.not_found', '该诉求没有这项申请');
