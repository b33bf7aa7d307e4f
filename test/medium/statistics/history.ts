import {
  counted,
  FIGURES,
  mapFigures,
  MEASURES,
  NOTHING_YET,
  businessDayOf,
  talliedFigures,
  type CountedUnder,
  type Figures,
  type Instant,
  type Tier,
  type TicketEvent,
} from '@zhuqi/domain';
import { queryOnce } from '../../support/database';

/** What a ticket counted for from an instant on. */
export interface Stand {
  readonly at: Instant;
  readonly tier: Tier | null;
  readonly figures: Figures;
}

/** A ticket's figures over time, made from its events alone. */
export interface TicketHistory {
  readonly under: CountedUnder;
  readonly collectedAt: Instant | null;
  readonly stands: readonly Stand[];
}

interface EventRow {
  readonly ticket_id: string;
  readonly type: TicketEvent['type'];
  readonly at: Date;
  readonly data: TicketEvent['data'];
  readonly [column: string]: unknown;
}

/** Reads nothing but the events. */
export async function historiesOf(url: string): Promise<TicketHistory[]> {
  const rows = await queryOnce<EventRow>(
    url,
    'select ticket_id, type, at, data from ticket_event order by ticket_id, seq',
  );
  const logs = new Map<string, EventRow[]>();
  for (const row of rows) logs.set(row.ticket_id, [...(logs.get(row.ticket_id) ?? []), row]);
  return [...logs.values()].map(historyOf);
}

function historyOf(log: readonly EventRow[]): TicketHistory {
  let tally = NOTHING_YET;
  const stands = log.map(({ type, at, data }) => {
    tally = counted(tally, { type, at: at.getTime(), data });
    return { at: at.getTime(), tier: tally.facts.atTier, figures: talliedFigures(tally) };
  });
  if (tally.under === null) throw new Error('an event of the demo does not say what its ticket counts under');
  return { under: tally.under, collectedAt: tally.collectedAt, stands };
}

const NOTHING: Stand = { at: -Infinity, tier: null, figures: mapFigures(() => 0) };

/** What a ticket counted for at an instant. */
export const standAt = ({ stands }: TicketHistory, at: Instant): Stand =>
  stands.findLast((stand) => stand.at <= at) ?? NOTHING;

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The tickets collected in the period, as they stood. */
export const cohortFigures = (history: TicketHistory, { from, to }: Period, asOf: Instant): Figures => {
  const on = history.collectedAt === null ? '' : businessDayOf(history.collectedAt);
  return on >= from && on <= to ? standAt(history, asOf).figures : NOTHING.figures;
};

const midnight = (day: string): Instant => Date.parse(`${day}T00:00:00+08:00`);

/** What the period left a ticket with that it did not begin with; amounts as they were added. */
export function flowFigures(history: TicketHistory, { from, to }: Period, asOf: Instant): Figures {
  const end = Math.min(midnight(to) + 86_400_000 - 1, asOf);
  const before = standAt(history, Math.min(midnight(from) - 1, asOf)).figures;
  const after = standAt(history, end).figures;
  return mapFigures((figure) => {
    const gained = after[figure] - before[figure];
    return (MEASURES as readonly string[]).includes(figure) ? Math.max(0, gained) : gained;
  });
}

export const sumOf = (list: readonly Figures[]): Figures =>
  mapFigures((figure) => list.reduce((sum, figures) => sum + figures[figure], 0));

export const isNothing = (figures: Figures): boolean => FIGURES.every((figure) => figures[figure] === 0);
