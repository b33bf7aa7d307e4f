import type { CalendarRecord, RuleRecord, TriedEffects } from '@zhuqi/application';
import { CLOCK_KIND_LABEL, type ClockKind, type RulesEffect } from '@zhuqi/domain';
import { isoOf } from '../edge';
import type { NamedView } from '../ticket/named.view';

/** 一项变更对在办诉求的影响合计 */
export class RulesTotalsView {
  /** 重新计算的在办诉求 */
  tickets: number;
  ticketsMoved: number;
  clocksMoved: number;
  /** 变为超期的时限 */
  becomeLate: number;
  /** 不再超期的时限 */
  stopBeingLate: number;
  /** 由暂定变为确定的时限 */
  confirmed: number;
  /** 已发出、按新规则当时还不该发的提醒；不再重发 */
  noticesEarly: number;
  /** 采用后随即发出的提醒 */
  noticesDue: number;
  /** 自动提级时刻有变的诉求 */
  risesMoved: number;
  /** 采用后随即提级的诉求 */
  risesAtOnce: number;
  /** 已提级、按新规则当时还不该提级的诉求；提级保留 */
  risenEarly: number;
}

/** 一只时钟的变化 */
export class ClockEffectView {
  clockId: string;
  kind: ClockKind;
  label: string;
  dueBefore: string;
  dueAfter: string;
  /** 时钟正暂停：到期时间随暂停顺延，恢复时才确定 */
  paused: boolean;
  becomesLate: boolean;
  stopsBeingLate: boolean;
  confirmed: boolean;
}

/** 一次提醒的差别：early 已发而按新规则还不该发，due 采用后随即发出 */
export class NoticeEffectView {
  clockId: string;
  kind: ClockKind;
  /** 灯色；规则触发的提醒为空 */
  lamp: 'yellow' | 'red' | null;
  /** 规则触发的提醒的代码 */
  trigger: string | null;
  what: 'early' | 'due';
}

/** 一件诉求的变化 */
export class TicketEffectView {
  ticketId: string;
  number: string;
  clocks: ClockEffectView[];
  notices: NoticeEffectView[];
  /** 自动提级的时刻 */
  riseBefore: string | null;
  riseAfter: string | null;
  risenEarly: boolean;
  /** 采用后随即提级 */
  risesAtOnce: boolean;
  ticketUrl: string;
}

/** 试算或采用的结果 */
export class RulesChangeView {
  regionCode: string;
  /** 新的版本号 */
  version: number;
  /** 是否已采用 */
  applied: boolean;
  effects: RulesTotalsView;
  /** 受影响的诉求，最多 200 件 */
  tickets: TicketEffectView[];
}

/** 一个版本的来历 */
export class CalendarVersionView {
  version: number;
  reason: string;
  madeBy: NamedView | null;
  madeAt: string | null;
  /** 当时的变更内容 */
  amendment: Record<string, unknown> | null;
  /** 采用时的影响 */
  effects: RulesTotalsView | null;
}

/** 工作日历的全部版本，新的在前 */
export class CalendarVersionsView {
  items: CalendarVersionView[];
  nextCursor: string | null;
  /** 还在按旧规则计算、数秒内会更新的诉求 */
  pending: number;
}

export const rulesChangeView = (
  regionCode: string,
  applied: boolean,
  { version, totals, examples }: TriedEffects & { readonly version: number },
): RulesChangeView => ({
  ...{ regionCode, version, applied },
  effects: { ...totals },
  tickets: examples.map(ticketEffectView),
});

const instantOrNull = (at: number | null): string | null => (at === null ? null : isoOf(at));

const ticketEffectView = (effect: RulesEffect): TicketEffectView => ({
  ticketId: effect.ticketId,
  number: effect.number,
  clocks: effect.clocks.map((clock) => ({
    ...clock,
    label: CLOCK_KIND_LABEL[clock.kind],
    dueBefore: isoOf(clock.dueBefore),
    dueAfter: isoOf(clock.dueAfter),
  })),
  notices: effect.notices.map((notice) => ({ ...notice })),
  riseBefore: instantOrNull(effect.riseBefore),
  riseAfter: instantOrNull(effect.riseAfter),
  risenEarly: effect.risenEarly,
  risesAtOnce: effect.risesAtOnce,
  ticketUrl: `/api/v1/tickets/${effect.ticketId}`,
});

export const calendarVersionView = (record: CalendarRecord): CalendarVersionView => ({
  ...trailView(record),
  amendment: record.amendment as Record<string, unknown> | null,
});

/** Why a version was made, by whom and when, and what it did. */
export const trailView = ({ version, reason, madeBy, madeAt, effects }: RuleRecord) => ({
  ...{ version, reason, madeBy },
  madeAt: instantOrNull(madeAt),
  effects,
});
