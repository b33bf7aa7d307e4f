import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SubmitTicket } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import type { FastifyReply } from 'fastify';
import { Can, CurrentActor, etagOf, IdempotencyKey } from '../edge';
import { SubmitTicketDto } from './submission.dto';
import { TicketPresenter } from './ticket-presenter';
import { TicketView } from './ticket.view';

@ApiTags('诉求')
@ApiBearerAuth()
@Controller('tickets')
export class SubmissionController {
  constructor(
    private readonly submitTicket: SubmitTicket,
    private readonly presenter: TicketPresenter,
  ) {}

  @Post()
  @Can('ticket.submit')
  @ApiOperation({
    summary: '提交诉求',
    description: '同一 Idempotency-Key 与同一内容再次提交，得到第一次的答复。',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: TicketView })
  async submit(
    @Body() input: SubmitTicketDto,
    @CurrentActor() actor: PersonActor,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketView> {
    const answer = await this.submitTicket.execute({
      actor,
      input,
      idempotencyKey,
      present: (ticket, now) => this.presenter.present(ticket, actor, now),
    });
    const view = answer.body as TicketView;
    void reply.header('location', `/api/v1/tickets/${view.id}`).header('etag', etagOf(view.version));
    return view;
  }
}
