import { isOneOf, type Outcome, type Tier, type TicketStatus } from '../../ticket/axes';
import type { Ticket } from '../../ticket/ticket';
import type { Instant } from '../../time';
import { countedUnder, type CountedUnder } from './facts';
import type { Place, Tally } from './tally';

/** What a ticket's own row says of it that its events say as well. */
export interface RowState {
  readonly status: TicketStatus;
  readonly outcome: Outcome | null;
  readonly round: number;
  readonly tier: Tier | null;
  readonly collectedAt: Instant | null;
  readonly under: CountedUnder;
}

export const rowStateOf = (ticket: Ticket): RowState => ({
  ...{ status: ticket.status, outcome: ticket.outcome, round: ticket.round },
  ...{ tier: ticket.tier, collectedAt: ticket.collectedAt, under: countedUnder(ticket) },
});

/** A field of the row that is not what the events come to. */
export interface RowFault {
  readonly what: Exclude<keyof RowState, 'under'> | keyof CountedUnder;
  readonly stored: string | number | boolean | null;
  /** For the status: where the events leave the ticket. */
  readonly told: string | number | boolean | null;
}

/** Where the events may have left a ticket of each status. */
const PLACES: Record<TicketStatus, readonly Place[]> = {
  submitted: ['untaken'],
  accepted: ['open'],
  dispatched: ['open'],
  in_progress: ['open'],
  need_info: ['untaken', 'open'],
  suspended: ['open'],
  answered: ['answered'],
  closed: ['closed'],
  rejected: ['ended'],
  withdrawn: ['ended'],
  merged: ['merged'],
};

/** The first field in which the row of a ticket differs from its events; null when they agree. */
export function rowFault(tally: Tally, stored: RowState): RowFault | null {
  const { status, under } = stored;
  const { place, facts } = tally;
  if (!isOneOf(PLACES[status], place)) return { what: 'status', stored: status, told: place };
  if (tally.under === null) {
    return (
      differing(stored, { round: tally.round }) ??
      differing<CountedUnder, keyof CountedUnder>(under, tally.said)
    );
  }
  const { outcome, round, collectedAt } = tally;
  return (
    differing(stored, { outcome, round, collectedAt, tier: facts.atTier }) ?? differing(under, tally.under)
  );
}

function differing<T extends object, K extends keyof T & RowFault['what']>(
  stored: T,
  told: Partial<Pick<T, K>>,
): RowFault | null {
  const what = (Object.keys(told) as K[]).find((key) => stored[key] !== told[key]);
  if (what === undefined) return null;
  const [ours, theirs] = [stored[what], told[what]] as RowFault['told'][];
  return { what, stored: ours ?? null, told: theirs ?? null };
}
