import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowPolicies, TryOutEscalation } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor } from '../edge';
import { instantOf } from '../edge/instant';
import { TryOutDto } from './policy.dto';
import { policiesView, PoliciesView, tryOutView, TryOutView } from './policy.view';

/** The rules of time and escalation as data: their versions, and what they would bring about. */
@ApiTags('时限规则')
@ApiBearerAuth()
@Controller('policies')
export class PolicyController {
  constructor(
    private readonly policies: ShowPolicies,
    private readonly trial: TryOutEscalation,
  ) {}

  @Get(':regionCode')
  @Can('policy.read')
  @ApiOperation({ summary: '某地区时限规则的全部版本，及修改的理由和人员' })
  async show(
    @CurrentActor() actor: PersonActor,
    @Param('regionCode') regionCode: string,
  ): Promise<PoliciesView> {
    return policiesView(regionCode, await this.policies.execute(actor, regionCode));
  }

  @Post('try-out')
  @HttpCode(200)
  @Can('policy.read')
  @ApiOperation({
    summary: '试算：一件无人办理的诉求从某个时间起会自动发生的每一件事',
    description: '采用与巡检完全相同的规则逐项推演，不保存任何内容。',
  })
  async tryOut(@CurrentActor() actor: PersonActor, @Body() body: TryOutDto): Promise<TryOutView> {
    const tried = await this.trial.execute(actor, {
      regionCode: body.regionCode ?? actor.regionCode,
      severity: body.severity,
      urgency: body.urgency ?? 'normal',
      channel: body.channel ?? 'enterprise',
      start: instantOf(body.start),
      ...(body.tier === undefined ? {} : { tier: body.tier }),
      ...(body.policy === undefined ? {} : { draft: body.policy }),
    });
    return tryOutView(tried);
  }
}
