import { isOneOf, RESOLVING_OUTCOMES } from '../ticket/axes';
import type { TicketRequest } from '../ticket/request';
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
  // Signals of gaming (投机信号): shown beside the figures, for somebody to look into.
  'answeredLastHour',
  'pausedNearDue',
  'severityLowered',
  'closedWithoutContact',
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
  // Late once is late: time granted by a new round does not undo it.
  const onTime = closed && !ticket.rounds.some(({ late }) => late);
  const asPromised = closed && !ticket.rounds.some(({ lateWithoutExtension }) => lateWithoutExtension);
  const rating = ticket.verdict?.rating ?? null;
  const facts: Record<Measure, boolean> = {
    collected: true,
    resolved: handled && ticket.outcome !== null && isOneOf(RESOLVING_OUTCOMES, ticket.outcome),
    closed,
    closedOnTime: onTime,
    onTimeWithoutExtension: asPromised,
    firstContactOnTime: ticket.firstContactOnTime === true,
    satisfied: closed && rating !== null && rating >= SATISFIED_FROM,
    rated: closed && rating !== null,
    notRated: closed && rating === null,
    confirmedByEnterprise: closed && ticket.verdict?.by === 'enterprise' && ticket.verdict.solved !== 'no',
    reworked: ticket.round > 1,
    returned: ticket.returnCount > 0,
    open: !handled,
    overdue: !handled && promiseOf(ticket)?.lapsed === true,
    answeredLastHour: handled && ticket.rounds.at(-1)?.lastHour === true,
    pausedNearDue: ticket.rounds.some(({ pausedNearDue }) => pausedNearDue === true),
    severityLowered: ticket.requests.some(lowered),
    closedWithoutContact: closed && ticket.firstContactOnTime === null,
  };
  return mapMeasures((measure) => (collected && facts[measure] ? 1 : 0));
}

const lowered = ({ kind, state, toSeverity }: TicketRequest): boolean =>
  kind === 'downgrade' && state === 'approved' && toSeverity !== null;

/**
 * Amounts beside the counts, in open minutes of the tickets that have been answered: their quotient is the share of
 * paused time (暂停占比).
 */
export const AMOUNTS = ['handlingMinutes', 'pausedMinutes'] as const;
export type Amount = (typeof AMOUNTS)[number];
export type Amounts = Readonly<Record<Amount, number>>;

/** What the ticket adds to the amounts as it stands; nothing before an answer and again after a dispute. */
export function amountsOf(ticket: Ticket, { collected } = measuresOf(ticket)): Amounts {
  const counts = collected === 1 && isOneOf(HANDLED, ticket.status);
  const { handlingMinutes, pausedMinutes } = ticket;
  return counts ? { handlingMinutes, pausedMinutes } : { handlingMinutes: 0, pausedMinutes: 0 };
}

export function mapMeasures(value: (measure: Measure) => number): Measures {
  return Object.fromEntries(MEASURES.map((measure) => [measure, value(measure)])) as Record<Measure, number>;
}
