import { dueAtIfResumed, type WorkingCalendar } from '../sla';
import type { Instant } from '../time';
import type { Ticket, TicketClock } from './ticket';

/** A clock before and after a change of rules, with the due times a ticket shows for it. */
export interface ClockShift {
  readonly old: TicketClock;
  readonly clock: TicketClock;
  readonly dueBefore: Instant;
  readonly dueAfter: Instant;
}

interface Change {
  readonly now: Instant;
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
}

/**
 * Every live clock with the due time it showed and the one it shows now. Of one that stands that is the time it would
 * have if it ran on now: the very time that stands on the ticket.
 */
export const clockShifts = (before: Ticket, after: Ticket, change: Change): readonly ClockShift[] =>
  after.clocks.flatMap((clock, index) => {
    const old = before.clocks[index];
    if (old === undefined || (clock.state !== 'running' && clock.state !== 'paused')) return [];
    return [
      {
        ...{ old, clock },
        dueBefore: dueAtIfResumed(old, change.now, change.before),
        dueAfter: dueAtIfResumed(clock, change.now, change.after),
      },
    ];
  });
