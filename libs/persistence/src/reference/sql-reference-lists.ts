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

const CATEGORIES = {
  name: 'reference.categories',
  text: 'select code, label from category order by position, code',
};
const REJECTION_GROUNDS = {
  name: 'reference.rejectionGrounds',
  text: 'select code, label from rejection_ground order by position, code',
};
const REGIONS = {
  name: 'reference.regions',
  text: 'select code, name, kind, parent_code as "parentCode" from region order by code',
};
const UNIT_COLUMNS = `u.id, u.name, u.kind, u.region_code as "regionCode", u.position,
  array(select own.industry from unit_industry own where own.unit_id = u.id order by own.industry) as industries`;
const PERSON_COLUMNS = `p.id, p.name, p.post, p.roles, p.region_code as "regionCode", u.id as "unitId", u.name as "unitName"`;

type UnitRow = UnitView & { readonly position: number };

interface PersonRow {
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

  categories(): Promise<readonly CategoryView[]> {
    return this.database.named<CategoryView>(CATEGORIES);
  }

  rejectionGrounds(): Promise<readonly CategoryView[]> {
    return this.database.named<CategoryView>(REJECTION_GROUNDS);
  }

  regions(): Promise<readonly RegionView[]> {
    return this.database.named<RegionView>(REGIONS);
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
      item: ({ position: _, ...unit }: UnitRow): UnitView => unit,
      key: (row: UnitRow) => [row.regionCode, String(row.position), row.id],
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
      key: (row: PersonRow) => [row.name, row.id],
    } as const;
    return listPage(this.database, listing, parameters, page);
  }
}

const personView = ({ unitId, unitName, ...person }: PersonRow): PersonView => ({
  ...person,
  unit: named(unitId, unitName),
});
