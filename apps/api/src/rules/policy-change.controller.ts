import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ChangePolicy, type PolicyChanged, ruledRegion } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, IdempotencyKey, validated } from '../edge';
import { PolicyAmendmentDto, PolicyChangeDto } from './rules.dto';
import { rulesChangeView, RulesChangeView } from './rules.view';

/** Changes of a region's policy: tried first, applied from a day on with a reason. */
@ApiTags('时限规则')
@ApiBearerAuth()
@Controller('policies/:regionCode')
export class PolicyChangeController {
  constructor(private readonly change: ChangePolicy) {}

  @Post('changes/preview')
  @HttpCode(200)
  @Can('rules.change')
  @ApiOperation({
    summary: '试算一项规则变更；rebases 为 true 时列出在办诉求的变化',
    description: '不保存任何内容。',
  })
  @ApiBody({ type: PolicyAmendmentDto })
  @ApiOkResponse({ type: RulesChangeView })
  async preview(
    @Param('regionCode') regionCode: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<RulesChangeView> {
    ruledRegion(actor, regionCode);
    const { rebases = false, ...terms } = validated(PolicyAmendmentDto, body);
    const order = { regionCode, rebases, ...terms };
    return rulesChangeView(regionCode, false, await this.change.preview(actor, order));
  }

  @Post('changes')
  @Can('rules.change')
  @ApiOperation({ summary: '采用一项规则变更：新承诺按新规则，在办的保持原承诺，除非 rebases 为 true' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiBody({ type: PolicyChangeDto })
  @ApiCreatedResponse({ type: RulesChangeView })
  async apply(
    @Param('regionCode') regionCode: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<RulesChangeView> {
    ruledRegion(actor, regionCode);
    const { rebases = false, ...terms } = validated(PolicyChangeDto, body);
    const change = { regionCode, rebases, ...terms };
    const present = (changed: PolicyChanged): RulesChangeView => rulesChangeView(regionCode, true, changed);
    return (await this.change.apply({ actor, change, idempotencyKey, present })).body as RulesChangeView;
  }
}
