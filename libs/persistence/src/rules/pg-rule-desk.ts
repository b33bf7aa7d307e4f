import type { CalendarEdition, NewCalendar, NewPolicy, RuleDesk } from '@zhuqi/application';
import type { DistrictCalendar, Policy } from '@zhuqi/domain';
import type { PoolClient } from 'pg';
import { toTimestamp } from '../ticket/column-mapper';
import { storedPolicy } from './stored-policy';

const LOCK_REGION = 'select 1 from region where code = $1 for no key update';

const LATEST = `select version, body as district from calendar_version
  where region_code = $1 order by version desc limit 1`;

const WRITE_CALENDAR = `
insert into calendar_version (region_code, version, body, amendment, reason, made_by_id, made_at, effects)
values ($1, $2, $3, $4, $5, $6, $7, $8)`;

const POLICIES = 'select body from policy where region_code = $1 order by version';

const WRITE_POLICY = `
insert into policy (region_code, version, effective_on, body, rebases, reason, made_by_id, made_at, effects)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const REGIONS = 'select distinct region_code as code from calendar_version order by code';

/** Changes of one district's rules wait for each other at the row of the region. */
export class PgRuleDesk implements RuleDesk {
  constructor(private readonly client: PoolClient) {}

  async lockCalendar(regionCode: string): Promise<CalendarEdition | null> {
    await this.client.query(LOCK_REGION, [regionCode]);
    const { rows } = await this.client.query<{ version: number; district: DistrictCalendar }>(LATEST, [
      regionCode,
    ]);
    return rows[0] ?? null;
  }

  async writeCalendar(edition: NewCalendar): Promise<void> {
    const { regionCode, version, district, amendment, reason, madeById, madeAt, effects } = edition;
    const body = [JSON.stringify(district), JSON.stringify(amendment)];
    const trail = [reason, madeById, toTimestamp(madeAt), JSON.stringify(effects)];
    await this.client.query(WRITE_CALENDAR, [regionCode, version, ...body, ...trail]);
  }

  async lockPolicies(regionCode: string): Promise<readonly Policy[]> {
    await this.client.query(LOCK_REGION, [regionCode]);
    const { rows } = await this.client.query<{ body: unknown }>(POLICIES, [regionCode]);
    return rows.map(({ body }) => storedPolicy(body));
  }

  async writePolicy({ regionCode, policy, rebases, ...trail }: NewPolicy): Promise<void> {
    const { version, effectiveOn } = policy;
    const told = [trail.reason, trail.madeById, toTimestamp(trail.madeAt), JSON.stringify(trail.effects)];
    await this.client.query(WRITE_POLICY, [
      ...[regionCode, version, effectiveOn, JSON.stringify(policy), rebases],
      ...told,
    ]);
  }

  async regions(): Promise<readonly string[]> {
    const { rows } = await this.client.query<{ code: string }>(REGIONS);
    return rows.map(({ code }) => code);
  }
}
