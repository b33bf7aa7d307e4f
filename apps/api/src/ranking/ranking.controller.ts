import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeScheme, ShowRankings } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, IdempotencyKey } from '../edge';
import { rankingView } from './ranking.mapper';
import { RankingDto, SchemeDto, SchemeQueryDto } from './ranking.dto';
import { rankingRequest } from './ranking-request';
import { RankingView } from './ranking.view';
import { regionSchemesView, RegionSchemesView } from './scheme.view';

/** Who stands where, and by what it comes about. */
@ApiTags('赛马排名')
@ApiBearerAuth()
@Controller('rankings')
export class RankingController {
  constructor(
    private readonly rankings: ShowRankings,
    private readonly change: ChangeScheme,
  ) {}

  @Get()
  @Can('ranking.read')
  @ApiOperation({
    summary: '赛马排名：街镇、部门或专员，按期内收集的诉求',
    description:
      '每一分都给出比率、分子、分母与所计诉求的清单。读取全区的看到全表，其他人看到本人或本单位的一行与总数。不计反映工作人员的诉求。',
  })
  async live(@CurrentActor() actor: PersonActor, @Query() query: RankingDto): Promise<RankingView> {
    const { regionCode = null } = query;
    return rankingView(await this.rankings.live(actor, { ...rankingRequest(query), regionCode }));
  }

  @Get('scheme')
  @Can('ranking.read')
  @ApiOperation({ summary: '排名办法：施行的与历次的' })
  async scheme(
    @CurrentActor() actor: PersonActor,
    @Query() { regionCode }: SchemeQueryDto,
  ): Promise<RegionSchemesView> {
    return regionSchemesView(await this.rankings.schemesOf(actor, regionCode ?? actor.regionCode));
  }

  @Post('scheme')
  @Can('ranking.publish')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: RegionSchemesView })
  @ApiOperation({ summary: '修改本地区的排名办法，自发布时起施行；以前时刻的排名仍按当时的办法' })
  async setScheme(
    @CurrentActor() actor: PersonActor,
    @Body() { reason, minimumSample, components }: SchemeDto,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<RegionSchemesView> {
    const terms = { minimumSample, components: components.map((each) => ({ ...each })) };
    await this.change.execute({ actor, terms, reason, idempotencyKey });
    return this.scheme(actor, {});
  }
}
