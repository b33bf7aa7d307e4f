import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  BulletinBook,
  ExplainDifferences,
  ManageBulletins,
  PublishBulletin,
  unknownBulletin,
} from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import type { FastifyReply } from 'fastify';
import { Can, CurrentActor, IdempotencyKey, pageRequest, pageView, ParseId, validated } from '../edge';
import {
  BulletinListDto,
  BulletinNoteDto,
  BulletinRegionDto,
  BulletinScheduleDto,
  DifferencesDto,
  PublishBulletinDto,
} from './bulletin.dto';
import {
  BulletinPageView,
  bulletinScheduleView,
  BulletinScheduleView,
  bulletinSummaryView,
  bulletinView,
  BulletinView,
} from './bulletin.view';
import { differencesView, DifferencesView } from './differences.view';

const OK = 200;

/** Published snapshots of a region's figures, and what has become of them since. */
@ApiTags('通报')
@ApiBearerAuth()
@Controller('bulletins')
export class BulletinController {
  constructor(
    private readonly book: BulletinBook,
    private readonly publishBulletin: PublishBulletin,
    private readonly manage: ManageBulletins,
    private readonly explain: ExplainDifferences,
  ) {}

  @Get()
  @Can('bulletin.read')
  @ApiOperation({ summary: '已发布的通报，近者在前' })
  async list(@CurrentActor() actor: PersonActor, @Query() query: BulletinListDto): Promise<BulletinPageView> {
    const { regionCode, kind } = query;
    const filter = {
      ...(regionCode === undefined ? {} : { regionCode }),
      ...(kind === undefined ? {} : { kind }),
    };
    return pageView(await this.book.page(actor, filter, pageRequest(query)), bulletinSummaryView);
  }

  @Get('schedule')
  @Can('bulletin.read')
  @ApiOperation({ summary: '哪些通报按期自动发布' })
  async schedule(
    @CurrentActor() actor: PersonActor,
    @Query() { regionCode }: BulletinRegionDto,
  ): Promise<BulletinScheduleView> {
    return bulletinScheduleView(await this.manage.schedule(actor, regionCode ?? actor.regionCode));
  }

  @Post('schedule')
  @HttpCode(OK)
  @Can('bulletin.publish')
  @ApiOkResponse({ type: BulletinScheduleView })
  @ApiOperation({ summary: '设定按期自动发布的通报：期满后首个工作日 08:30 发布' })
  async setSchedule(
    @CurrentActor() actor: PersonActor,
    @Body() { regionCode, kinds }: BulletinScheduleDto,
  ): Promise<BulletinScheduleView> {
    const order = { regionCode: regionCode ?? actor.regionCode, kinds };
    return bulletinScheduleView(await this.manage.setSchedule(actor, order));
  }

  @Post()
  @Can('bulletin.publish')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: BulletinView })
  @ApiOperation({ summary: '发布一期通报：数字截至此刻，此后原样保存' })
  async publish(
    @CurrentActor() actor: PersonActor,
    @Body() input: PublishBulletinDto,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BulletinView> {
    const order = { ...input, regionCode: input.regionCode ?? actor.regionCode };
    const { body } = await this.publishBulletin.execute({ actor, order, idempotencyKey });
    const { id } = body as { id: string };
    void reply.header('location', `/api/v1/bulletins/${id}`);
    return this.one(actor, id);
  }

  @Get(':id')
  @Can('bulletin.read')
  @ApiOperation({ summary: '一期通报的原文与更正说明' })
  async one(@CurrentActor() actor: PersonActor, @Param('id', ParseId) id: string): Promise<BulletinView> {
    return bulletinView((await this.book.find(actor, id)) ?? unknownBulletin());
  }

  @Get(':id/differences')
  @Can('bulletin.read')
  @ApiOperation({ summary: '通报的数字与现在相比的变化，逐件说明' })
  async differences(
    @CurrentActor() actor: PersonActor,
    @Param('id', ParseId) bulletinId: string,
    @Query() query: DifferencesDto,
  ): Promise<DifferencesView> {
    const { population, basis, measure = null } = query;
    const request = { bulletinId, population, basis, measure };
    return differencesView(await this.explain.execute(actor, request, pageRequest(query)));
  }

  @Post(':id/notes')
  @Can('bulletin.publish', { late: true })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiBody({ type: BulletinNoteDto })
  @ApiCreatedResponse({ type: BulletinView })
  @ApiOperation({ summary: '为已发布的通报附更正说明；原文不变' })
  async annotate(
    @CurrentActor() actor: PersonActor,
    @Param('id', ParseId) bulletinId: string,
    @Body() body: unknown,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<BulletinView> {
    const note = () => validated(BulletinNoteDto, body);
    await this.manage.annotate({ actor, bulletinId, note, idempotencyKey });
    return this.one(actor, bulletinId);
  }
}
