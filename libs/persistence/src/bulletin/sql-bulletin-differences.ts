import { Injectable } from '@nestjs/common';
import {
  BulletinDifferences,
  type Compared,
  type ComparedSelection,
  type DifferenceEvent,
  type DifferingTicket,
  type Page,
  type PageRequest,
} from '@zhuqi/application';
import { MEASURES, type EventType, type Measure, type PersonActor } from '@zhuqi/domain';
import { Parameters } from '../access/scope-sql';
import { Database, type Statement } from '../database/database';
import { listPage } from '../paging/list-page';
import { momentText } from '../paging/page-key';
import { MEASURE_COLUMN } from '../statistics/figure-column.sql';
import { COMPLAINTS, ledgerEntries } from '../statistics/ledger-entries.sql';
import { MOMENT } from '../ticket-list/lamp.sql';
import { ticketSummary, type TicketSummaryRow } from '../ticket-list/ticket-summary.mapper';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from '../ticket-list/ticket-summary.sql';

interface DifferingRow extends TicketSummaryRow {
  readonly position: string;
  readonly was: number;
  readonly is: number;
}

interface CauseRow {
  readonly ticket_id: string;
  readonly at: Date;
  readonly type: EventType;
  readonly unit: string | null;
  readonly change: number;
}

/** What the postings between two moments made of each ticket they are of; all others count for what they did. */
@Injectable()
export class SqlBulletinDifferences extends BulletinDifferences {
  constructor(private readonly database: Database) {
    super();
  }

  async compare(reader: PersonActor, selection: ComparedSelection): Promise<Record<Measure, Compared>> {
    const parameters = new Parameters();
    const compared = comparedTickets(reader, { ...selection, regionCodes: reader.regionCodes }, parameters);
    const columns = MEASURES.map((measure) => {
      const [was, is] = [`was_${MEASURE_COLUMN[measure]}`, `is_${MEASURE_COLUMN[measure]}`];
      return `json_build_object('entered', count(*) filter (where ${is} > ${was} and not complaint),
        'left', count(*) filter (where ${is} < ${was} and not complaint),
        'complaints', coalesce(sum(${is} - ${was}) filter (where complaint), 0)) as "${measure}"`;
    });
    const [row] = await this.database.rows<Record<Measure, Compared>>(
      `select ${columns.join(', ')}
       from (select *, ticket_id = any (array(${COMPLAINTS})) as complaint from (${compared}) compared) told`,
      parameters.values,
    );
    return row as Record<Measure, Compared>;
  }

  async tickets(
    reader: PersonActor,
    regionCodes: readonly string[],
    difference: ComparedSelection & { readonly measure: Measure },
    page: PageRequest,
  ): Promise<Page<DifferingTicket>> {
    const parameters = new Parameters();
    const column = MEASURE_COLUMN[difference.measure];
    const [was, is] = [`compared.was_${column}`, `compared.is_${column}`];
    const selection = { ...difference, regionCodes, withoutComplaints: true };
    const listing = {
      given: MOMENT,
      columns: `${SUMMARY_COLUMNS}, ${was} as was, ${is} as is, ${momentText('t.submitted_at')} as position`,
      source: `(${comparedTickets(reader, selection, parameters)}) compared
        join ticket t on t.id = compared.ticket_id ${SUMMARY_JOINS}`,
      conditions: [`${was} <> ${is}`],
      shape: { order: 'difference', values: ['moment', 'uuid'] },
      order: ['t.submitted_at', 't.id'],
      direction: 'desc',
      item: (row: DifferingRow) => row,
      key: (row: DifferingRow) => [row.position, row.id],
    } as const;
    const found = await listPage(this.database, listing, parameters, page);
    const causes = await this.causes(
      found.items.map(({ id }) => id),
      difference,
    );
    const items = found.items.map((row) => ({
      ticket: ticketSummary(row, reader),
      counted: { then: row.was === 1, now: row.is === 1 },
      because: causes.get(row.id) ?? [],
    }));
    return { ...found, items };
  }

  private async causes(
    ticketIds: readonly string[],
    { then, now, measure }: ComparedSelection & { readonly measure: Measure },
  ): Promise<ReadonlyMap<string, DifferenceEvent[]>> {
    const values = [ticketIds, new Date(then), new Date(now)];
    const rows = await this.database.rows<CauseRow>(CAUSES(MEASURE_COLUMN[measure]).text, values);
    const causes = new Map<string, DifferenceEvent[]>();
    for (const { ticket_id: id, at, type, unit, change } of rows) {
      causes.set(id, [...(causes.get(id) ?? []), { at: at.getTime(), type, unit, change }]);
    }
    return causes;
  }
}

/** The events whose postings changed the measure, with the unit of whoever did it. */
const CAUSES = (column: string): Pick<Statement, 'text'> => ({
  text: `
select l.ticket_id, e.at, e.type, (select unit.name from person join unit on unit.id = person.unit_id
    where person.id = e.actor_id) as unit, sum(l.${column})::integer as change
from ledger l join ticket_event e on e.ticket_id = l.ticket_id and e.seq = l.seq
where l.ticket_id = any($1::uuid[]) and l.at > $2::timestamptz and l.at <= $3::timestamptz
group by l.ticket_id, l.seq, e.at, e.type, e.actor_id having sum(l.${column}) <> 0
order by l.ticket_id, l.seq`,
});

interface Selected extends ComparedSelection {
  readonly regionCodes: readonly string[];
  readonly withoutComplaints?: boolean;
}

/** Every ticket posted to between the moments with what it counted for at both, 0 or 1 for each measure. */
function comparedTickets(reader: PersonActor, selected: Selected, parameters: Parameters): string {
  const { then, now, ...rest } = selected;
  const selection = { ...rest, regionCode: null, asOf: new Date(now) };
  const entries = ledgerEntries({ reader, selection, pinned: [], groupBy: [] }, parameters);
  const published = `${parameters.add(new Date(then))}::timestamptz`;
  const columns = MEASURES.map((each) => MEASURE_COLUMN[each]).map(
    (
      column,
    ) => `(coalesce(sum(${column}) filter (where at <= ${published}), 0) > 0)::integer as was_${column},
      (sum(${column}) > 0)::integer as is_${column}`,
  );
  return `select ticket_id, ${columns.join(', ')} from (${entries}) entry
    where ticket_id in (select ticket_id from (${entries}) posted where posted.at > ${published})
    group by ticket_id`;
}
