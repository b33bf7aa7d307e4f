import type { BookAudit, TicketBookFault } from '@zhuqi/application';
import {
  bookFault,
  mapFigures,
  type BookedPosting,
  type SequencedEvent,
  type TicketEvent,
} from '@zhuqi/domain';
import { FIGURE_COLUMN, type FigureValues } from '../statistics/figure-column.sql';
import type { StoredEvent } from './chain-check';

/** A posting as it is stored, with the keys the domain has for it. */
export type StoredPosting = Omit<BookedPosting, 'under' | 'figures' | 'at'> &
  BookedPosting['under'] &
  FigureValues & {
    readonly ticketId: string;
    /** UTC with microseconds: a change below the millisecond shows as well. */
    readonly at: string;
  };

const FIGURE_COLUMNS = Object.values(FIGURE_COLUMN).map((column) => `l.${column}`);

/** All postings, ticket by ticket in the order of the log. */
export const POSTINGS = `
select l.ticket_id as "ticketId", l.seq, l.part, l.tier, l.collected_on::text as "collectedOn",
       to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
       l.region_code as "regionCode", l.township_id as "townshipId", l.department_id as "departmentId", l.industry,
       l.enterprise_id as "enterpriseId", l.officer_id as "officerId", l.leader_id as "leaderId", l.category,
       l.population, l.confidential, ${FIGURE_COLUMNS.join(', ')}
  from ledger l order by l.ticket_id, l.seq, l.part`;

/** Recounts the book of figures, ticket by ticket, and keeps the first faults. */
export class BookCheck {
  postings = 0;
  partly = 0;
  faulty = 0;
  readonly faults: TicketBookFault[] = [];

  constructor(private readonly mostFaults: number) {}

  /** All events of one ticket, and all its postings. A ticket without events has only strays. */
  take(
    of: Pick<StoredEvent, 'ticketId' | 'number'>,
    events: readonly StoredEvent[],
    postings: readonly StoredPosting[],
  ): void {
    this.postings += postings.length;
    const log = events.map(sequenced);
    if (log[0] !== undefined && log[0].data['population'] === undefined) this.partly += 1;
    const fault = bookFault(log, postings.map(booked));
    if (fault === null) return;
    this.faulty += 1;
    if (this.faults.length < this.mostFaults) {
      this.faults.push({ ticketId: of.ticketId, number: of.number, ...fault });
    }
  }

  get result(): BookAudit {
    const { postings, partly, faulty, faults } = this;
    return { postings, partly, faulty, faults };
  }
}

const sequenced = ({ seq, type, at, data }: StoredEvent): SequencedEvent => ({
  ...{ seq, at: Date.parse(at), data: JSON.parse(data) as TicketEvent['data'] },
  type: type as TicketEvent['type'],
});

function booked(row: StoredPosting): BookedPosting {
  const { regionCode, townshipId, departmentId, industry, enterpriseId } = row;
  const { officerId, leaderId, category, population, confidential } = row;
  return {
    ...{ seq: row.seq, part: row.part, tier: row.tier, collectedOn: row.collectedOn },
    at: row.at.endsWith('000Z') ? Date.parse(row.at) : NaN,
    under: {
      ...{ regionCode, townshipId, departmentId, industry, enterpriseId },
      ...{ officerId, leaderId, category, population, confidential },
    },
    figures: mapFigures((figure) => row[FIGURE_COLUMN[figure]]),
  };
}
