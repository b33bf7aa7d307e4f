import type { WorkingCalendar } from '../sla';
import { HOUR_MS, type Instant } from '../time';
import type { Context } from './context';
import { inRound } from './round';
import { promiseOf, type Ticket } from './ticket';

/** Signals of gaming, shown and never punished: what happened in time, with this much open time left or less. */
export const LAST_HOUR_MS = HOUR_MS;
export const NEAR_DUE_MS = 4 * HOUR_MS;

/** Whether the due time is still ahead and no more than `within` open milliseconds away. */
export const isNearDue = (dueAt: Instant, now: Instant, within: number, calendar: WorkingCalendar): boolean =>
  now <= dueAt && calendar.elapsed(now, dueAt) <= within;

/** Notes on the present round that its clocks are about to stand still shortly before the promise is due. */
export function notedPause(ticket: Ticket, { now, calendar }: Context): Ticket {
  const promise = promiseOf(ticket);
  const near = promise?.state === 'running' && isNearDue(promise.dueAt, now, NEAR_DUE_MS, calendar);
  return near ? { ...ticket, rounds: inRound(ticket.rounds, { pausedNearDue: true }) } : ticket;
}
