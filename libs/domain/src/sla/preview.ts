import { accepted, refused, type Decision } from '../decision';
import type { Instant } from '../time';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../time';
import { dueAfterPauses } from './pauses';
import type { Span } from './spans';
import type { Segment } from './segments';
import type { WorkingCalendar } from './working-calendar';
import type { DayCount } from './working-days';

/** What may be granted in a try-out. */
export type PreviewAllowance =
  { readonly minutes: number } | { readonly seconds: number } | ({ readonly days: number } & DayCount);

export interface DeadlineQuestion {
  readonly calendar: WorkingCalendar;
  readonly start: Instant;
  readonly allowance: PreviewAllowance;
  readonly pauses?: readonly Span[];
}

export interface DeadlinePreview {
  readonly dueAt: Instant;
  /** Lies past the published holidays and may move when they are published. */
  readonly provisional: boolean;
  readonly segments: readonly Segment[];
}

/** The due time alone: pauses do not count, for day allowances their open time follows the n-th day. `±NEVER` when the calendar runs out. */
export function deadlineOf({ calendar, start, allowance, pauses = [] }: DeadlineQuestion): Instant {
  return dueAfterPauses(calendar, start, unpausedDeadline(calendar, start, allowance), pauses);
}

/** How far a preview is explained, segment by segment: ten years. */
const LONGEST_PREVIEW_MS = 3_660 * DAY_MS;

/**
 * The due time with its explanation. Refused `calendar.never_open` when the calendar runs out before it, and
 * `calendar.allowance` when it lies further off than anyone would read.
 */
export function previewDeadline(question: DeadlineQuestion): Decision<DeadlinePreview> {
  const { calendar, start, pauses = [] } = question;
  const dueAt = deadlineOf(question);
  if (!Number.isFinite(dueAt))
    return refused(
      'calendar.never_open',
      '按此工作日历，十年内没有开放时间或期限超过一百年，无法计算到期时间',
    );
  if (Math.abs(dueAt - start) > LONGEST_PREVIEW_MS)
    return refused('calendar.allowance', '试算的期限不能超过十年');
  const segments = calendar.describe(start, dueAt, pauses);
  return accepted({ dueAt, provisional: calendar.isProvisional(dueAt), segments });
}

function unpausedDeadline(calendar: WorkingCalendar, start: Instant, allowance: PreviewAllowance): Instant {
  if ('days' in allowance) return calendar.addDays(start, allowance.days, allowance);
  const ms = 'minutes' in allowance ? allowance.minutes * MINUTE_MS : allowance.seconds * SECOND_MS;
  return calendar.addTime(start, Math.round(ms));
}
