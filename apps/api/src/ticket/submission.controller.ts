import { Body, Controller, Logger, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FindSimilar, SubmitTicket } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import type { FastifyReply } from 'fastify';
import { Can, CurrentActor, etagOf, IdempotencyKey, instantOf } from '../edge';
import { similarBrief, SubmittedTicketView, type SimilarBriefView } from './submission.view';
import { SubmitTicketDto } from './submission.dto';
import { TicketPresenter } from './ticket-presenter';
import { TicketView } from './ticket.view';

@ApiTags('诉求')
@ApiBearerAuth()
@Controller('tickets')
export class SubmissionController {
  private readonly logger = new Logger(SubmissionController.name);

  constructor(
    private readonly submitTicket: SubmitTicket,
    private readonly presenter: TicketPresenter,
    private readonly similar: FindSimilar,
  ) {}

  @Post()
  @Can('ticket.submit')
  @ApiOperation({
    summary: '提交诉求',
    description: '同一 Idempotency-Key 与同一内容再次提交，得到第一次的答复。',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: SubmittedTicketView })
  async submit(
    @Body() input: SubmitTicketDto,
    @CurrentActor() actor: PersonActor,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmittedTicketView> {
    const answer = await this.submitTicket.execute({
      actor,
      input,
      idempotencyKey,
      present: (ticket, now) => this.presenter.present(ticket, actor, now),
    });
    const view = answer.body as TicketView;
    void reply.header('location', `/api/v1/tickets/${view.id}`).header('etag', etagOf(view.version));
    // Beside the view, for a spread would copy it field by field.
    return Object.assign(view, { similar: await this.alike(view, input, actor) });
  }

  /** The ticket is on record whatever becomes of this; what cannot be looked up is not shown. */
  private async alike(
    { id, submittedAt, enterprise }: TicketView,
    { title, description, category }: SubmitTicketDto,
    actor: PersonActor,
  ): Promise<SimilarBriefView[]> {
    if (enterprise.id === null) return [];
    const made = { id, enterpriseId: enterprise.id, submittedAt: instantOf(submittedAt) };
    try {
      const found = await this.similar.bySubmission({ ...made, title, description, category }, actor);
      return found.map(similarBrief);
    } catch (error) {
      this.logger.warn('similar tickets could not be looked up', error);
      return [];
    }
  }
}
