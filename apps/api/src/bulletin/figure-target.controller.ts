import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SetTarget } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor } from '../edge';
import { BulletinRegionDto, FigureTargetDto } from './bulletin.dto';
import { figureTargetsView, FigureTargetsView } from './bulletin.view';

const OK = 200;

/** What a region's figures are to come to, and how far they have come. */
@ApiTags('通报')
@ApiBearerAuth()
@Controller('figure-targets')
export class FigureTargetController {
  constructor(private readonly targets: SetTarget) {}

  @Get()
  @Can('bulletin.read')
  @ApiOperation({ summary: '各项目标与完成率' })
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() { regionCode }: BulletinRegionDto,
  ): Promise<FigureTargetsView> {
    return figureTargetsView(await this.targets.list(actor, regionCode ?? actor.regionCode, null));
  }

  @Post()
  @HttpCode(OK)
  @Can('bulletin.publish')
  @ApiOkResponse({ type: FigureTargetsView })
  @ApiOperation({ summary: '设定目标；同一数字同一期间的，以后设者为准' })
  async set(@CurrentActor() actor: PersonActor, @Body() input: FigureTargetDto): Promise<FigureTargetsView> {
    const { regionCode = actor.regionCode, population = 'enterprise', ...order } = input;
    return figureTargetsView(await this.targets.execute(actor, { ...order, regionCode, population }));
  }
}
