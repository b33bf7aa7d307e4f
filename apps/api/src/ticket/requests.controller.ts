import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Directory, RaiseRequest, refuse, ShowTicket, type TicketAt } from '@zhuqi/application';
import { pendingRequest, type PersonActor, type Ticket, type TicketRequest } from '@zhuqi/domain';
import type { FastifyReply } from 'fastify';
import { Can, CurrentActor, etagOf, IdempotencyKey, ParseId, validated } from '../edge';
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
    private readonly raiseRequest: RaiseRequest,
    private readonly tickets: ShowTicket,
    private readonly directory: Directory,
  ) {}

  @Post('requests')
  @ChangesTicket('request', { summary: '提出申请：退回、延期、挂起、降级', dto: RequestDto })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: RequestMadeView })
  async request(
    @CurrentErrand() { body, ...errand }: Errand,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestMadeView> {
    const input = (): RequestDto => validated(RequestDto, body);
    const present = ({ ticket }: TicketAt): Promise<RequestMadeView> => this.made(ticket);
    const answer = await this.raiseRequest.execute({ ...errand, input, idempotencyKey, present });
    const view = answer.body as RequestMadeView;
    const location = `/api/v1/tickets/${errand.ticketId}/requests/${view.id}`;
    void reply.header('location', location).header('etag', etagOf(view.ticketVersion));
    return view;
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

  private async made({ requests, version }: Ticket): Promise<RequestMadeView> {
    const made = pendingRequest(requests) ?? unknownRequest();
    return { ...(await requestView(made, this.directory)), ticketVersion: version };
  }

  /** Requests are the inside's own affair: for the enterprise there are none. */
  private async requestsOf(ticketId: string, actor: PersonActor): Promise<readonly TicketRequest[]> {
    const { ticket } = await this.tickets.execute(ticketId, actor);
    return actor.enterpriseId === null ? ticket.requests : [];
  }
}

const unknownRequest = (): never => refuse('request.not_found', '该诉求没有这项申请');
