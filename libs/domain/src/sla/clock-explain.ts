import type { Instant } from '../time';
import { NEVER, SECOND_MS } from '../time';
import { countsFrom, dueAfter } from './allowance';
import type { Clock } from './clock';
import { endedPauses, pausesUntil } from './clock-pauses';
import { dueAtIfResumed } from './clock-lamp';
import { workingTime } from './pauses';
import { countSeconds, isCounted, type Piece, type Segment } from './segments';
import type { WorkingCalendar } from './working-calendar';

/** Why a clock is due when it is; the counted seconds add up to `workingSeconds`. */
export interface ClockExplanation {
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly workingSeconds: number;
  readonly segments: readonly Segment[];
}

const FIRST_DAY_NOTE = '次日起算';
const CARRIED_OVER_NOTE = '首日暂停顺延';

/** What was granted on top of the first allowance: by an extension, or as the least a new round leaves. */
export const GRANT_NOTE = { extension: '延期', newRound: '再办理保障' } as const;

/**
 * Accounts for every instant from start to due. A pause that still lasts is taken as ending now, so the due time
 * told here is the one it would then have.
 */
export function explainClock(clock: Clock, calendar: WorkingCalendar, now: Instant): ClockExplanation {
  const { startedAt, allowance, workingMs } = clock;
  const dueAt = dueAtIfResumed(clock, now, calendar);
  const pauses = pausesUntil(clock, now);
  const countedFrom = Math.min(countsFrom(allowance, startedAt, calendar), dueAt);
  const counted = calendar.describe(countedFrom, dueAt, pauses);
  return {
    startedAt,
    dueAt,
    workingSeconds: Math.floor(workingMs / SECOND_MS),
    segments: countSeconds([
      ...calendar.describe(startedAt, countedFrom, pauses).map(onFirstDay),
      ...apportion(counted, sharesOf(clock, counted, calendar)),
    ]),
  };
}

/** Open time in its order: this much of it is told like this. */
interface Share {
  readonly ms: number;
  readonly told: (piece: Piece) => Piece;
}

/** First what the allowance granted, then what a pause on the first day gives back, then what came on top. */
function sharesOf(clock: Clock, counted: readonly Piece[], calendar: WorkingCalendar): readonly Share[] {
  const { allowance, startedAt, workingMs } = clock;
  const from = countsFrom(allowance, startedAt, calendar);
  const first = calendar.elapsed(from, dueAfter(allowance, startedAt, calendar));
  const open = counted.filter(isCounted).reduce((sum, piece) => sum + piece.to - piece.from, 0);
  const extended = extendedMs(clock, calendar);
  return [
    { ms: Math.min(first, workingMs), told: (piece) => piece },
    { ms: open - workingMs, told: carriedOver },
    { ms: workingMs - first - extended, told: granted(GRANT_NOTE.newRound) },
    { ms: NEVER, told: granted(GRANT_NOTE.extension) },
  ];
}

/** Open time the due time owes to extensions alone: what a new round would have granted anyway is not theirs. */
const extendedMs = (clock: Clock, calendar: WorkingCalendar): number =>
  workingTime(calendar, clock.unextendedDueAt, clock.dueAt, endedPauses(clock));

/** Cuts the counted pieces where one share ends and the next begins; the last share takes what is left. */
function apportion(pieces: readonly Piece[], shares: readonly Share[]): readonly Piece[] {
  const left = shares.map(({ ms }) => Math.max(ms, 0));
  let current = 0;
  return pieces.flatMap((piece) => {
    if (!isCounted(piece)) return [piece];
    const parts: Piece[] = [];
    for (let from = piece.from; from < piece.to;) {
      while (left[current] === 0) current += 1;
      const to = Math.min(piece.to, from + (left[current] ?? NEVER));
      parts.push((shares[current] as Share).told({ ...piece, from, to }));
      left[current] = (left[current] ?? NEVER) - (to - from);
      from = to;
    }
    return parts;
  });
}

/** A count in days leaves out what remains of the day it started on. */
const onFirstDay = (segment: Piece): Piece =>
  segment.reason === 'pause' ? segment : { ...segment, reason: 'closed', note: FIRST_DAY_NOTE };

/** A pause on that first day is added after the last day: this is its open time, given back. */
const carriedOver = (piece: Piece): Piece => ({ ...piece, reason: 'pause', note: CARRIED_OVER_NOTE });

const granted =
  (note: string) =>
  (piece: Piece): Piece => ({ ...piece, note: piece.note === undefined ? note : `${note}（${piece.note}）` });
