import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Directory, ExplainTicket } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, ParseId } from '../edge';
import { chainView } from './chain.mapper';
import { escalationExplanationView, explanationView, possibilitiesView } from './explain.mapper';
import { ChainView, EscalationExplanationsView, ExplanationView, PossibilitiesView } from './explain.view';

/** Why a ticket stands where it stands: its chain, clocks, escalations and what can be done. */
@ApiTags('诉求的解释')
@ApiBearerAuth()
@Controller('tickets/:id')
export class ExplainController {
  constructor(
    private readonly explain: ExplainTicket,
    private readonly directory: Directory,
  ) {}

  @Get('chain')
  @Can('ticket.read')
  @ApiOperation({ summary: '责任链：每一环占用与超出的工作时间及其原因，合计等于全程；各轮与协办用时' })
  async chain(@Param('id', ParseId) id: string, @CurrentActor() actor: PersonActor): Promise<ChainView> {
    return chainView(await this.explain.chain(id, actor), this.directory);
  }

  @Get('clocks/:clockId/explain')
  @Can('ticket.read')
  @ApiOperation({ summary: '解释一只时钟的到期时间：逐段相加等于时限' })
  async clock(
    @Param('id', ParseId) id: string,
    @Param('clockId', ParseId) clockId: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<ExplanationView> {
    return explanationView(await this.explain.clock(id, clockId, actor));
  }

  @Get('escalations')
  @Can('ticket.read')
  @ApiOperation({ summary: '解释每一次提级：触发的规则与数值，先发生的在前' })
  async escalations(
    @Param('id', ParseId) id: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<EscalationExplanationsView> {
    const told = await this.explain.escalations(id, actor);
    const items = await Promise.all(told.map((each) => escalationExplanationView(each, this.directory)));
    return { items, nextCursor: null };
  }

  @Get('actions')
  @Can('ticket.read')
  @ApiOperation({ summary: '每个动作、每种申请现在能否进行；不能的，还须满足什么' })
  async actions(
    @Param('id', ParseId) id: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<PossibilitiesView> {
    return possibilitiesView(await this.explain.actions(id, actor));
  }
}
