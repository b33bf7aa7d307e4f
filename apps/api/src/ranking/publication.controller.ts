import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AppealRanking, PublishRanking, RankingPublications, ShowRankings } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, IdempotencyKey, pageRequest, pageView, ParseId, validated } from '../edge';
import {
  publicationView,
  rankingFileView,
  RankingFileView,
  RankingPublicationPageView,
} from './publication.view';
import { AppealRulingDto, RankingAppealDto, RankingPeriodDto, RankingPublicationsDto } from './ranking.dto';
import { rankingRequest } from './ranking-request';

/** Rankings that have been published, and what the ranked say of them. */
@ApiTags('赛马排名')
@ApiBearerAuth()
@Controller('rankings/publications')
export class RankingPublicationController {
  constructor(
    private readonly publications: RankingPublications,
    private readonly rankings: ShowRankings,
    private readonly publishRanking: PublishRanking,
    private readonly appealRanking: AppealRanking,
  ) {}

  @Get()
  @Can('ranking.read')
  @ApiOperation({ summary: '本地区的排名通报，近者在前' })
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: RankingPublicationsDto,
  ): Promise<RankingPublicationPageView> {
    return pageView(await this.publications.page(actor, query.kind, pageRequest(query)), publicationView);
  }

  @Post()
  @Can('ranking.publish')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: RankingFileView })
  @ApiOperation({ summary: '发布本地区的排名：此后原样保存，不再改变' })
  async publish(
    @CurrentActor() actor: PersonActor,
    @Body() period: RankingPeriodDto,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<RankingFileView> {
    const request = rankingRequest(period);
    const { body } = await this.publishRanking.execute({ actor, request, idempotencyKey });
    return this.one(actor, (body as { id: string }).id);
  }

  @Get(':id')
  @Can('ranking.read')
  @ApiOperation({ summary: '一期排名通报与异议' })
  async one(@CurrentActor() actor: PersonActor, @Param('id', ParseId) id: string): Promise<RankingFileView> {
    return rankingFileView(await this.rankings.published(actor, id));
  }

  @Post(':id/appeals')
  @Can('ranking.appeal', { late: true })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiBody({ type: RankingAppealDto })
  @ApiCreatedResponse({ type: RankingFileView })
  @ApiOperation({ summary: '就本人或本单位的一行提出异议' })
  async appeal(
    @CurrentActor() actor: PersonActor,
    @Param('id', ParseId) publicationId: string,
    @Body() body: unknown,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<RankingFileView> {
    const appeal = () => validated(RankingAppealDto, body);
    await this.appealRanking.execute({ actor, publicationId, appeal, idempotencyKey });
    return this.one(actor, publicationId);
  }

  @Post(':id/appeals/:appealId/ruling')
  @HttpCode(200)
  @Can('ranking.publish', { late: true })
  @ApiBody({ type: AppealRulingDto })
  @ApiOkResponse({ type: RankingFileView })
  @ApiOperation({ summary: '异议的处理结果：列在该行旁边，通报中的分数不变' })
  async rule(
    @CurrentActor() actor: PersonActor,
    @Param('id', ParseId) publicationId: string,
    @Param('appealId', ParseId) appealId: string,
    @Body() body: unknown,
  ): Promise<RankingFileView> {
    const finding = () => validated(AppealRulingDto, body);
    await this.appealRanking.rule({ actor, publicationId, appealId, finding });
    return this.one(actor, publicationId);
  }
}
