import { isOneOf, RESOLVING_OUTCOMES } from '../ticket/axes';
import { promiseOf, type Ticket } from '../ticket/ticket';

/** Every published measure; each is a pure function of the ticket, 0 or 1 while it counts. */
export const MEASURES = [
  'collected',
  'resolved',
  'closed',
  'closedOnTime',
  'onTimeWithoutExtension',
  'firstContactOnTime',
  'satisfied',
  'rated',
  'notRated',
  'confirmedByEnterprise',
  'reworked',
  'returned',
  'open',
  'overdue',
] as const;
export type Measure = (typeof MEASURES)[number];
export type Measures = Readonly<Record<Measure, number>>;

const SATISFIED_FROM = 4;
const NOT_COUNTED = ['rejected', 'withdrawn', 'merged'] as const;
const HANDLED = ['answered', 'closed'] as const;

/** What the ticket counts for as it stands (domain definitions of 收集、解决、办结、按时、响应、满意 …). */
export function measuresOf(ticket: Ticket): Measures {
  const collected = ticket.collectedAt !== null && !isOneOf(NOT_COUNTED, ticket.status);
  const handled = isOneOf(HANDLED, ticket.status);
  const closed = ticket.status === 'closed';
  const onTime = closed && !answeredLate(ticket);
  const rating = ticket.verdict?.rating ?? null;
  const facts: Record<Measure, boolean> = {
    collected: true,
    resolved: handled && ticket.outcome !== null && isOneOf(RESOLVING_OUTCOMES, ticket.outcome),
    closed,
    closedOnTime: onTime,
    // There is no extension yet, and the time a dispute grants does not count: what is on time is so without one.
    onTimeWithoutExtension: onTime,
    firstContactOnTime: ticket.firstContactOnTime === true,
    satisfied: closed && rating !== null && rating >= SATISFIED_FROM,
    rated: closed && rating !== null,
    notRated: closed && rating === null,
    confirmedByEnterprise: closed && ticket.verdict?.by === 'enterprise' && ticket.verdict.solved !== 'no',
    reworked: ticket.round > 1,
    returned: ticket.returnCount > 0,
    open: !handled,
    overdue: !handled && promiseOf(ticket)?.lapsed === true,
  };
  return mapMeasures((measure) => (collected && facts[measure] ? 1 : 0));
}

/** Late once is late: time granted by a dispute does not undo it. */
function answeredLate(ticket: Ticket): boolean {
  const promise = promiseOf(ticket);
  if (ticket.overruns.length > 0) return true;
  return promise !== null && ticket.answeredAt !== null && ticket.answeredAt > promise.dueAt;
}

export function mapMeasures(value: (measure: Measure) => number): Measures {
  return Object.fromEntries(MEASURES.map((measure) => [measure, value(measure)])) as Record<Measure, number>;
}
