import { accepted, refused, type Decision } from '../../decision';
import { escalationTerms } from '../../sla';
import type { Solved } from '../axes';
import { alter, record, unchanged, type Change } from '../change';
import { resumeClocks, stopAllClocks } from '../clockwork';
import type { Context } from '../context';
import { endHop } from '../hop';
import { promiseOf, type Overrun, type Ticket, type Verdict } from '../ticket';
import { inRound, newRound } from '../round';
import { rise } from './escalate';
import { reopenedItems } from './items';

export interface ConfirmInput {
  readonly solved: Solved;
  readonly rating?: number;
  readonly comment?: string;
}

const RATING = { min: 1, max: 5 } as const;

/** The enterprise agrees, wholly or partly; a "no" is a dispute and says so. */
export function confirm(ticket: Ticket, input: ConfirmInput, ctx: Context): Decision<Change> {
  if (input.solved === 'no')
    return refused('verdict.use_dispute', '问题未解决请使用“不认可”，将继续办理', '/solved');
  const { rating } = input;
  if (rating !== undefined && !(Number.isInteger(rating) && rating >= RATING.min && rating <= RATING.max)) {
    return refused('verdict.rating_range', '评分应为 1 至 5 的整数', '/rating');
  }
  const verdict: Verdict = {
    solved: input.solved,
    rating: rating ?? null,
    comment: input.comment ?? null,
    by: 'enterprise',
  };
  const confirmed = record(unchanged(ticket), ctx, 'confirmed', {
    data: { solved: input.solved, rating: verdict.rating },
    texts: input.comment === undefined ? {} : { comment: input.comment },
  });
  return accepted(shut(alter(confirmed, { verdict }), 'confirmed', ctx));
}

/** The office closes after a call-back; the system after the policy's silence, which is never "satisfied". */
export function close(ticket: Ticket, input: { readonly callBack?: string }, ctx: Context): Decision<Change> {
  const bySystem = ctx.actor.kind === 'system';
  if (!bySystem && (input.callBack ?? '').trim() === '') {
    return refused('callback.required', '销号前请回访企业并记录情况', '/callBack');
  }
  const texts = input.callBack === undefined ? {} : { callBack: input.callBack };
  return accepted(shut(unchanged(ticket), bySystem ? 'silence' : 'callBack', ctx, texts));
}

function shut(change: Change, because: string, ctx: Context, texts: Record<string, string> = {}): Change {
  const ended = endHop(stopAllClocks(change.ticket, ctx), ctx);
  const { verdict } = ended;
  const said = { solved: verdict?.solved ?? null, rating: verdict?.rating ?? null, closedAt: ctx.now };
  const shutDown = alter(
    { ...change, ticket: ended },
    { status: 'closed', closedAt: ctx.now, wakeAt: null, rounds: inRound(ended.rounds, said) },
  );
  return record(shutDown, ctx, 'closed', { data: { because }, texts });
}

export interface DisputeInput {
  readonly reason: string;
  /** Questions of the list that are still open for the enterprise. */
  readonly items?: readonly number[];
}

/** Not solved: the promise resumes with what remained, at least the policy's minimum; the second time it rises. */
export function dispute(ticket: Ticket, input: DisputeInput, ctx: Context): Decision<Change> {
  const items = reopenedItems(ticket, input.items ?? []);
  if (!items.ok) return items;
  const resumed = resumeClocks(ticket, ctx, ctx.policy.reopenMinimum);
  const round = ticket.round + 1;
  const change = alter(unchanged(resumed), {
    status: 'in_progress',
    round,
    disputeCount: ticket.disputeCount + 1,
    outcome: null,
    answeredAt: null,
    wakeAt: null,
    items: items.value,
    overruns: [...ticket.overruns, ...overrunOf(ticket)],
    rounds: [...inRound(ticket.rounds, { solved: 'no' }), newRound(round, 'dispute', ctx.now)],
    verdict: { solved: 'no', rating: null, comment: input.reason, by: 'enterprise' },
  });
  const disputed = record(change, ctx, 'disputed', { data: { round }, texts: { reason: input.reason } });
  return accepted(
    disputed.ticket.disputeCount >= escalationTerms(ctx.policy, ticket.severity).atDispute
      ? rise(disputed, 'disputed_twice', ctx)
      : disputed,
  );
}

/** New time does not undo that the answer came late. */
export function overrunOf(ticket: Ticket): Overrun[] {
  const dueAt = promiseOf(ticket)?.dueAt;
  const { answeredAt } = ticket;
  return dueAt !== undefined && answeredAt !== null && answeredAt > dueAt
    ? [{ from: dueAt, to: answeredAt }]
    : [];
}
