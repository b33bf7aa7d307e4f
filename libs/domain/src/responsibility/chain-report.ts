import type { Pause, WorkingCalendar } from '../sla';
import { workingTime } from '../sla';
import { MINUTE_MS, NEVER, SECOND_MS, type Instant } from '../time';
import type { Tier } from '../ticket/axes';
import { promiseOf, type Holding, type Overrun, type Ticket } from '../ticket/ticket';

/** One holder's share of the working time and of the overrun of the promise. */
export interface ChainLink {
  readonly tier: Tier;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly round: number;
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

export interface ChainReport {
  readonly links: readonly ChainLink[];
  readonly total: ChainTotals;
}

/**
 * Splits the time from dispatch to the end among the holders. Hops follow each other without gap, so their shares
 * add up to the ticket's totals to the second; minutes are cut from the running sum so that they add up as well.
 */
export function chainReport(ticket: Ticket, calendar: WorkingCalendar, now: Instant): ChainReport {
  const promise = promiseOf(ticket);
  const pauses = (promise?.pauses ?? []).map((pause) => closedPause(pause, now));
  const dueAt = promise?.dueAt ?? null;
  let working = 0;
  let overdue = 0;
  const links = ticket.holdings.map((hop): ChainLink => {
    const to = hop.toAt ?? now;
    const workingMs = workingTime(calendar, hop.fromAt, to, pauses);
    const overdueMs = overdueSpans(ticket, dueAt).reduce(
      (sum, late) =>
        sum + workingTime(calendar, Math.max(hop.fromAt, late.from), Math.min(to, late.to), pauses),
      0,
    );
    const before = { working, overdue };
    working += workingMs;
    overdue += overdueMs;
    return { ...hopOf(hop), dueAt, legDueAt: legDue(ticket, hop), ...shares(before, { working, overdue }) };
  });
  return { links, total: shares({ working: 0, overdue: 0 }, { working, overdue }) };
}

interface Sums {
  readonly working: number;
  readonly overdue: number;
}

function shares(before: Sums, after: Sums): ChainTotals {
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

function hopOf(hop: Holding): Pick<ChainLink, 'tier' | 'unitId' | 'personId' | 'round' | 'fromAt' | 'toAt'> {
  const { tier, unitId, personId, round, fromAt, toAt } = hop;
  return { tier, unitId, personId, round, fromAt, toAt };
}
