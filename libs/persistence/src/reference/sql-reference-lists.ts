import { Injectable } from '@nestjs/common';
import {
  ReferenceLists,
  type CategoryView,
  type Page,
  type PageRequest,
  type PeopleFilter,
  type PersonView,
  type RegionView,
  type UnitFilter,
  type UnitView,
} from '@zhuqi/application';
import type { PersonActor, Role } from '@zhuqi/domain';
import { Parameters } from '../access/scope-sql';
import { Database } from '../database/database';
import { listPage } from '../paging/list-page';
import { named } from '../ticket-list/ticket-summary.mapper';
import { CategoryRow } from './category.row';
import { RegionRow } from './region.row';
import { RejectionGroundRow } from './rejection-ground.row';

const IN_THEIR_ORDER = { order: { position: 'ASC', code: 'ASC' } } as const;
const UNIT_COLUMNS = `u.id, u.name, u.kind, u.region_code as "regionCode", u.position,
  array(select own.industry from unit_industry own where own.unit_id = u.id order by own.industry) as industries,
  exists (select 1 from task_force f where f.unit_id = u.id and f.dissolved_at is not null) as dissolved`;
const PERSON_COLUMNS = `p.id, p.name, p.post, p.roles, p.region_code as "regionCode", u.id as "unitId", u.name as "unitName"`;

type UnitLine = UnitView & { readonly position: number };

interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly post: string | null;
  readonly roles: Role[];
  readonly regionCode: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
}

/** Small lists read straight from their tables. */
@Injectable()
export class SqlReferenceLists extends ReferenceLists {
  constructor(private readonly database: Database) {
    super();
  }

  async categories(): Promise<readonly CategoryView[]> {
    return (await this.database.repository(CategoryRow).find(IN_THEIR_ORDER)).map(codeAndLabel);
  }

  async rejectionGrounds(): Promise<readonly CategoryView[]> {
    return (await this.database.repository(RejectionGroundRow).find(IN_THEIR_ORDER)).map(codeAndLabel);
  }

  async regions(): Promise<readonly RegionView[]> {
    return (await this.database.repository(RegionRow).find({ order: { code: 'ASC' } })).map(regionView);
  }

  async units(reader: PersonActor, filter: UnitFilter, page: PageRequest): Promise<Page<UnitView>> {
    const parameters = new Parameters();
    const conditions = [
      `u.region_code = any(${parameters.add(reader.regionCodes)}::text[])`,
      ...(filter.kind === undefined ? [] : [`u.kind = ${parameters.add(filter.kind)}`]),
      ...(filter.regionCode === undefined ? [] : [`u.region_code = ${parameters.add(filter.regionCode)}`]),
    ];
    const listing = {
      columns: UNIT_COLUMNS,
      source: 'unit u',
      conditions,
      shape: { order: 'unit', values: ['text', 'number', 'uuid'] },
      order: ['u.region_code', 'u.position', 'u.id'],
      direction: 'asc',
      item: ({ position: _, ...unit }: UnitLine): UnitView => unit,
      key: (row: UnitLine) => [row.regionCode, String(row.position), row.id],
    } as const;
    return listPage(this.database, listing, parameters, page);
  }

  async people(reader: PersonActor, filter: PeopleFilter, page: PageRequest): Promise<Page<PersonView>> {
    const parameters = new Parameters();
    const conditions = [
      `p.active and p.enterprise_id is null and p.region_code = any(${parameters.add(reader.regionCodes)}::text[])`,
      ...(filter.unitId === undefined ? [] : [`p.unit_id = ${parameters.add(filter.unitId)}::uuid`]),
      ...(filter.role === undefined ? [] : [`p.roles @> array[${parameters.add(filter.role)}]::text[]`]),
    ];
    const listing = {
      columns: PERSON_COLUMNS,
      source: 'person p left join unit u on u.id = p.unit_id',
      conditions,
      shape: { order: 'person', values: ['text', 'uuid'] },
      // Names in the order of a Chinese dictionary.
      order: ['p.name collate "zh-x-icu"', 'p.id'],
      direction: 'asc',
      item: personView,
      key: (row: PersonLine) => [row.name, row.id],
    } as const;
    return listPage(this.database, listing, parameters, page);
  }
}

const codeAndLabel = ({ code, label }: CategoryView): CategoryView => ({ code, label });

const regionView = ({ code, name, kind, parentCode }: RegionRow): RegionView => ({
  code,
  name,
  kind,
  parentCode,
});

const personView = ({ unitId, unitName, ...person }: PersonLine): PersonView => ({
  ...person,
  unit: named(unitId, unitName),
});
