import { dueAtIfResumed, overdueMs, pausesUntil, standsAt, workingTime, type WorkingCalendar } from '../sla';
import { MINUTE_MS, SECOND_MS, type Instant } from '../time';
import type { Assist } from '../ticket/assist';
import type { Ticket, TicketClock } from '../ticket/ticket';
import type { ChainTotals } from './chain-report';

/** An assistant's own account: it runs beside the holders' and is in none of their sums. */
export interface AssistShare extends ChainTotals {
  readonly assist: Assist;
  /** Due time of its own clock; null where the policy sets none. */
  readonly dueAt: Instant | null;
}

/** What each assistant took from its asking to its opinion or release, or has taken until now. */
export const assistReport = (ticket: Ticket, calendar: WorkingCalendar, now: Instant): AssistShare[] =>
  ticket.assists.map((assist) => {
    const clock = ticket.clocks.find(({ id }) => id === assist.clockId);
    return clock === undefined
      ? { assist, dueAt: null, ...totals(calendar.elapsed(assist.askedAt, assist.endedAt ?? now), 0) }
      : { assist, ...onClock(clock, calendar, now) };
  });

function onClock(
  clock: TicketClock,
  calendar: WorkingCalendar,
  now: Instant,
): ChainTotals & { readonly dueAt: Instant } {
  const worked = workingTime(calendar, clock.startedAt, standsAt(clock, now), pausesUntil(clock, now));
  return {
    dueAt: dueAtIfResumed(clock, now, calendar),
    ...totals(worked, overdueMs(clock, now, calendar)),
  };
}

const totals = (workingMs: number, overdue: number): ChainTotals => ({
  workingSeconds: Math.floor(workingMs / SECOND_MS),
  overdueSeconds: Math.floor(overdue / SECOND_MS),
  workingMinutes: Math.floor(workingMs / MINUTE_MS),
  overdueMinutes: Math.floor(overdue / MINUTE_MS),
});
