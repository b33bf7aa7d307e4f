import { Injectable } from '@nestjs/common';
import { BulletinRegions, type BulletinRegion, type ScheduledRegion } from '@zhuqi/application';
import { REGULAR_KINDS, type Day, type RegularKind } from '@zhuqi/domain';
import { businessDay } from '../database/business-day.sql';
import { Database, type Statement } from '../database/database';

const FIND: Statement = {
  name: 'bulletin-region',
  text: `
with recursive subtree as (
  select code, 0 as depth from region where code = $1
  union all select region.code, depth + 1 from region join subtree on region.parent_code = subtree.code
)
select r.code, r.name, r.kind = 'city' as city, array(select code from subtree order by depth, code) as codes,
  coalesce((select unit.name from unit where unit.region_code = r.code and unit.kind in ('office', 'city_office')
    order by unit.position, unit.id limit 1), r.name) as issuer
from region r where r.code = $1`,
};

// The first entry of each region by the index of the cohort, not by a scan over the ledger.
const SCHEDULED: Statement = {
  name: 'bulletin-scheduled',
  text: `
select s.region_code as code,
  json_agg(json_build_object('kind', s.kind, 'since', greatest(told.since, ${businessDay('s.made_at')}))) as kinds
from bulletin_schedule s cross join lateral (
  select min((select l.collected_on from ledger l where l.region_code = r.code order by l.collected_on limit 1)) as since
  from region r where s.region_code in (r.code, r.parent_code)
) told
where s.enabled and told.since is not null group by s.region_code order by s.region_code`,
};

const KINDS: Statement = {
  name: 'bulletin-kinds',
  text: 'select kind from bulletin_schedule where region_code = $1 and enabled',
};

const APPEARED: Statement = {
  name: 'bulletin-appeared-since',
  text: `select kind, from_on::text as "from" from bulletin
where region_code = $1 and kind <> 'special' and from_on >= $2`,
};

/** Regions and what they publish by themselves. */
@Injectable()
export class SqlBulletinRegions extends BulletinRegions {
  constructor(private readonly database: Database) {
    super();
  }

  async find(code: string): Promise<BulletinRegion | null> {
    const [row] = await this.database.named<BulletinRegion & { [column: string]: unknown }>(FIND, [code]);
    return row ?? null;
  }

  scheduled(): Promise<readonly ScheduledRegion[]> {
    return this.database.named<ScheduledRegion & { [column: string]: unknown }>(SCHEDULED, []);
  }

  async kindsOf(code: string): Promise<readonly RegularKind[]> {
    const rows = await this.database.named<{ kind: RegularKind }>(KINDS, [code]);
    return REGULAR_KINDS.filter((kind) => rows.some((row) => row.kind === kind));
  }

  async appeared(code: string, since: Day): Promise<ReadonlySet<string>> {
    const rows = await this.database.named<{ kind: string; from: string }>(APPEARED, [code, since]);
    return new Set(rows.map(({ kind, from }) => `${kind} ${from}`));
  }
}
