import type { Instant } from '../time';
import type { TicketStatus } from './axes';
import { openFollowUps, type FollowUp } from './conference';
import type { ItemKind, TicketItem } from './item';
import { pendingRequest, type TicketRequest } from './request';
import type { Ticket } from './ticket';

/** Something with a due time that is no clock of the ticket, and is told once when it passes. */
export type Reminder =
  | { readonly of: 'request'; readonly dueAt: Instant; readonly request: TicketRequest }
  | { readonly of: 'item'; readonly dueAt: Instant; readonly item: TicketItem }
  | { readonly of: 'followUp'; readonly dueAt: Instant; readonly followUp: FollowUp };

const WORKING: readonly TicketStatus[] = ['dispatched', 'in_progress'];

/** Where an overdue item is worth telling: a question while it is worked on, a document while the ticket lives. */
const TOLD_IN = {
  question: WORKING,
  deferred: ['accepted', ...WORKING, 'need_info', 'suspended', 'answered', 'closed'],
} as const satisfies Record<ItemKind, readonly TicketStatus[]>;

/** What is still to be told when its time comes, given where the ticket stands. */
export function reminders(ticket: Ticket): readonly Reminder[] {
  const request = WORKING.includes(ticket.status) ? pendingRequest(ticket.requests) : null;
  const ruling: Reminder[] =
    request === null || request.reminded ? [] : [{ of: 'request', dueAt: request.ruleBy, request }];
  const items = ticket.items.flatMap((item): Reminder[] => {
    const told: readonly TicketStatus[] = TOLD_IN[item.kind];
    const waits = item.doneAt === null && !item.reminded && told.includes(ticket.status);
    return waits && item.dueAt !== null ? [{ of: 'item', dueAt: item.dueAt, item }] : [];
  });
  // A decision stands whatever becomes of the ticket.
  const followUps = openFollowUps(ticket.followUps)
    .filter(({ reminded }) => !reminded)
    .map((followUp): Reminder => ({ of: 'followUp', dueAt: followUp.dueAt, followUp }));
  return [...ruling, ...items, ...followUps];
}
