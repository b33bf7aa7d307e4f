import { Injectable } from '@nestjs/common';
import { SweepLease, type SweepState, type SweepTurn } from '@zhuqi/application';
import { Database, type Statement } from '../database/database';

// When the last look took place stays on record until the next one has got through (`LOOKED`).
const HOLD: Statement = {
  name: 'sweep-hold',
  text: `
with before as (select swept_at, storm_since from sweep_lease where name = 'sweep'),
held as (
  insert into sweep_lease as lease (name, holder, until, swept_at)
  values ('sweep', $1, clock_timestamp() + $2 * interval '1 millisecond', clock_timestamp())
  on conflict (name) do update set holder = excluded.holder, until = excluded.until
    where lease.holder = excluded.holder or lease.until <= clock_timestamp()
  returning 1
)
select (extract(epoch from clock_timestamp() - before.swept_at) * 1000)::float8 as "idleMs",
  before.storm_since is not null as storm
from held left join before on true`,
};

const LOOKED: Statement = {
  name: 'sweep-looked',
  text: `update sweep_lease set swept_at = clock_timestamp() where name = 'sweep' and holder = $1`,
};

const BRAKE: Statement = {
  name: 'sweep-brake',
  text: `
update sweep_lease set storm_left = coalesce($2::int, 0),
  storm_since = case when $2::int is not null then coalesce(storm_since, clock_timestamp()) end
where name = 'sweep' and holder = $1`,
};

const RELEASE: Statement = {
  name: 'sweep-release',
  text: `update sweep_lease set until = clock_timestamp() where name = 'sweep' and holder = $1`,
};

const STATE: Statement = {
  name: 'sweep-state',
  text: `
select case when until > clock_timestamp() then holder end as holder, storm_since, storm_left,
  (extract(epoch from clock_timestamp() - swept_at) * 1000)::float8 as idle_ms
from sweep_lease where name = 'sweep'`,
};

interface StateRow {
  readonly holder: string | null;
  readonly idle_ms: number;
  readonly storm_since: Date | null;
  readonly storm_left: number;
  readonly [column: string]: unknown;
}

@Injectable()
export class PgSweepLease extends SweepLease {
  constructor(private readonly database: Database) {
    super();
  }

  async hold(holder: string, forMs: number): Promise<SweepTurn | null> {
    const rows = await this.database.named<{ idleMs: number | null; storm: boolean }>(HOLD, [holder, forMs]);
    return rows[0] ?? null;
  }

  async looked(holder: string): Promise<void> {
    await this.database.named(LOOKED, [holder]);
  }

  async brake(holder: string, left: number | null): Promise<void> {
    await this.database.named(BRAKE, [holder, left]);
  }

  async release(holder: string): Promise<void> {
    await this.database.named(RELEASE, [holder]);
  }

  async state(): Promise<SweepState | null> {
    const [row] = await this.database.named<StateRow>(STATE);
    if (row === undefined) return null;
    const { holder, idle_ms: idleMs, storm_since: since, storm_left: left } = row;
    const storm = since === null ? null : { since: since.getTime(), left };
    return { holder, idleMs, storm };
  }
}
