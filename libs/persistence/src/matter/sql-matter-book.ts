import { Injectable } from '@nestjs/common';
import {
  MatterBook,
  type MatterFile,
  type MatterFilter,
  type MatterSummary,
  type Page,
  type PageRequest,
} from '@zhuqi/application';
import { can, scopeOf, type PersonActor } from '@zhuqi/domain';
import { Parameters, scopeCondition } from '../access/scope-sql';
import { Database, type Statement } from '../database/database';
import { listPage } from '../paging/list-page';
import { momentText } from '../paging/page-key';
import { MOMENT } from '../ticket-list/lamp.sql';
import { SUMMARY_COLUMNS, SUMMARY_JOINS } from '../ticket-list/ticket-summary.sql';
import {
  matterFile,
  matterSummary,
  type MatterFileRow,
  type MatterLine,
  type MemberRow,
} from './matter.mapper';

const PERSON = (column: string): string => `(select person.name from person where person.id = m.${column})`;

const COLUMNS = `m.id, m.region_code, m.title, m.state, m.made_at, m.made_by_id, ${PERSON('made_by_id')} as made_by_name,
  case when counts.sees_lead then m.lead_ticket_id end as lead_ticket_id, counts.lead_number, counts.tickets,
  counts.enterprises, counts.waits, counts.yes, counts.partly, counts.no, counts.waiting, counts.silent,
  ${momentText('m.made_at')} as position`;

const WAITS = `t.status in ('submitted', 'accepted', 'dispatched', 'in_progress', 'need_info', 'suspended')`;

/** What the enterprise said last of an answer: of the last round that was answered. */
const LAST_ANSWERED = `left join lateral (
    select round ->> 'solved' as solved, (round ->> 'rating')::integer as rating,
      to_timestamp((round ->> 'answeredAt')::bigint / 1000.0) as answered_at
    from jsonb_array_elements(t.rounds) with ordinality each (round, place)
    where round ->> 'answeredAt' is not null order by place desc limit 1
  ) said on true`;

/** The tickets of a matter the reader may read: its members, and its lead even after it was dissolved. */
const counted = (scope: string): string => `matter m cross join lateral (
    select count(*) filter (where t.matter_id = m.id)::integer as tickets,
      count(distinct t.enterprise_id) filter (where t.matter_id = m.id)::integer as enterprises,
      count(*) filter (where t.matter_id = m.id and ${WAITS})::integer as waits,
      count(*) filter (where said.solved = 'yes')::integer as yes,
      count(*) filter (where said.solved = 'partly')::integer as partly,
      count(*) filter (where said.solved = 'no')::integer as no,
      count(*) filter (where said.answered_at is not null and said.solved is null and t.status = 'answered')::integer as waiting,
      count(*) filter (where said.answered_at is not null and said.solved is null and t.status = 'closed')::integer as silent,
      coalesce(bool_or(t.id = m.lead_ticket_id), false) as sees_lead,
      max(t.number) filter (where t.id = m.lead_ticket_id) as lead_number, count(*) as readable
    from ticket t ${LAST_ANSWERED}
    where (t.matter_id = m.id or t.id = m.lead_ticket_id) and ${scope}
  ) counts`;

const READABLE = 'counts.readable > 0';

const BRIEF: Statement = { name: 'matter-brief', text: 'select id, title, state from matter where id = $1' };

/** Matters with what a reader's scope leaves of them. */
@Injectable()
export class SqlMatterBook extends MatterBook {
  constructor(private readonly database: Database) {
    super();
  }

  page(reader: PersonActor, { state }: MatterFilter, page: PageRequest): Promise<Page<MatterSummary>> {
    const parameters = new Parameters();
    const scope = scopeCondition(scopeOf(reader), parameters);
    const listing = {
      columns: COLUMNS,
      source: counted(scope),
      conditions: [
        READABLE,
        can(reader.roles, 'matter.read') ? 'true' : 'false',
        ...(state === undefined ? [] : [`m.state = ${parameters.add(state)}`]),
      ],
      shape: { order: '-madeAt', values: ['moment', 'uuid'] },
      order: ['m.made_at', 'm.id'],
      direction: 'desc',
      item: matterSummary,
      key: (row: MatterLine) => [row.position, row.id],
    } as const;
    return listPage(this.database, listing, parameters, page);
  }

  async brief(matterId: string): Promise<Pick<MatterSummary, 'id' | 'title' | 'state'> | null> {
    const [row] = await this.database.named<Pick<MatterLine, 'id' | 'title' | 'state'>>(BRIEF, [matterId]);
    return row ?? null;
  }

  async find(reader: PersonActor, matterId: string): Promise<MatterFile | null> {
    if (!can(reader.roles, 'matter.read')) return null;
    const parameters = new Parameters();
    const scope = scopeCondition(scopeOf(reader), parameters);
    const [row] = await this.database.page<MatterFileRow>(
      `select ${COLUMNS}, m.reason, m.answer, m.answered_at, m.answered_by_id, m.dissolved_at,
         ${PERSON('answered_by_id')} as answered_by_name,
         (select unit.name from unit where unit.id = (m.answer ->> 'responsibleUnitId')::uuid) as responsible_unit_name
       from ${counted(scope)} where m.id = ${parameters.add(matterId)}::uuid and ${READABLE}`,
      parameters.values,
    );
    return row === undefined ? null : matterFile(row, await this.members(reader, matterId), reader);
  }

  private members(reader: PersonActor, matterId: string): Promise<MemberRow[]> {
    const parameters = new Parameters();
    const scope = scopeCondition(scopeOf(reader), parameters);
    return this.database.page<MemberRow>(
      `with ${MOMENT} select ${SUMMARY_COLUMNS}, said.solved, said.rating, said.answered_at, m.lead_ticket_id = t.id as leads
       from matter m join ticket t on t.matter_id = m.id ${SUMMARY_JOINS} ${LAST_ANSWERED}
       where m.id = ${parameters.add(matterId)}::uuid and ${scope}
       order by m.lead_ticket_id = t.id desc, t.submitted_at, t.id`,
      parameters.values,
    );
  }
}
