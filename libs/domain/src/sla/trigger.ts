import type { Severity } from '../ticket/axes';
import type { Instant } from '../time';
import { MINUTE_MS } from '../time';
import { dueUnder } from './clock-reschedule';
import type { Clock, ClockKind } from './clock';
import { warnAtBefore } from './lamp';
import type { WorkingCalendar } from './working-calendar';

export const TRIGGER_SIDES = ['before', 'after'] as const;
export type TriggerSide = (typeof TRIGGER_SIDES)[number];

/** `remind` tells who owes it; `urge` also the officer; `supervise` starts a supervision; `escalate` raises the tier. */
export const TRIGGER_EFFECTS = ['remind', 'urge', 'supervise', 'escalate'] as const;
export type TriggerEffect = (typeof TRIGGER_EFFECTS)[number];

export const TRIGGER_UNITS = ['workingDays', 'workingMinutes'] as const;

/** A distance from the due time in working time; a count of 0 is the due time itself. */
export interface TriggerOffset {
  readonly unit: (typeof TRIGGER_UNITS)[number];
  readonly count: number;
}

/** Something that happens at a moment before or after the due time of every running clock of a kind. */
export interface Trigger {
  /** Unique within a policy; a clock remembers it, so it happens once for each due time. */
  readonly code: string;
  readonly clock: ClockKind;
  readonly side: TriggerSide;
  readonly offset: TriggerOffset;
  readonly effect: TriggerEffect;
  /** Only tickets of these severities; all when left out. */
  readonly severities?: readonly Severity[];
}

/**
 * When a trigger of this clock happens; null when there is no such moment. After the due time days end at closing and
 * pauses do not count, as in every other deadline. Before it a working day is the open time of the day it is due on,
 * and a moment that does not lie after the clock's start is none: nobody is reminded of what has just begun.
 */
export function triggerMoment(trigger: Trigger, clock: Clock, calendar: WorkingCalendar): Instant | null {
  const { unit, count } = trigger.offset;
  if (count === 0) return clock.dueAt;
  if (trigger.side === 'after')
    return dueUnder({ unit, count }, { ...clock, startedAt: clock.dueAt }, calendar);
  // The day a due time at midnight closes is the day before.
  const unitMs = unit === 'workingMinutes' ? MINUTE_MS : calendar.openMsAround(clock.dueAt - 1);
  const at = warnAtBefore(clock.dueAt, count * unitMs, calendar);
  return at !== null && at > clock.startedAt ? at : null;
}
