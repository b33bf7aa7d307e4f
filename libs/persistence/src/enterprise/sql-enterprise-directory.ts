import { Injectable } from '@nestjs/common';
import {
  EnterpriseDirectory,
  type EnterpriseFilter,
  type EnterpriseSummary,
  type EnterpriseView,
  type Page,
  type PageRequest,
  type PairingView,
} from '@zhuqi/application';
import type { Day, PersonActor } from '@zhuqi/domain';
import { enterpriseScopeCondition } from '../access/enterprise-scope-sql';
import { Parameters } from '../access/scope-sql';
import { Database } from '../database/database';
import { listPage } from '../paging/list-page';
import {
  enterpriseSummary,
  enterpriseView,
  type EnterpriseFileRow,
  type EnterpriseRow,
} from './enterprise.mapper';
import { enterpriseSearchCondition } from './enterprise-search.sql';
import { TODAY } from '../database/business-day.sql';

const COLUMNS = `e.id, e.name, e.credit_code, e.region_code, e.industry, e.class, e.state,
  township.id as township_id, township.name as township_name`;
const SOURCE = 'enterprise e left join unit township on township.id = e.township_id';

const current = (kind: 'officer' | 'leader'): string => `
  left join lateral (
    select person.id, person.name from pairing join person on person.id = pairing.person_id
    where pairing.enterprise_id = e.id and pairing.kind = '${kind}' and pairing.valid @> (select day from today)
  ) ${kind} on true`;

interface PairingRow {
  readonly kind: 'officer' | 'leader';
  readonly person_id: string;
  readonly person_name: string;
  readonly from_on: Day | null;
  readonly to_on: Day | null;
  readonly current: boolean;
}

/** Enterprises and their pairings; whatever lies outside the reader's scope is not there. */
@Injectable()
export class SqlEnterpriseDirectory extends EnterpriseDirectory {
  constructor(private readonly database: Database) {
    super();
  }

  async page(
    reader: PersonActor,
    filter: EnterpriseFilter,
    page: PageRequest,
  ): Promise<Page<EnterpriseSummary>> {
    const parameters = new Parameters();
    const { q, industry, townshipId } = filter;
    const listing = {
      columns: COLUMNS,
      source: SOURCE,
      conditions: [
        enterpriseScopeCondition(reader, parameters),
        ...(industry === undefined ? [] : [`e.industry = ${parameters.add(industry)}`]),
        ...(townshipId === undefined ? [] : [`e.township_id = ${parameters.add(townshipId)}::uuid`]),
        ...(q === undefined ? [] : [enterpriseSearchCondition(q, parameters)]),
      ],
      shape: { order: 'enterprise', values: ['text', 'uuid'] },
      order: ['e.name collate "zh-x-icu"', 'e.id'],
      direction: 'asc',
      item: enterpriseSummary,
      key: (row: EnterpriseRow) => [row.name, row.id],
    } as const;
    return listPage(this.database, listing, parameters, page);
  }

  async byId(reader: PersonActor, id: string): Promise<EnterpriseView | null> {
    const parameters = new Parameters();
    const condition = `e.id = ${parameters.add(id)}::uuid and ${enterpriseScopeCondition(reader, parameters)}`;
    const [row] = await this.database.rows<EnterpriseFileRow>(
      `with today as materialized (select ${TODAY} as day)
       select ${COLUMNS}, e.address, e.contact_name, e.contact_phone, officer.id as officer_id,
         officer.name as officer_name, leader.id as leader_id, leader.name as leader_name
       from ${SOURCE} ${current('officer')} ${current('leader')} where ${condition}`,
      parameters.values,
    );
    return row === undefined ? null : enterpriseView(row, reader);
  }

  async pairings(reader: PersonActor, id: string, asOf: Day | null): Promise<readonly PairingView[] | null> {
    const parameters = new Parameters();
    const condition = `e.id = ${parameters.add(id)}::uuid and ${enterpriseScopeCondition(reader, parameters)}`;
    const day = `coalesce(${parameters.add(asOf)}::date, ${TODAY})`;
    const rows = await this.database.rows<PairingRow | { kind: null }>(
      `with asked as materialized (select ${day} as day)
       select pairing.kind, person.id as person_id, person.name as person_name, lower(pairing.valid)::text as from_on,
         (upper(pairing.valid) - 1)::text as to_on, pairing.valid @> asked.day as current
       from enterprise e cross join asked
       left join pairing on pairing.enterprise_id = e.id and not pairing.valid >> daterange(asked.day, asked.day, '[]')
       left join person on person.id = pairing.person_id
       where ${condition} order by pairing.kind desc, pairing.valid desc`,
      parameters.values,
    );
    return rows.length === 0 ? null : rows.filter((row) => row.kind !== null).map(pairingView);
  }
}

const pairingView = (row: PairingRow): PairingView => ({
  kind: row.kind,
  person: { id: row.person_id, name: row.person_name },
  fromOn: row.from_on,
  toOn: row.to_on,
  current: row.current,
});
