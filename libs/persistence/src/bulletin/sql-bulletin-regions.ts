import { Injectable } from '@nestjs/common';
import { BulletinRegions, type BulletinRegion, type ScheduledRegion } from '@zhuqi/application';
import { REGULAR_KINDS, type Day, type RegularKind } from '@zhuqi/domain';
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
with own as (
  select r.code, r.parent_code,
    (select l.collected_on from ledger l where l.region_code = r.code order by l.collected_on limit 1) as first_on
  from region r
)
select r.code, coalesce(s.kinds, $1::text[]) as kinds,
  least(r.first_on, (select min(below.first_on) from own below where below.parent_code = r.code))::text as since
from own r left join bulletin_schedule s on s.region_code = r.code
where s.region_code is not null or r.first_on is not null order by r.code`,
};

const KINDS: Statement = {
  name: 'bulletin-kinds',
  text: `select coalesce(s.kinds, $2::text[]) as kinds, s.region_code is not null
    or exists (select 1 from ledger l where l.region_code = r.code) as scheduled
from region r left join bulletin_schedule s on s.region_code = r.code where r.code = $1`,
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
    return this.database.named<ScheduledRegion & { [column: string]: unknown }>(SCHEDULED, [REGULAR_KINDS]);
  }

  async kindsOf(code: string): Promise<readonly RegularKind[]> {
    const rows = await this.database.named<{ kinds: RegularKind[]; scheduled: boolean }>(KINDS, [
      code,
      REGULAR_KINDS,
    ]);
    return rows[0]?.scheduled === true ? rows[0].kinds : [];
  }

  async appeared(code: string, since: Day): Promise<ReadonlySet<string>> {
    const rows = await this.database.named<{ kind: string; from: string }>(APPEARED, [code, since]);
    return new Set(rows.map(({ kind, from }) => `${kind} ${from}`));
  }
}
