import { accepted, refused, type Decision } from '../../decision';
import type { Day } from '../../time';
import type { Allowance } from '../../sla';
import { record, unchanged, type Change } from '../change';
import { stopClocks, withClock } from '../clockwork';
import type { Context } from '../context';
import { workingDaysUntil } from '../days';
import type { TicketEvent } from '../events';
import { isHolder } from '../standing';
import type { Ticket } from '../ticket';
import { told } from './told';

export const VISIBILITIES = ['internal', 'enterprise'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Written progress. What the enterprise can see counts as contact and reply; the holder's word ends a supervision. */
export function comment(
  ticket: Ticket,
  input: { readonly text: string; readonly visibility: Visibility },
  ctx: Context,
): Change {
  const byEnterprise = ctx.actor.kind === 'person' && ctx.actor.enterpriseId !== null;
  const visibility = byEnterprise ? 'enterprise' : input.visibility;
  const toEnterprise = visibility === 'enterprise' && !byEnterprise;
  const heard = toEnterprise ? told(unchanged(ticket), ctx) : unchanged(ticket);
  const reported = isHolder(ctx.actor, ticket)
    ? { ...heard, ticket: stopClocks(heard.ticket, ['supervise'], ctx) }
    : heard;
  const data = byEnterprise ? { visibility, from: 'enterprise' } : { visibility };
  return record(reported, ctx, 'commented', { data, texts: { text: input.text } });
}

export const urge = (ticket: Ticket, input: { readonly note?: string }, ctx: Context): Change =>
  record(unchanged(ticket), ctx, 'urged', {
    data: { cause: 'manual' },
    texts: input.note === undefined ? {} : { note: input.note },
  });

export interface SuperviseInput {
  readonly instruction: string;
  readonly dueOn?: Day;
}

/** 督办: on the timeline with a due time of its own, which ends with the holder's next word or the answer. */
export function supervise(ticket: Ticket, input: SuperviseInput, ctx: Context): Decision<Change> {
  const order = { type: 'supervised', text: input.instruction } as const;
  if (input.dueOn === undefined) return accepted(supervised(ticket, order, ctx));
  const count = workingDaysUntil(input.dueOn, ctx);
  if (count === 0) return refused('supervision.due_on', '督办期限应为今天以后的工作日', '/dueOn');
  const allowance: Allowance = { unit: 'workingDays', count };
  return accepted(supervised(ticket, { ...order, allowance }, ctx));
}

/** 批示: a leader's written instruction, which is supervised with the policy's due time. */
export const instruct = (ticket: Ticket, input: { readonly text: string }, ctx: Context): Change =>
  supervised(ticket, { type: 'instructed', text: input.text }, ctx);

export interface SupervisionOrder {
  readonly type: 'supervised' | 'instructed';
  readonly text: string;
  /** Overrides the policy's due time. */
  readonly allowance?: Allowance;
  /** Which trigger brought it about. */
  readonly data?: TicketEvent['data'];
}

/** Starts the supervision's clock with whoever holds the ticket; before a dispatch nobody does. */
export function supervised(
  ticket: Ticket,
  { type, text, allowance, data = {} }: SupervisionOrder,
  ctx: Context,
): Change {
  const subject = {
    kind: 'supervise',
    tier: ticket.tier,
    unitId: ticket.holderUnitId,
    personId: ticket.holderPersonId,
    ...(allowance === undefined ? {} : { allowance }),
  } as const;
  const clocked = ticket.dispatchedAt === null ? ticket : withClock(ticket, subject, ctx);
  return record(unchanged(clocked), ctx, type, { data, texts: { text } });
}
