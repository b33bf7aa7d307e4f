import { alter, record, unchanged, type Change } from '../change';
import { stopClocks } from '../clockwork';
import type { Context } from '../context';
import type { Ticket } from '../ticket';

/** 阶段性报告: where nobody above could take it, the holder reports; it ends a supervision and the next one is counted from here. */
export function report(ticket: Ticket, { text }: { readonly text: string }, ctx: Context): Change {
  const reported = alter(unchanged(stopClocks(ticket, ['supervise'], ctx)), {
    reportAsked: false,
    reportedAt: ctx.now,
  });
  return record(reported, ctx, 'reported', { texts: { text } });
}
