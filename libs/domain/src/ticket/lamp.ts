import {
  clockLamp,
  nextLampChangeAt,
  workMinutesLeft,
  worseLamp,
  type Lamp,
  type WorkingCalendar,
} from '../sla';
import type { Instant } from '../time';
import { legOf, promiseOf, type Ticket, type TicketClock } from './ticket';

const lampClocks = (ticket: Ticket): TicketClock[] =>
  [promiseOf(ticket), legOf(ticket)].filter((clock): clock is TicketClock => clock !== null);

/** The ticket's lamp: the worse of its promise and its current leg; green while nothing is running yet. */
export function ticketLamp(ticket: Ticket, now: Instant): Lamp {
  const lamps = lampClocks(ticket).map((clock) => clockLamp(clock, now));
  return lamps.length === 0 ? 'green' : lamps.reduce(worseLamp);
}

/** When the ticket's lamp changes next if nobody acts. */
export function ticketLampChangeAt(ticket: Ticket, now: Instant): Instant | null {
  const moments = lampClocks(ticket)
    .map((clock) => nextLampChangeAt(clock, now))
    .filter((at): at is Instant => at !== null);
  return moments.length === 0 ? null : Math.min(...moments);
}

/** Working minutes left of the clock that is due first, negative when overdue; null without a live clock. */
export function ticketWorkMinutesLeft(
  ticket: Ticket,
  now: Instant,
  calendar: WorkingCalendar,
): number | null {
  // Merged, it falls due with its parent.
  if (ticket.status === 'merged') return null;
  const live = lampClocks(ticket).filter((clock) => clock.state !== 'stopped');
  const first = live.reduce<TicketClock | null>(
    (min, clock) => (min && min.dueAt <= clock.dueAt ? min : clock),
    null,
  );
  return first === null ? null : workMinutesLeft(first, now, calendar);
}
