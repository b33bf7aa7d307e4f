import type { Instant } from '../time';
import type { Tier } from './axes';
import type { Context } from './context';
import type { EventType, TicketEvent } from './events';
import type { Ticket } from './ticket';

/** Why a ticket rose; with ticket, round and the tier left it happens at most once. */
export const ESCALATION_CAUSES = [
  'manual',
  'resolve_overdue',
  'redispatched',
  'disputed_twice',
  'returned',
  'leg_overdue',
  'unclaimed',
] as const;
export type EscalationCause = (typeof ESCALATION_CAUSES)[number];

export const ESCALATION_CAUSE_LABEL = {
  manual: '承办单位申请提级',
  resolve_overdue: '超过办结时限',
  redispatched: '同级反复交办',
  disputed_twice: '企业两次不认可',
  returned: '退回超过次数',
  leg_overdue: '超过本级时限',
  unclaimed: '逾期未认领',
} as const satisfies Record<EscalationCause, string>;

export interface Escalation {
  readonly id: string;
  readonly round: number;
  readonly fromTier: Tier;
  readonly toTier: Tier;
  readonly cause: EscalationCause;
  readonly at: Instant;
  readonly seq: number;
}

/** What a decision leads to: the ticket as it is now, and what happened on the way. */
export interface Change {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  readonly escalations: readonly Escalation[];
}

export const unchanged = (ticket: Ticket): Change => ({ ticket, events: [], escalations: [] });

type Particulars = Partial<Pick<TicketEvent, 'data' | 'texts'>>;

/** Adds an event: the version is the sequence of the last one, so it moves with every event. */
export function record(change: Change, ctx: Context, type: EventType, particulars: Particulars = {}): Change {
  const event: TicketEvent = {
    type,
    at: ctx.now,
    actor: ctx.actor,
    data: { ...particulars.data, ...behalf(ctx) },
    texts: particulars.texts ?? {},
  };
  const ticket = { ...change.ticket, version: change.ticket.version + 1 };
  return { ...change, ticket, events: [...change.events, event] };
}

/** Whose place the person took. What the system does by itself it does for nobody. */
const behalf = ({ actor, onBehalfOfId = null }: Context): TicketEvent['data'] =>
  actor.kind === 'person' && onBehalfOfId !== null ? { onBehalfOfId } : {};

/** The change with its ticket altered. */
export const alter = (change: Change, fields: Partial<Ticket>): Change => ({
  ...change,
  ticket: { ...change.ticket, ...fields },
});

/** The key under which an escalation happens once: the same one the database holds unique. */
export const escalationKey = (ticket: Ticket, cause: EscalationCause): string =>
  `${String(ticket.round)}:${String(ticket.tier)}:${cause}`;
