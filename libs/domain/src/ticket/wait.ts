import type { Context } from './context';
import type { Ticket } from './ticket';

/** A wait whose time is up ended then, however late the system looks: nobody gains time by a sweep that was late. */
export const endOfWait = (ticket: Ticket, ctx: Context): Context =>
  ctx.actor.kind === 'system' && ticket.wakeAt !== null
    ? { ...ctx, now: Math.min(ticket.wakeAt, ctx.now) }
    : ctx;
