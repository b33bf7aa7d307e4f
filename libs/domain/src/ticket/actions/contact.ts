import { standsAt } from '../../sla';
import { record, unchanged, type Change } from '../change';
import { stopClocks } from '../clockwork';
import type { Context } from '../context';
import type { Ticket, TicketClock } from '../ticket';

export const CONTACT_MEANS = ['phone', 'visit', 'online', 'other'] as const;
export type ContactMeans = (typeof CONTACT_MEANS)[number];

/** Somebody spoke with the enterprise: that, not an assignment, stops the first-contact clock. */
export function contact(
  ticket: Ticket,
  input: { readonly means: ContactMeans; readonly note: string },
  ctx: Context,
) {
  return record(contacted(unchanged(ticket), ctx), ctx, 'contacted', {
    data: { means: input.means },
    texts: { note: input.note },
  });
}

/** Stops the first-contact clock and keeps whether it was in time; later contacts change nothing. */
export function contacted(change: Change, ctx: Context): Change {
  const { ticket } = change;
  if (ticket.firstContactOnTime !== null) return change;
  const clock = ticket.clocks.find((each) => each.kind === 'firstContact');
  const onTime = clock === undefined || reckonedAt(clock, ctx) <= clock.dueAt;
  return {
    ...change,
    ticket: { ...stopClocks(ticket, ['firstContact'], ctx), firstContactOnTime: onTime },
  };
}

/** While the clock is paused its time stands; an answer ended it, but not the time a contact is measured against. */
const reckonedAt = (clock: TicketClock, ctx: Context): number =>
  clock.state === 'paused' ? standsAt(clock, ctx.now) : ctx.now;
