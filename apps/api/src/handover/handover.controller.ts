import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CancelHandover, HandOver, HandoverBook, refuse } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, IdempotencyKey, pageRequest, pageView, ParseId } from '../edge';
import { HandoverDto, HandoverListDto } from './handover.dto';
import {
  handoverFileView,
  HandoverFileView,
  handoverItemView,
  HandoverPageView,
  HandoverPreviewView,
  HandoverView,
  madeView,
  previewView,
} from './handover.view';

/** Posts that change hands with everything they hold. */
@ApiTags('岗位交接')
@ApiBearerAuth()
@Controller('handovers')
export class HandoverController {
  constructor(
    private readonly handOver: HandOver,
    private readonly cancelHandover: CancelHandover,
    private readonly book: HandoverBook,
  ) {}

  @Post('preview')
  @Can('handover.manage')
  @HttpCode(200)
  @ApiOkResponse({ type: HandoverPreviewView })
  @ApiOperation({ summary: '预览岗位交接：将移交哪些诉求与包保企业，不写入' })
  async preview(
    @Body() order: HandoverDto,
    @CurrentActor() actor: PersonActor,
  ): Promise<HandoverPreviewView> {
    return previewView(await this.handOver.preview(actor, order));
  }

  @Post()
  @Can('handover.manage')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: HandoverView })
  @ApiOperation({
    summary: '岗位交接：一次移交全部在办诉求与包保企业',
    description: '生效日期为今天的即时办理，以后的由系统到日办理。诉求的状态、时限与已统计的数字均不变。',
  })
  async make(
    @Body() order: HandoverDto,
    @CurrentActor() actor: PersonActor,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<HandoverView> {
    const made = await this.handOver.execute({ actor, order, idempotencyKey, present: madeView });
    return made.body as HandoverView;
  }

  @Get()
  @Can('handover.read')
  @ApiOperation({ summary: '本地区的岗位交接，近者在前' })
  async list(@CurrentActor() actor: PersonActor, @Query() query: HandoverListDto): Promise<HandoverPageView> {
    return pageView(await this.book.page(actor, query.state, pageRequest(query)), handoverItemView);
  }

  @Get(':id')
  @Can('handover.read')
  @ApiOperation({ summary: '一次岗位交接与所移交的内容' })
  async one(@CurrentActor() actor: PersonActor, @Param('id', ParseId) id: string): Promise<HandoverFileView> {
    const found = await this.book.find(actor, id);
    return handoverFileView(found ?? refuse('handover.not_found', '没有找到该交接，或您无权查看'));
  }

  @Delete(':id')
  @Can('handover.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOperation({ summary: '取消计划中的岗位交接' })
  async cancel(@CurrentActor() actor: PersonActor, @Param('id', ParseId) id: string): Promise<void> {
    await this.cancelHandover.execute(id, actor);
  }
}
