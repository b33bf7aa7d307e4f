import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Advance, AdvanceDemoClock } from '@zhuqi/application';
import type { PersonActor } from '@zhuqi/domain';
import { ApiSettings } from '../edge/api-settings';
import { isoOf } from '../edge/instant';
import { Can } from '../edge/route-access';
import { CurrentActor } from '../edge/signed-in';
import { InvalidInput, validated } from '../edge/validated';
import { AdvanceDemoClockDto } from './demo-clock.dto';
import { DemoClockView } from './demo-clock.view';

/** The time of the demo. */
@ApiTags('演示')
@Controller('demo')
export class DemoController {
  constructor(
    private readonly advanceClock: AdvanceDemoClock,
    private readonly settings: ApiSettings,
  ) {}

  @Post('clock')
  @HttpCode(200)
  @Can('demo.setClock', { late: true })
  @ApiOperation({ summary: '拨快演示时间', description: '到期的事情随后几秒内办理。只在演示环境可用。' })
  @ApiBody({ type: AdvanceDemoClockDto })
  async advance(@CurrentActor() actor: PersonActor, @Body() body: unknown): Promise<DemoClockView> {
    const now = await this.advanceClock.execute({
      actor,
      allowed: this.settings.timeScaleControl,
      advance: () => advanceOf(validated(AdvanceDemoClockDto, body)),
    });
    return { now: isoOf(now) };
  }
}

function advanceOf({ advanceMinutes, advanceWorkdays }: AdvanceDemoClockDto): Advance {
  if (advanceMinutes !== undefined && advanceWorkdays === undefined) return { minutes: advanceMinutes };
  if (advanceWorkdays !== undefined && advanceMinutes === undefined) return { workdays: advanceWorkdays };
  const message = 'advanceMinutes 与 advanceWorkdays 须填且只填一个';
  throw new InvalidInput([{ pointer: '/advanceMinutes', code: 'field.conflict', message }]);
}
