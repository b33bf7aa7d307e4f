import { dueAfter } from '../../sla';
import { alter, record, unchanged, type Change } from '../change';
import { pauseClocks, resumeClocks } from '../clockwork';
import type { Context } from '../context';
import type { Ticket } from '../ticket';

/** One itemised notice a round (一次性告知); it pauses the clocks, at most up to the policy's cap. */
export function requestInfo(
  ticket: Ticket,
  input: { readonly items: readonly string[] },
  ctx: Context,
): Change {
  const change = alter(unchanged(pauseClocks(ticket, 'need_info', ctx)), {
    status: 'need_info',
    resumeStatus: ticket.status,
    infoRound: ticket.round,
    wakeAt: dueAfter(ctx.policy.infoPauseCap, ctx.now, ctx.calendar),
  });
  const items = Object.fromEntries(input.items.map((item, index) => [`item${String(index + 1)}`, item]));
  return record(change, ctx, 'infoRequested', { data: { count: input.items.length }, texts: items });
}

export const supplyInfo = (ticket: Ticket, input: { readonly text: string }, ctx: Context): Change =>
  record(backToWork(ticket, ctx), ctx, 'infoSupplied', { texts: { text: input.text } });

/** The cap of the pause is reached: the clocks run again although nothing came. */
export const lapseInfo = (ticket: Ticket, ctx: Context): Change =>
  record(backToWork(ticket, ctx), ctx, 'infoLapsed');

function backToWork(ticket: Ticket, ctx: Context): Change {
  return alter(unchanged(resumeClocks(ticket, ctx)), {
    status: ticket.resumeStatus ?? 'submitted',
    resumeStatus: null,
    wakeAt: null,
  });
}
