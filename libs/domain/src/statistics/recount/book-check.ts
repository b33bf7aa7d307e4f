import { isOneOf, type Tier } from '../../ticket/axes';
import { businessDayOf } from '../../sla/business-day';
import type { Day, Instant } from '../../time';
import { FIGURES, mapFigures, type Figures } from '../ledger';
import type { CountedUnder } from './facts';
import {
  BEYOND_OLD_LOGS,
  counted,
  NOTHING_YET,
  talliedFigures,
  type CountedEvent,
  type Tally,
} from './tally';

/** A posting as the book has it. */
export interface BookedPosting {
  readonly seq: number;
  readonly part: number;
  readonly at: Instant;
  /** The business day of collection. */
  readonly collectedOn: Day;
  readonly tier: Tier | null;
  readonly under: CountedUnder;
  readonly figures: Figures;
}

/** An event of the log with its place in it. */
export interface SequencedEvent extends CountedEvent {
  readonly seq: number;
}

/** The first place at which the book of one ticket is not what its events come to. */
export interface BookFault {
  readonly seq: number;
  /** What differs: a figure, `at` of a posting, what it counts under, or its tier. */
  readonly what: keyof Figures | keyof CountedUnder | 'at' | 'collectedOn' | 'tier' | 'event';
  readonly booked: string | number | boolean | null;
  readonly recounted: string | number | boolean | null;
}

/** The sums a ticket has in the book, tier by tier: every cut by tier adds up from them. */
type Sums = Map<Tier | null, Figures>;

/**
 * Recounts the postings of one ticket from its events and answers the first that is wrong; null when the book is right.
 * Events of the same instant are one moment: nobody can ask for figures between them. What the events of an old ticket
 * do not say it counts under, its postings have to say alike, and like `filed`, the ticket's own row.
 */
export function bookFault(
  events: readonly SequencedEvent[],
  postings: readonly BookedPosting[],
  filed: CountedUnder | null = null,
): BookFault | null {
  const unsaid = filed ?? postings[0]?.under ?? null;
  const sums: Sums = new Map();
  let tally: Tally = NOTHING_YET;
  let booked = 0;
  for (const [index, event] of events.entries()) {
    tally = counted(tally, event);
    for (; postings[booked]?.seq === event.seq; booked += 1) {
      const posting = postings[booked] as BookedPosting;
      const fault = faultOf(posting, event, tally, unsaid);
      if (fault !== null) return fault;
      sums.set(posting.tier, sum(sums.get(posting.tier), posting.figures));
    }
    if (events[index + 1]?.at === event.at) continue;
    const fault = faultAfter(event.seq, tally, sums);
    if (fault !== null) return fault;
  }
  const stray = postings[booked];
  return stray === undefined ? null : { seq: stray.seq, what: 'event', booked: stray.seq, recounted: null };
}

const sum = (left: Figures | undefined, right: Figures): Figures =>
  left === undefined ? right : mapFigures((figure) => left[figure] + right[figure]);

/** A posting stands at its event's moment and counts under what the ticket was submitted under. */
function faultOf(
  posting: BookedPosting,
  event: SequencedEvent,
  { under, said, collectedAt }: Tally,
  unsaid: CountedUnder | null,
): BookFault | null {
  if (posting.at !== event.at) return { seq: event.seq, what: 'at', booked: posting.at, recounted: event.at };
  const collectedOn = collectedAt === null ? null : businessDayOf(collectedAt);
  if (posting.collectedOn !== collectedOn) {
    return { seq: event.seq, what: 'collectedOn', booked: posting.collectedOn, recounted: collectedOn };
  }
  const expected = under ?? { ...(unsaid ?? posting.under), ...said };
  const keys = Object.keys(expected) as (keyof CountedUnder)[];
  const what = keys.find((key) => posting.under[key] !== expected[key]);
  return what === undefined
    ? null
    : { seq: event.seq, what, booked: posting.under[what], recounted: expected[what] };
}

/** After a moment the book holds under the present tier what the ticket counts for, and nothing under another. */
function faultAfter(seq: number, tally: Tally, sums: Sums): BookFault | null {
  const now = talliedFigures(tally);
  if (tally.under === null) {
    const all = [...sums.values()].reduce<Figures | undefined>((left, right) => sum(left, right), undefined);
    return differing(seq, all, now, (figure) => !isOneOf(BEYOND_OLD_LOGS, figure));
  }
  const { atTier } = tally.facts;
  for (const [tier, figures] of sums) {
    if (tier === atTier) continue;
    const left = differing(
      seq,
      figures,
      mapFigures(() => 0),
    );
    if (left !== null) return { seq, what: 'tier', booked: tier, recounted: atTier };
  }
  return differing(seq, sums.get(atTier), now);
}

function differing(
  seq: number,
  booked: Figures | undefined,
  recounted: Figures,
  concerns: (figure: keyof Figures) => boolean = () => true,
): BookFault | null {
  const what = FIGURES.find((figure) => concerns(figure) && (booked?.[figure] ?? 0) !== recounted[figure]);
  return what === undefined ? null : { seq, what, booked: booked?.[what] ?? 0, recounted: recounted[what] };
}
