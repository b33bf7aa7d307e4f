import { Injectable } from '@nestjs/common';
import {
  TaskForceBook,
  type Named,
  type Page,
  type PageRequest,
  type TaskForceFile,
  type TaskForceFilter,
  type TaskForceItem,
  type TicketSummary,
} from '@zhuqi/application';
import { HELD_BY_UNIT, scopeOf, type PersonActor } from '@zhuqi/domain';
import { Parameters, scopeCondition } from '../access/scope-sql';
import { Database } from '../database/database';
import { listPage } from '../paging/list-page';
import { momentText } from '../paging/page-key';
import { MOMENT } from '../ticket-list/lamp.sql';
import { statusIn } from '../ticket-list/open-status.sql';
import { ticketSummary, type TicketSummaryRow } from '../ticket-list/ticket-summary.mapper';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from '../ticket-list/ticket-summary.sql';
import { named, namedPerson } from '../database/named-json.sql';

interface TaskForceRow {
  readonly id: string;
  readonly name: string;
  readonly region_code: string;
  readonly purpose: string;
  readonly lead: Named;
  readonly members: readonly Named[];
  readonly created_at: Date;
  readonly created_by: Named;
  readonly dissolved_at: Date | null;
  readonly dissolved_by: Named | null;
  readonly note: string | null;
  readonly held: number;
  readonly position: string;
}

const SOURCE = 'task_force f join unit u on u.id = f.unit_id';

/** With how many tickets each holds that the reader may read. */
const counted = (reader: PersonActor, parameters: Parameters): string => `${SOURCE}
  cross join lateral (select count(*)::integer as held from ticket t where ${holds(reader, parameters)}) h`;

const MEMBERS = `(select coalesce(json_agg(${named('n')} order by n.position, n.id), '[]')
  from task_force_member m join unit n on n.id = m.unit_id where m.task_force_id = u.id and m.left_at is null)`;

/** Tickets the task force holds, within the reader's scope. */
const holds = (reader: PersonActor, parameters: Parameters): string =>
  `t.holder_unit_id = u.id and ${statusIn(HELD_BY_UNIT)} and ${scopeCondition(scopeOf(reader), parameters)}`;

const COLUMNS = `
  u.id, u.name, u.region_code, f.purpose, ${namedPerson('f.lead_id')} as lead, ${MEMBERS} as members, f.created_at,
  ${namedPerson('f.created_by_id')} as created_by, f.dissolved_at, ${namedPerson('f.dissolved_by_id')} as dissolved_by, f.note,
  h.held,
  ${momentText('f.created_at')} as position`;

const MOST_TICKETS = 100;

/** Task forces with what they hold, straight from their tables. */
@Injectable()
export class SqlTaskForceBook extends TaskForceBook {
  constructor(private readonly database: Database) {
    super();
  }

  async page(
    reader: PersonActor,
    { state }: TaskForceFilter,
    page: PageRequest,
  ): Promise<Page<TaskForceItem>> {
    const parameters = new Parameters();
    const source = counted(reader, parameters);
    const conditions = [
      `u.region_code = any(${parameters.add(reader.regionCodes)}::text[])`,
      state === 'active' ? 'f.dissolved_at is null' : 'f.dissolved_at is not null',
    ];
    const listing = {
      columns: COLUMNS,
      source,
      conditions,
      shape: { order: '-taskForce', values: ['moment', 'uuid'] },
      order: ['f.created_at', 'u.id'],
      direction: 'desc',
      item,
      key: (row: TaskForceRow) => [row.position, row.id],
    } as const;
    return listPage(this.database, listing, parameters, page);
  }

  async byId(reader: PersonActor, id: string): Promise<TaskForceFile | null> {
    const parameters = new Parameters();
    const text = `select ${COLUMNS} from ${counted(reader, parameters)}
      where u.id = ${parameters.add(id)}::uuid and u.region_code = any(${parameters.add(reader.regionCodes)}::text[])`;
    const [row] = await this.database.rows<TaskForceRow>(text, parameters.values);
    return row === undefined ? null : { ...item(row), tickets: await this.tickets(reader, id) };
  }

  private async tickets(reader: PersonActor, id: string): Promise<readonly TicketSummary[]> {
    const parameters = new Parameters();
    const text = `with ${MOMENT} select ${SUMMARY_COLUMNS}
      from unit u join ticket t on ${holds(reader, parameters)} ${SUMMARY_JOINS}
      where u.id = ${parameters.add(id)}::uuid order by t.submitted_at, t.id limit ${String(MOST_TICKETS)}`;
    const rows = await this.database.rows<TicketSummaryRow>(text, parameters.values);
    return rows.map((row) => ticketSummary(row, reader));
  }
}

const item = (row: TaskForceRow): TaskForceItem => ({
  id: row.id,
  name: row.name,
  regionCode: row.region_code,
  state: row.dissolved_at === null ? 'active' : 'dissolved',
  purpose: row.purpose,
  lead: row.lead,
  members: row.members,
  createdAt: row.created_at.getTime(),
  createdBy: row.created_by,
  dissolvedAt: row.dissolved_at?.getTime() ?? null,
  dissolvedBy: row.dissolved_by,
  note: row.note,
  heldTickets: row.held,
});
