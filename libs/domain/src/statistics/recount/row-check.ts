import { isOneOf, type Outcome, type Solved, type Tier, type TicketStatus } from '../../ticket/axes';
import type { Ticket, Verdict } from '../../ticket/ticket';
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
  readonly solved: Solved | null;
  readonly rating: number | null;
  /** Whose verdict it is; null before one. */
  readonly verdictBy: Verdict['by'] | null;
  /** Null before a first contact. */
  readonly contactOnTime: boolean | null;
  readonly under: CountedUnder;
}

export const rowStateOf = (ticket: Ticket): RowState => ({
  ...{ status: ticket.status, outcome: ticket.outcome, round: ticket.round },
  ...{ tier: ticket.tier, collectedAt: ticket.collectedAt, under: countedUnder(ticket) },
  ...{ solved: ticket.verdict?.solved ?? null, rating: ticket.verdict?.rating ?? null },
  ...{ verdictBy: ticket.verdict?.by ?? null, contactOnTime: ticket.firstContactOnTime },
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
  const { outcome, round, collectedAt, solved, rating } = tally;
  // Only the enterprise gives a verdict.
  const verdict = { solved, rating, verdictBy: solved === null ? null : ('enterprise' as const) };
  if (tally.under === null) {
    return (
      differing(stored, { round, ...verdict }) ??
      differing<CountedUnder, keyof CountedUnder>(under, tally.said)
    );
  }
  const { atTier: tier, contactOnTime } = facts;
  return (
    differing(stored, { outcome, round, collectedAt, tier, ...verdict, contactOnTime }) ??
    differing(under, tally.under)
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
