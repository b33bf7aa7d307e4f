import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { EndSubstitution, Substitute, SubstitutionBook } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, IdempotencyKey, pageRequest, pageView, ParseId } from '../edge';
import { SubstitutionDto, SubstitutionListDto } from './substitution.dto';
import {
  SubstitutionMadeView,
  substitutionMadeView,
  SubstitutionPageView,
  substitutionView,
} from './substitution.view';

/** Who does whose work while somebody is absent. */
@ApiTags('代班')
@ApiBearerAuth()
@Controller('substitutions')
export class SubstitutionController {
  constructor(
    private readonly substitute: Substitute,
    private readonly endSubstitution: EndSubstitution,
    private readonly book: SubstitutionBook,
  ) {}

  @Post()
  @Can('substitution.manage')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: SubstitutionMadeView })
  @ApiOperation({ summary: '安排代班：本人可为本人安排，调度办与管理员可为本地区人员安排' })
  async make(
    @Body() order: SubstitutionDto,
    @CurrentActor() actor: PersonActor,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<SubstitutionMadeView> {
    const command = { actor, order, idempotencyKey, present: substitutionMadeView };
    return (await this.substitute.execute(command)).body as SubstitutionMadeView;
  }

  @Get()
  @Can('substitution.read')
  @ApiOperation({ summary: '代班：调度办、审计与管理员看本地区，其他人看与本人有关的' })
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: SubstitutionListDto,
  ): Promise<SubstitutionPageView> {
    return pageView(await this.book.page(actor, query.state, pageRequest(query)), substitutionView);
  }

  @Delete(':id')
  @Can('substitution.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOperation({ summary: '提前结束代班' })
  async end(@CurrentActor() actor: PersonActor, @Param('id', ParseId) id: string): Promise<void> {
    await this.endSubstitution.execute(id, actor);
  }
}
