import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ManageProject, ProjectBook, refuse } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import type { FastifyReply } from 'fastify';
import {
  Can,
  CurrentActor,
  IdempotencyKey,
  IfMatch,
  pageRequest,
  pageView,
  ParseId,
  validated,
  Versioned,
} from '../edge';
import { ChangeProjectDto, EnterProjectDto, ProjectListDto } from './project.dto';
import { changedPlanOf, planOf } from './project-plan';
import { projectFileView, ProjectFileView, ProjectPageView, projectView } from './project.view';

/** Key projects of enterprises; their problems are a population of their own. */
@ApiTags('重点项目')
@ApiBearerAuth()
@Controller('projects')
export class ProjectController {
  constructor(
    private readonly book: ProjectBook,
    private readonly manage: ManageProject,
  ) {}

  @Get()
  @Can('project.read')
  @ApiOperation({ summary: '重点项目：可见企业的项目，以及本人、本单位负责的项目' })
  async list(@CurrentActor() actor: PersonActor, @Query() query: ProjectListDto): Promise<ProjectPageView> {
    const { limit: _limit, cursor: _cursor, total: _total, ...filter } = query;
    return pageView(await this.book.page(actor, filter, pageRequest(query)), projectView);
  }

  @Get(':id')
  @Can('project.read')
  @Versioned()
  @ApiOperation({ summary: '一个项目与变更记录' })
  async one(@Param('id', ParseId) id: string, @CurrentActor() actor: PersonActor): Promise<ProjectFileView> {
    const found = await this.book.find(actor, id);
    if (found === null) return refuse('project.not_found', '没有找到该项目，或您无权查看');
    return projectFileView(found, actor);
  }

  @Post()
  @Can('project.manage')
  @Versioned()
  @ApiOperation({ summary: '登记重点项目' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: ProjectFileView })
  async enter(
    @Body() { enterpriseId, overCapacity, ...said }: EnterProjectDto,
    @CurrentActor() actor: PersonActor,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectFileView> {
    const input = { enterpriseId, plan: planOf(said), overCapacity };
    const { body } = await this.manage.enter({ actor, input, idempotencyKey });
    const { id } = body as { id: string };
    void reply.header('location', `/api/v1/projects/${id}`);
    return this.one(id, actor);
  }

  @Patch(':id')
  @Can('project.manage', { late: true })
  @Versioned()
  @ApiOperation({ summary: '修改项目：只写要改的，须带 If-Match' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiBody({ type: ChangeProjectDto })
  @ApiOkResponse({ type: ProjectFileView })
  async change(
    @Param('id', ParseId) projectId: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
    @IfMatch() expectedVersion: number | undefined,
  ): Promise<ProjectFileView> {
    const input = () => {
      const said = validated(ChangeProjectDto, body);
      return { plan: changedPlanOf(said), reason: said.reason, overCapacity: said.overCapacity };
    };
    await this.manage.change({ projectId, actor, expectedVersion, input });
    return this.one(projectId, actor);
  }
}
