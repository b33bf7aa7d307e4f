import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  ChangeCalendar,
  type CalendarChanged,
  refuse,
  RuleHistory,
  ruledRegion,
  RunningTickets,
  valueOf,
} from '@zhuqi/application';
import { parseHolidayNotice, type CalendarAmendment, type PersonActor } from '@zhuqi/domain';
import { Can, CurrentActor, IdempotencyKey, validated } from '../edge';
import { CalendarAmendmentDto, CalendarChangeDto } from './rules.dto';
import { calendarVersionView, CalendarVersionsView, rulesChangeView, RulesChangeView } from './rules.view';

/** Changes of a region's working calendar: tried first, applied with a reason, on record for ever. */
@ApiTags('工作日历')
@ApiBearerAuth()
@Controller('calendars/:regionCode')
export class CalendarChangeController {
  constructor(
    private readonly change: ChangeCalendar,
    private readonly history: RuleHistory,
    private readonly running: RunningTickets,
  ) {}

  @Post('changes/preview')
  @HttpCode(200)
  @Can('rules.change')
  @ApiOperation({
    summary: '试算一项日历变更：移动多少时限、谁变为超期、谁不再超期、哪些提醒会不同',
    description: '不保存任何内容。',
  })
  @ApiBody({ type: CalendarAmendmentDto })
  @ApiOkResponse({ type: RulesChangeView })
  async preview(
    @Param('regionCode') regionCode: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<RulesChangeView> {
    ruledRegion(actor, regionCode);
    const order = orderOf(regionCode, validated(CalendarAmendmentDto, body));
    return rulesChangeView(regionCode, false, await this.change.preview(actor, order));
  }

  @Post('changes')
  @Can('rules.change')
  @ApiOperation({ summary: '采用一项日历变更：在办诉求的时限逐件重新计算，已发的提醒不再重发' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiBody({ type: CalendarChangeDto })
  @ApiCreatedResponse({ type: RulesChangeView })
  async apply(
    @Param('regionCode') regionCode: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
    @IdempotencyKey() idempotencyKey: string | undefined,
  ): Promise<RulesChangeView> {
    ruledRegion(actor, regionCode);
    const { reason, ...amendment } = validated(CalendarChangeDto, body);
    const change = { ...orderOf(regionCode, amendment), reason };
    const present = (changed: CalendarChanged): RulesChangeView => rulesChangeView(regionCode, true, changed);
    return (await this.change.apply({ actor, change, idempotencyKey, present })).body as RulesChangeView;
  }

  @Get('versions')
  @Can('policy.read')
  @ApiOperation({ summary: '工作日历的全部版本：何时、何人、因何变更，当时影响了什么' })
  async versions(
    @Param('regionCode') regionCode: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<CalendarVersionsView> {
    const found = actor.regionCodes.includes(regionCode) ? await this.history.calendars(regionCode) : [];
    if (found.length === 0) refuse('calendar.unknown', '没有该地区的工作日历');
    const pending = await this.running.countOutdated(regionCode);
    return { items: found.map(calendarVersionView), nextCursor: null, pending };
  }
}

/** The body in the words of the domain; what is wrong with the notice is told at its place. */
function orderOf(regionCode: string, { basedOn, notice, ...parts }: CalendarAmendmentDto) {
  // Hours are read where a calendar is: `amendCalendar` refuses the first that is none, with its place.
  const amendment = {
    ...parts,
    ...(notice === undefined ? {} : { notice: noticeOf(notice) }),
  } as unknown as CalendarAmendment;
  return { regionCode, amendment, ...(basedOn === undefined ? {} : { basedOn }) };
}

function noticeOf(notice: unknown) {
  const parsed = parseHolidayNotice(notice);
  if (parsed.ok) return parsed.value;
  const { code, detail, pointer = '' } = parsed.refusal;
  return valueOf({ ok: false as const, refusal: { code, detail, pointer: `/notice${pointer}` } });
}
