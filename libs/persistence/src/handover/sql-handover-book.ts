import { Injectable } from '@nestjs/common';
import {
  HandoverBook,
  type HandoverEntry,
  type HandoverFile,
  type HandoverState,
  type Page,
  type PageRequest,
} from '@zhuqi/application';
import { scopeOf, type PersonActor, type Post } from '@zhuqi/domain';
import { Parameters, scopeCondition } from '../access/scope-sql';
import { Database } from '../database/database';
import { listPage } from '../paging/list-page';
import { momentText } from '../paging/page-key';
import { named } from '../database/named-json.sql';

interface HandoverLine {
  readonly id: string;
  readonly state: HandoverState;
  readonly from: { id: string; name: string };
  readonly to: { id: string; name: string };
  readonly made_by: { id: string; name: string };
  readonly posts: Post[];
  readonly effective_on: string;
  readonly reason: string;
  readonly leaves: boolean;
  readonly made_at: Date;
  readonly done_at: Date | null;
  readonly cancelled_at: Date | null;
  readonly position: string;
}

const COLUMNS = `h.id, h.state, ${named('f')} as "from", ${named('t')} as "to", ${named('m')} as made_by, h.posts,
  h.effective_on::text, h.reason, h.leaves, h.made_at, h.done_at, h.cancelled_at, ${momentText('h.made_at')} as position`;

const SOURCE = `handover h join person f on f.id = h.from_person_id join person t on t.id = h.to_person_id
  join person m on m.id = h.made_by_id`;

/** Handovers with the people's names, straight from the index of the region. */
@Injectable()
export class SqlHandoverBook extends HandoverBook {
  constructor(private readonly database: Database) {
    super();
  }

  page(
    reader: PersonActor,
    state: HandoverState | undefined,
    page: PageRequest,
  ): Promise<Page<HandoverEntry>> {
    const parameters = new Parameters();
    const listing = {
      columns: COLUMNS,
      source: SOURCE,
      conditions: [
        `h.region_code = any(${parameters.add(reader.regionCodes)}::text[])`,
        ...(state === undefined ? [] : [`h.state = ${parameters.add(state)}`]),
      ],
      shape: { order: 'handover', values: ['moment', 'uuid'] },
      order: ['h.made_at', 'h.id'],
      direction: 'desc',
      item: entryOf,
      key: (row: HandoverLine) => [row.position, row.id],
    } as const;
    return listPage(this.database, listing, parameters, page);
  }

  async find(reader: PersonActor, id: string): Promise<HandoverFile | null> {
    const [row] = await this.database.rows<HandoverLine>(
      `select ${COLUMNS} from ${SOURCE} where h.id = $1 and h.region_code = any($2::text[])`,
      [id, reader.regionCodes],
    );
    if (row === undefined) return null;
    const [tickets, pairings] = await Promise.all([this.tickets(reader, id), this.pairings(id)]);
    return { ...entryOf(row), tickets, pairings };
  }

  /** Only what the reader may see. */
  private tickets(reader: PersonActor, id: string): Promise<HandoverFile['tickets']> {
    const parameters = new Parameters();
    const text = `select t.id, t.number, moved.cause from handover_ticket moved join ticket t on t.id = moved.ticket_id
      where moved.handover_id = ${parameters.add(id)} and ${scopeCondition(scopeOf(reader), parameters)} order by t.number`;
    return this.database.rows(text, parameters.values);
  }

  private pairings(id: string): Promise<HandoverFile['pairings']> {
    return this.database.rows(
      `select ${named('e')} as enterprise, moved.kind
       from handover_pairing moved join enterprise e on e.id = moved.enterprise_id
       where moved.handover_id = $1 order by e.name, moved.kind`,
      [id],
    );
  }
}

const entryOf = (row: HandoverLine): HandoverEntry => ({
  ...{ id: row.id, state: row.state, from: row.from, to: row.to, posts: row.posts },
  ...{ effectiveOn: row.effective_on, reason: row.reason, leaves: row.leaves, madeBy: row.made_by },
  madeAt: row.made_at.getTime(),
  doneAt: row.done_at?.getTime() ?? null,
  cancelledAt: row.cancelled_at?.getTime() ?? null,
});
