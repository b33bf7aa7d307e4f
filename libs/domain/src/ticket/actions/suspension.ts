import { alter, record, unchanged, type Change } from '../change';
import { resumeClocks } from '../clockwork';
import type { Context } from '../context';
import type { Ticket } from '../ticket';
import { endOfWait } from '../wait';

/** Back to work: by hand, or by itself at the review date. */
export function resume(ticket: Ticket, input: { readonly note?: string }, ctx: Context): Change {
  const change = alter(unchanged(resumeClocks(ticket, endOfWait(ticket, ctx))), {
    status: 'in_progress',
    wakeAt: null,
  });
  return record(change, ctx, 'resumed', {
    data: { because: ctx.actor.kind === 'system' ? 'review' : 'hand' },
    texts: input.note === undefined ? {} : { note: input.note },
  });
}
