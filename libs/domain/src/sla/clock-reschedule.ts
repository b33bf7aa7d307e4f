import type { Instant } from '../time';
import { countsFrom, dueAfter, type Allowance } from './allowance';
import type { Clock } from './clock';
import { endedPauses } from './clock-pauses';
import { warnAtBefore, warnBeforeMs, type LampRule } from './lamp';
import { dueAfterPauses, workingTime } from './pauses';
import type { WorkingCalendar } from './working-calendar';

/** What a later policy promises instead. */
export interface NewTerms {
  readonly allowance: Allowance;
  readonly policyVersion: number;
  readonly lamp: LampRule;
}

/** A change of rules: the calendar a clock was promised on, the one that holds now, and new terms if there are any. */
export interface RulesChange {
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
  readonly terms?: NewTerms;
}

/** The due time a clock would have under an allowance, from its start and its ended pauses alone. */
export function dueUnder(
  allowance: Allowance,
  clock: Pick<Clock, 'startedAt' | 'pauses'>,
  calendar: WorkingCalendar,
): Instant {
  const due = dueAfter(allowance, clock.startedAt, calendar);
  return dueAfterPauses(calendar, clock.startedAt, due, endedPauses(clock));
}

/**
 * A live clock worked out anew under changed rules: the same pauses and, in open time, the same extensions and
 * minimums on top of what its allowance grants. A clock that does not move is returned as it is, so a dry run
 * counts the ones that do.
 */
export function rescheduleClock(clock: Clock, { before, after, terms }: RulesChange): Clock {
  if (clock.state !== 'running' && clock.state !== 'paused') return clock;
  const allowance = terms?.allowance ?? clock.allowance;
  const [from, base] = [dueUnder(clock.allowance, clock, before), dueUnder(allowance, clock, after)];
  const movedTo = (due: Instant): Instant => {
    const added = addedOnTop(clock, from, due, before);
    return added === null ? base : added(base, after);
  };
  const dueAt = movedTo(clock.dueAt);
  const workingMs =
    clock.workingMs - firstGrant(clock.allowance, clock, before) + firstGrant(allowance, clock, after);
  const moved: Clock = {
    ...clock,
    allowance,
    workingMs,
    originalDueAt: dueAfter(allowance, clock.startedAt, after),
    dueAt,
    unextendedDueAt: movedTo(clock.unextendedDueAt),
    warnAt: warnAtBefore(
      dueAt,
      warnMs(clock, { workingMs, dueAt }, { before, after, ...(terms && { terms }) }),
      after,
    ),
    provisional: after.isProvisional(dueAt),
    policyVersion: terms?.policyVersion ?? clock.policyVersion,
    generation: clock.generation + 1,
  };
  const same = MOVABLE.every((field) => moved[field] === clock[field]);
  return same ? clock : moved;
}

type Addition = (due: Instant, calendar: WorkingCalendar) => Instant;

/**
 * What extensions and minimums added to what the allowance grants, so that it can be added on another calendar; null
 * when there is nothing. A pause within the time added was none of it: it puts the due time off by itself.
 */
function addedOnTop(clock: Clock, from: Instant, due: Instant, calendar: WorkingCalendar): Addition | null {
  const open = calendar.elapsed(from, due);
  if (open === 0) return null;
  const pauses = endedPauses(clock);
  const worked = workingTime(calendar, from, due, pauses);
  const besidePauses: Addition = (at, on) => dueAfterPauses(on, at, on.addTime(at, worked), pauses);
  const throughout: Addition = (at, on) => on.addTime(at, open);
  return besidePauses(from, calendar) === due ? besidePauses : throughout;
}

const MOVABLE = [
  'dueAt',
  'unextendedDueAt',
  'warnAt',
  'workingMs',
  'originalDueAt',
  'provisional',
  'policyVersion',
] as const;

/** Open time from the warning to the due time: as it was, or as a new lamp rule says. */
function warnMs(
  clock: Clock,
  { workingMs, dueAt }: Pick<Clock, 'workingMs' | 'dueAt'>,
  { before, after, terms }: RulesChange,
): number {
  if (terms !== undefined)
    return warnBeforeMs({ allowance: terms.allowance, workingMs, dueAt }, terms.lamp, after);
  return clock.warnAt === null ? 0 : before.elapsed(clock.warnAt, clock.dueAt);
}

const firstGrant = (allowance: Allowance, { startedAt }: Clock, calendar: WorkingCalendar): number =>
  calendar.elapsed(countsFrom(allowance, startedAt, calendar), dueAfter(allowance, startedAt, calendar));
