import { triggerMoment, triggersOf, type Trigger } from '../sla';
import type { Instant } from '../time';
import type { Context } from './context';
import type { Ticket, TicketClock } from './ticket';

/** A trigger that has not happened yet on a clock, and when it will. */
export interface PendingTrigger {
  readonly clock: TicketClock;
  readonly trigger: Trigger;
  readonly at: Instant;
}

type Terms = Pick<Context, 'policy' | 'calendar' | 'now'>;

/** What the policy's triggers still hold for a running clock. Nobody is reminded beforehand of what has passed. */
export function pendingTriggers(clock: TicketClock, { severity }: Ticket, terms: Terms): PendingTrigger[] {
  if (clock.state !== 'running') return [];
  return triggersOf(terms.policy, clock.kind, severity).flatMap((trigger) => {
    if (clock.fired.includes(trigger.code)) return [];
    const passed = trigger.side === 'before' && trigger.offset.count > 0 && clock.dueAt <= terms.now;
    const at = passed ? null : triggerMoment(trigger, clock, terms.calendar);
    return at === null ? [] : [{ clock, trigger, at }];
  });
}

/** The next of them over all clocks of a ticket; null when there is none. */
export function nextTriggerAt(ticket: Ticket, terms: Terms): Instant | null {
  const moments = ticket.clocks.flatMap((clock) => pendingTriggers(clock, ticket, terms)).map(({ at }) => at);
  return moments.length === 0 ? null : Math.min(...moments);
}
