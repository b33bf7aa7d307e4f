import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ChangeTaskForce,
  DissolveTaskForce,
  FoundTaskForce,
  Refused,
  TaskForceBook,
  type FoundedTaskForce,
} from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import type { FastifyReply } from 'fastify';
import { Can, CurrentActor, IdempotencyKey, pageRequest, pageView, ParseId } from '../edge';
import {
  ChangeTaskForceDto,
  DissolveTaskForceDto,
  FoundTaskForceDto,
  TaskForceListDto,
} from './task-force.dto';
import {
  DissolutionView,
  taskForceItemView,
  TaskForcePageView,
  taskForceView,
  TaskForceView,
} from './task-force.view';

const OK = 200;

/** Task forces of the caller's regions; any other is not found. */
@ApiTags('专班')
@ApiBearerAuth()
@Controller('task-forces')
export class TaskForceController {
  constructor(
    private readonly book: TaskForceBook,
    private readonly founding: FoundTaskForce,
    private readonly change: ChangeTaskForce,
    private readonly dissolving: DissolveTaskForce,
  ) {}

  @Get()
  @Can('taskForce.read')
  @ApiOperation({ summary: '专班列表，新设的在前' })
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: TaskForceListDto,
  ): Promise<TaskForcePageView> {
    const { state } = query;
    return pageView(await this.book.page(actor, { state }, pageRequest(query)), taskForceItemView);
  }

  @Get(':id')
  @Can('taskForce.read')
  @ApiOperation({ summary: '专班：牵头人、成员单位与承办中的诉求' })
  one(@CurrentActor() actor: PersonActor, @Param('id', ParseId) id: string): Promise<TaskForceView> {
    return this.shown(actor, id);
  }

  @Post()
  @Can('taskForce.manage')
  @ApiOperation({
    summary: '设立专班，并将若干诉求一并交办',
    description:
      '诉求须全部可以交办，否则专班不设立。同一 Idempotency-Key 与同一内容再次提交，得到第一次的专班。',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: TaskForceView })
  async found(
    @Body() input: FoundTaskForceDto,
    @CurrentActor() actor: PersonActor,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TaskForceView> {
    const { body } = await this.founding.execute({ actor, input, idempotencyKey });
    const { id } = body as FoundedTaskForce;
    void reply.header('location', `/api/v1/task-forces/${id}`);
    return this.shown(actor, id);
  }

  @Patch(':id')
  @Can('taskForce.manage')
  @ApiOperation({ summary: '更换牵头人、增减成员单位' })
  async alter(
    @Param('id', ParseId) id: string,
    @Body() input: ChangeTaskForceDto,
    @CurrentActor() actor: PersonActor,
  ): Promise<TaskForceView> {
    await this.change.execute({ id, actor, input });
    return this.shown(actor, id);
  }

  @Post(':id/dissolution')
  @HttpCode(OK)
  @Can('taskForce.manage')
  @ApiOperation({
    summary: '解散专班',
    description: '承办中的每一件诉求须有接续单位，否则不解散，并列出尚无去处的诉求。',
  })
  async dissolve(
    @Param('id', ParseId) id: string,
    @Body() input: DissolveTaskForceDto,
    @CurrentActor() actor: PersonActor,
  ): Promise<DissolutionView> {
    const handedOver = await this.dissolving.execute({ id, actor, input });
    return { ...(await this.shown(actor, id)), handedOver };
  }

  private async shown(actor: PersonActor, id: string): Promise<TaskForceView> {
    const force = await this.book.byId(actor, id);
    if (force === null) throw new Refused({ code: 'taskForce.not_found', detail: '没有找到该专班' });
    return taskForceView(force);
  }
}
