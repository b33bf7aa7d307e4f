import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { AnswerMatter, FindSimilar, ManageMatter, MatterBook, refuse } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import type { FastifyReply } from 'fastify';
import { Can, CurrentActor, IdempotencyKey, pageRequest, pageView, ParseId, validated } from '../edge';
import { AnswerMatterDto, MakeMatterDto, MatterListDto, MatterTicketsDto } from './matter.dto';
import {
  answeredMatterView,
  AnsweredMatterView,
  MatterPageView,
  matterSummaryView,
  matterView,
  MatterView,
  suggestedMatterView,
  SuggestedMattersView,
} from './matter.view';

const OK = 200;
const NO_CONTENT = 204;

/** What is said the first time is said in full; to say it again nothing is said. */
const FIRST_OR_AGAIN = {
  oneOf: [
    { $ref: getSchemaPath(AnswerMatterDto) },
    { type: 'object', maxProperties: 0, description: '再次答复不带内容，沿用已有的答复' },
  ],
};

/** Tickets of several enterprises about the same thing: put together, answered once, judged by each. */
@ApiTags('同类诉求')
@ApiBearerAuth()
@Controller('matters')
export class MatterController {
  constructor(
    private readonly manage: ManageMatter,
    private readonly answerMatter: AnswerMatter,
    private readonly book: MatterBook,
    private readonly similar: FindSimilar,
  ) {}

  @Get()
  @Can('matter.read')
  @ApiOperation({ summary: '同类诉求列表：新归并的在前；企业看不到' })
  async list(@CurrentActor() actor: PersonActor, @Query() query: MatterListDto): Promise<MatterPageView> {
    const filter = query.state === undefined ? {} : { state: query.state };
    return pageView(await this.book.page(actor, filter, pageRequest(query)), matterSummaryView);
  }

  @Get('suggestions')
  @Can('matter.manage')
  @ApiOperation({ summary: '可能是同一件事的在办诉求：三家以上企业' })
  async suggestions(@CurrentActor() actor: PersonActor): Promise<SuggestedMattersView> {
    return { items: (await this.similar.clusters(actor)).map(suggestedMatterView), nextCursor: null };
  }

  @Get(':id')
  @Can('matter.read', { late: true })
  @ApiOperation({ summary: '查看一组同类诉求与各企业的评价' })
  async one(@Param('id', ParseId) id: string, @CurrentActor() actor: PersonActor): Promise<MatterView> {
    const found = await this.book.find(actor, id);
    return found === null
      ? refuse('matter.not_found', '没有找到这组同类诉求，或您无权查看')
      : matterView(found);
  }

  @Post()
  @Can('matter.manage')
  @ApiOperation({ summary: '把几家企业的同一件事归并为同类诉求，统一答复' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: MatterView })
  async make(
    @Body() input: MakeMatterDto,
    @CurrentActor() actor: PersonActor,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatterView> {
    const { body } = await this.manage.make({ actor, input: { ...input }, idempotencyKey });
    const { id } = body as { id: string };
    void reply.header('location', `/api/v1/matters/${id}`);
    return this.one(id, actor);
  }

  @Post(':id/tickets')
  @HttpCode(OK)
  @Can('matter.manage', { late: true })
  @ApiOperation({ summary: '再列入几件；已统一答复的，可再次调用统一答复' })
  @ApiBody({ type: MatterTicketsDto })
  @ApiOkResponse({ type: MatterView })
  async add(
    @Param('id', ParseId) matterId: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<MatterView> {
    await this.manage.add({ matterId, actor, input: () => validated(MatterTicketsDto, body) });
    return this.one(matterId, actor);
  }

  @Post(':id/answer')
  @HttpCode(OK)
  @Can('matter.answer', { late: true })
  @ApiOperation({
    summary: '统一答复：牵头诉求的承办人或调度办答复一次，各企业分别评价',
    description: '未能一并答复的列在 left；之后不带内容再次调用，沿用同一答复；首次须带内容。',
  })
  @ApiExtraModels(AnswerMatterDto)
  @ApiBody({ required: false, schema: FIRST_OR_AGAIN })
  @ApiOkResponse({ type: AnsweredMatterView })
  async answer(
    @Param('id', ParseId) matterId: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<AnsweredMatterView> {
    const input = () => validated(AnswerMatterDto, body);
    return answeredMatterView(
      await this.answerMatter.execute({ matterId, actor, input, again: isEmpty(body) }),
    );
  }

  @Delete(':id/tickets/:ticketId')
  @HttpCode(NO_CONTENT)
  @Can('matter.manage', { late: true })
  @ApiOperation({ summary: '移出一件，由其承办人单独答复' })
  remove(
    @Param('id', ParseId) matterId: string,
    @Param('ticketId', ParseId) ticketId: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<void> {
    return this.manage.remove({ matterId, ticketId, actor });
  }

  @Delete(':id')
  @HttpCode(NO_CONTENT)
  @Can('matter.manage', { late: true })
  @ApiOperation({ summary: '解散一组尚未统一答复的同类诉求' })
  dissolve(@Param('id', ParseId) matterId: string, @CurrentActor() actor: PersonActor): Promise<void> {
    return this.manage.dissolve({ matterId, actor });
  }
}

/** A call without content: the answer on record is given to what was left. */
const isEmpty = (body: unknown): boolean =>
  body === undefined ||
  body === null ||
  (typeof body === 'object' && !Array.isArray(body) && Object.keys(body).length === 0);
