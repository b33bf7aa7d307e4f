import {
  chainReport,
  explainClock,
  type ChainReport,
  type ChainTotals,
  type Ticket,
  type WorkingCalendar,
} from '@zhuqi/domain';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The parts of the stretches that no span covers; they may overlap each other. */
function without(stretches: readonly Stretch[], span: Stretch): Stretch[] {
  return stretches
    .flatMap(({ from, to }) => [
      { from, to: Math.min(to, span.from) },
      { from: Math.max(from, span.to), to },
    ])
    .filter(({ from, to }) => from < to);
}

/** When the ticket was out of everybody's hands: from a closing to the reopening after it. */
const closedSpans = ({ rounds }: Ticket): Stretch[] =>
  rounds.flatMap(({ opened, from }, index) => {
    const closedAt = rounds[index - 1]?.closedAt ?? null;
    return opened === 'reopen' && closedAt !== null ? [{ from: closedAt, to: from }] : [];
  });

/**
 * Working milliseconds from the dispatch to the end, counted without hops, rounds or shares: the whole stretch, the
 * promise's pauses and the times it was closed cut out, and what is left put end to end.
 */
export function workedMs(ticket: Ticket, calendar: WorkingCalendar, now: number): number {
  const { dispatchedAt, closedAt } = ticket;
  if (dispatchedAt === null) return 0;
  const promise = ticket.clocks.find(({ kind }) => kind === 'resolve');
  const pauses = (promise?.pauses ?? []).map(({ from, to }) => ({ from, to: to ?? Math.max(now, from) }));
  const left = [...pauses, ...closedSpans(ticket)].reduce<readonly Stretch[]>(without, [
    { from: dispatchedAt, to: closedAt ?? now },
  ]);
  return left.reduce((sum, { from, to }) => sum + calendar.elapsed(from, to), 0);
}

const SHARES = ['workingSeconds', 'overdueSeconds', 'workingMinutes', 'overdueMinutes'] as const;

const sumOf = (parts: readonly ChainTotals[], share: (typeof SHARES)[number]): number =>
  parts.reduce((sum, part) => sum + part[share], 0);

function shareFaults({ links, rounds, total }: ChainReport): string[] {
  return SHARES.flatMap((share) => {
    const [hops, turns] = [sumOf(links, share), sumOf(rounds, share)];
    const parts = [...links, ...rounds];
    const faults = hops === total[share] && turns === total[share] ? [] : [`${share} ${hops}/${turns}`];
    return parts.some((part) => part[share] < 0) ? [...faults, `a negative ${share}`] : faults;
  });
}

type Versions = (version: number) => WorkingCalendar;

/** Stopped clocks that were explained once: nothing about them changes any more. */
const explained = new WeakSet();

/** What is wrong with the account of a ticket's time: its shares do not add up, or a clock cannot be explained. */
export function timeFaults(ticket: Ticket, versionOf: Versions, now: number): string[] {
  const calendar = versionOf(ticket.calendarVersion);
  const report = chainReport(ticket, calendar, now);
  const faults = shareFaults(report);
  const seconds = Math.floor(workedMs(ticket, calendar, now) / 1_000);
  if (report.total.workingSeconds !== seconds) {
    faults.push(`the chain says ${report.total.workingSeconds} working seconds, a recount ${seconds}`);
  }
  for (const clock of ticket.clocks.filter((each) => !explained.has(each))) {
    const { segments, workingSeconds, dueAt } = explainClock(clock, versionOf(clock.calendarVersion), now);
    const counted = segments.reduce((sum, segment) => sum + segment.seconds, 0);
    const gapless = segments.every(({ to }, index) => to === (segments[index + 1]?.from ?? dueAt));
    if (counted !== workingSeconds) faults.push(`${clock.kind} explains ${counted} of ${workingSeconds} s`);
    if (clock.state === 'stopped' && counted === workingSeconds && gapless) explained.add(clock);
    if (!gapless) faults.push(`the explanation of ${clock.kind} has a gap`);
  }
  return faults;
}
