import { dueAfter } from '../../sla';
import { alter, record, unchanged, type Change } from '../change';
import { pauseClocks, resumeClocks } from '../clockwork';
import type { Context } from '../context';
import { notedPause } from '../near-due';
import type { TicketRequest } from '../request';
import { promiseOf, type Ticket } from '../ticket';
import { endOfWait } from '../wait';

/** One itemised notice a round (一次性告知); it pauses the clocks, at most up to the policy's cap. */
export function requestInfo(
  ticket: Ticket,
  input: { readonly items: readonly string[] },
  ctx: Context,
): Change {
  const change = alter(unchanged(pauseClocks(notedPause(ticket, ctx), 'need_info', ctx)), {
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
  const ended = endOfWait(ticket, ctx);
  const since = promiseOf(ticket)?.pauses.at(-1)?.from ?? ended.now;
  const waited = ctx.calendar.elapsed(since, ended.now);
  return alter(unchanged(resumeClocks(ticket, ended)), {
    status: ticket.resumeStatus ?? 'submitted',
    resumeStatus: null,
    wakeAt: null,
    requests: ticket.requests.map((request) => putOff(request, waited, ctx)),
  });
}

/** Nobody could rule while material was awaited: the ruling's deadline waited as well. */
const putOff = (request: TicketRequest, waited: number, { calendar }: Context): TicketRequest =>
  request.state === 'pending' && waited > 0
    ? { ...request, ruleBy: calendar.addTime(request.ruleBy, waited) }
    : request;
