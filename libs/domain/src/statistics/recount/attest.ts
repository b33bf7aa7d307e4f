import type { Change } from '../../ticket/change';
import type { EventValue, TicketEvent } from '../../ticket/events';
import type { Ticket } from '../../ticket/ticket';
import { CALENDAR_FACTS, countedUnder, factsOf, NO_FACTS } from './facts';

type Facts = Record<string, EventValue>;

/**
 * The change with its last event saying which facts of the figures it has altered; the submission also says what the
 * ticket counts under from then on. What is hashed with the event cannot be altered unnoticed, the ledger could.
 */
export function attested(before: Ticket | null, change: Change): Change {
  const said: Facts = { ...(before === null ? countedUnder(change.ticket) : {}), ...altered(before, change) };
  const last = change.events.at(-1);
  if (last === undefined || Object.keys(said).length === 0) return change;
  const telling: TicketEvent = { ...last, data: { ...last.data, ...said } };
  return { ...change, events: [...change.events.slice(0, -1), telling] };
}

function altered(before: Ticket | null, { ticket }: Change): Facts {
  const [old, now] = [before === null ? NO_FACTS : factsOf(before), factsOf(ticket)];
  const changed = CALENDAR_FACTS.filter((fact) => old[fact] !== now[fact]);
  return Object.fromEntries(changed.map((fact) => [fact, now[fact]]));
}
