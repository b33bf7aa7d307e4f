import { accepted, refused, type Decision } from '../../decision';
import { DAY_MS } from '../../time';
import { alter, record, unchanged, type Change } from '../change';
import { reopenClocks } from '../clockwork';
import type { Context } from '../context';
import { holdAgain } from '../hop';
import { newRound } from '../round';
import { promiseOf, type Ticket } from '../ticket';
import { reopenedItems } from './items';
import { overrunOf } from './verdict';

export interface ReopenInput {
  readonly reason: string;
  /** What a call-back showed; needed once the days for a reopening are over. */
  readonly callBack?: string;
  /** Questions of the list to be replied to again. */
  readonly items?: readonly number[];
}

/**
 * 重办: the last holder has it again in a new round, on the same promise with what remained and at least the policy's
 * minimum. No full clock starts again, and what ran over before stays on record.
 */
export function reopen(ticket: Ticket, input: ReopenInput, ctx: Context): Decision<Change> {
  const { reopenWithinDays } = ctx.policy;
  const until = (ticket.closedAt ?? ctx.now) + reopenWithinDays * DAY_MS;
  const callBack = (input.callBack ?? '').trim();
  if (ctx.now > until && callBack === '') {
    const limit = String(reopenWithinDays);
    return refused('reopen.too_late', `销号已超过 ${limit} 天，须写明回访发现的问题方可重办`, '/callBack');
  }
  const items = reopenedItems(ticket, input.items ?? []);
  if (!items.ok) return items;
  const round = ticket.round + 1;
  const running = reopenClocks(ticket, [promiseOf(ticket)?.id ?? null, lastLegId(ticket)], ctx);
  const held = holdAgain({ ...running, round }, ctx);
  const change = alter(unchanged(held), {
    status: 'in_progress',
    outcome: null,
    answeredAt: null,
    closedAt: null,
    verdict: null,
    items: items.value,
    overruns: [...ticket.overruns, ...overrunOf(ticket)],
    rounds: [...ticket.rounds, newRound(round, 'reopen', ctx.now)],
  });
  const words = callBack === '' ? {} : { callBack };
  return accepted(
    record(change, ctx, 'reopened', { data: { round }, texts: { reason: input.reason, ...words } }),
  );
}

const lastLegId = (ticket: Ticket): string | null => ticket.holdings.at(-1)?.clockId ?? null;
