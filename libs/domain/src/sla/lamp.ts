import type { Instant } from '../time';
import type { Allowance } from './allowance';
import type { WorkingCalendar } from './working-calendar';

/** From worst to best; a clock that does not run is grey. */
export const LAMPS = ['red', 'yellow', 'green', 'grey'] as const;
export type Lamp = (typeof LAMPS)[number];

export const worseLamp = (a: Lamp, b: Lamp): Lamp => (LAMPS.indexOf(a) <= LAMPS.indexOf(b) ? a : b);

/** When a clock turns yellow: as soon as either part holds. */
export interface LampRule {
  /** Yellow when at most this share of the allowance remains. */
  readonly share: { readonly numerator: number; readonly denominator: number };
  /** Yellow when at most so many working days remain … */
  readonly lastDays: number;
  /** … of an allowance over so many. */
  readonly aboveDays: number;
}

export const DEFAULT_LAMP_RULE: LampRule = {
  share: { numerator: 1, denominator: 3 },
  lastDays: 1,
  aboveDays: 2,
};

/** What has been promised, as far as the yellow lamp asks. */
export interface Grant {
  readonly allowance: Allowance;
  readonly workingMs: number;
  readonly dueAt: Instant;
}

/** The remaining open time at which a clock turns yellow. */
export function warnBeforeMs(grant: Grant, rule: LampRule, calendar: WorkingCalendar): number {
  const share = Math.floor((grant.workingMs * rule.share.numerator) / rule.share.denominator);
  // The day a due time at midnight closes is the day before.
  const dayMs = calendar.openMsAround(grant.dueAt - 1);
  return isAbove(grant, rule.aboveDays, dayMs) ? Math.max(share, rule.lastDays * dayMs) : share;
}

function isAbove({ allowance, workingMs }: Grant, days: number, dayMs: number): boolean {
  if (allowance.unit === 'workingDays') return allowance.count > days;
  return allowance.unit === 'workingMinutes' && dayMs > 0 && workingMs > days * dayMs;
}

/** The first instant at which at most `beforeMs` of open time remain until `dueAt`; null when there is nothing to warn of. */
export function warnAtBefore(dueAt: Instant, beforeMs: number, calendar: WorkingCalendar): Instant | null {
  if (beforeMs <= 0) return null;
  const latest = calendar.subtractTime(dueAt, beforeMs);
  // No time counts between a closing and the next opening: the lamp changes when the doors close.
  const earliest = calendar.isOpen(latest - 1) ? latest : calendar.previousClosing(latest - 1);
  return Number.isFinite(earliest) ? earliest : latest;
}
