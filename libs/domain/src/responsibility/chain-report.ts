import type { Pause, WorkingCalendar } from '../sla';
import { workingTime } from '../sla';
import { MINUTE_MS, NEVER, SECOND_MS, type Instant } from '../time';
import type { Tier } from '../ticket/axes';
import type { Round } from '../ticket/round';
import { promiseOf, type Holding, type Overrun, type Ticket } from '../ticket/ticket';

/** One holder's share of the working time and of the overrun of the promise. */
export interface ChainLink {
  readonly tier: Tier;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly round: number;
  /** The event that handed it over, which says why. */
  readonly seq: number;
  readonly fromAt: Instant;
  readonly toAt: Instant | null;
  readonly workingSeconds: number;
  readonly overdueSeconds: number;
  readonly workingMinutes: number;
  readonly overdueMinutes: number;
  /** Due time of the promise, against which the overrun is counted. */
  readonly dueAt: Instant | null;
  /** Due time of this hop's own clock; null where the tier has none. */
  readonly legDueAt: Instant | null;
}

export interface ChainTotals {
  readonly workingSeconds: number;
  readonly overdueSeconds: number;
  readonly workingMinutes: number;
  readonly overdueMinutes: number;
}

/** One round's share of the same time: from its opening to the next one's, or to the end. */
export interface RoundShare extends ChainTotals {
  readonly round: Round;
  readonly toAt: Instant | null;
}

export interface ChainReport {
  readonly links: readonly ChainLink[];
  /** In order; the first, the last and the sum of them all are the durations people ask for. */
  readonly rounds: readonly RoundShare[];
  readonly total: ChainTotals;
}

/**
 * Splits the time from dispatch to the end among the holders, and again among the rounds. Spans follow each other
 * without overlap, so their shares add up to the ticket's totals to the second; minutes are cut from the running sum
 * so that they add up as well.
 */
export function chainReport(ticket: Ticket, calendar: WorkingCalendar, now: Instant): ChainReport {
  const dueAt = promiseOf(ticket)?.dueAt ?? null;
  const measure = measurer(ticket, calendar, now);
  const hops = ticket.holdings.map(({ fromAt, toAt }) => ({ from: fromAt, to: toAt ?? now }));
  const { shares, total } = split(hops, measure);
  const links = ticket.holdings.map((hop, index): ChainLink => ({
    ...hopOf(hop),
    dueAt,
    legDueAt: legDue(ticket, hop),
    ...(shares[index] as ChainTotals),
  }));
  return { links, rounds: roundShares(ticket, measure, now), total };
}

function roundShares({ rounds, holdings }: Ticket, measure: Measure, now: Instant): RoundShare[] {
  const last = holdings.at(-1);
  const ends = rounds.map((_, index) => rounds[index + 1]?.from ?? last?.toAt ?? null);
  const spans = rounds.map(({ from }, index) => ({ from, to: ends[index] ?? now }));
  const { shares } = split(spans, measure);
  return rounds.map((round, index) => ({
    round,
    toAt: ends[index] ?? null,
    ...(shares[index] as ChainTotals),
  }));
}

interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

type Measure = (stretch: Stretch) => Sums;

/** Open time of a stretch outside the promise's pauses, and how much of it the promise was overdue. */
function measurer(ticket: Ticket, calendar: WorkingCalendar, now: Instant): Measure {
  const promise = promiseOf(ticket);
  const pauses = (promise?.pauses ?? []).map((pause) => closedPause(pause, now));
  const late = overdueSpans(ticket, promise?.dueAt ?? null);
  return ({ from, to }) => ({
    working: workingTime(calendar, from, to, pauses),
    overdue: late.reduce(
      (sum, span) => sum + workingTime(calendar, Math.max(from, span.from), Math.min(to, span.to), pauses),
      0,
    ),
  });
}

function split(
  stretches: readonly Stretch[],
  measure: Measure,
): { readonly shares: readonly ChainTotals[]; readonly total: ChainTotals } {
  let sums: Sums = { working: 0, overdue: 0 };
  const parts = stretches.map((stretch) => {
    const before = sums;
    const { working, overdue } = measure(stretch);
    sums = { working: before.working + working, overdue: before.overdue + overdue };
    return cutShares(before, sums);
  });
  return { shares: parts, total: cutShares({ working: 0, overdue: 0 }, sums) };
}

interface Sums {
  readonly working: number;
  readonly overdue: number;
}

function cutShares(before: Sums, after: Sums): ChainTotals {
  const cut = (from: number, to: number, unit: number): number =>
    Math.floor(to / unit) - Math.floor(from / unit);
  return {
    workingSeconds: cut(before.working, after.working, SECOND_MS),
    overdueSeconds: cut(before.overdue, after.overdue, SECOND_MS),
    workingMinutes: cut(before.working, after.working, MINUTE_MS),
    overdueMinutes: cut(before.overdue, after.overdue, MINUTE_MS),
  };
}

const closedPause = (pause: Pause, now: Instant): { from: Instant; to: Instant } => ({
  from: pause.from,
  to: pause.to ?? Math.max(now, pause.from),
});

/** When the promise stood overdue: before each dispute that granted new time, and since the present due time. */
const overdueSpans = (ticket: Ticket, dueAt: Instant | null): readonly Overrun[] =>
  dueAt === null ? ticket.overruns : [...ticket.overruns, { from: dueAt, to: NEVER }];

const legDue = (ticket: Ticket, hop: Holding): Instant | null =>
  ticket.clocks.find((clock) => clock.id === hop.clockId)?.dueAt ?? null;

function hopOf(
  hop: Holding,
): Pick<ChainLink, 'tier' | 'unitId' | 'personId' | 'round' | 'seq' | 'fromAt' | 'toAt'> {
  const { tier, unitId, personId, round, seq, fromAt, toAt } = hop;
  return { tier, unitId, personId, round, seq, fromAt, toAt };
}
