import { Injectable } from '@nestjs/common';
import { RunningTickets, type OutdatedTicket, type RunningTicket } from '@zhuqi/application';
import type { Places } from '@zhuqi/domain';
import { Database, type Statement } from '../database/database';
import { businessDay } from '../database/business-day.sql';
import { chainOf } from '../responsibility/chain.sql';
import { calendarInForce, rebasingPolicy } from './rules-in-force.sql';
import { AGGREGATE_PARTS } from '../ticket/load-ticket.sql';
import { toTicket, type AggregateRow } from '../ticket/ticket.mapper';

/**
 * In the words of the partial indexes `ticket_calendar_version` and `ticket_policy_version`; agrees with `followsRules` of
 * the domain (tested).
 */
export const FOLLOWS_RULES = `(case when t.status in ('closed','rejected','withdrawn') then 0 else 1 end) = 1`;

const PAGE: Statement = {
  name: 'ticket-running',
  text: `
with moment as materialized (select business_now() as now)
select to_json(t) as ticket, ${AGGREGATE_PARTS}, ${chainOf('e', businessDay('(select now from moment)'))} as chain,
  extract(epoch from (select now from moment)) * 1000 as now
from ticket t join enterprise e on e.id = t.enterprise_id left join project j on j.id = t.project_id
where t.region_code = $1 and ${FOLLOWS_RULES} and ($3::uuid is null or t.id > $3::uuid)
order by t.id limit $2`,
};

/** A region's latest calendar, and the policy its running tickets are brought under, if any. */
const IN_FORCE = `
in_force as materialized (
  select r.code, ${calendarInForce('r.code')} as calendar,
    ${rebasingPolicy('r.code', businessDay('business_now()'))} as policy
  from region r
)`;

const behind = (condition: string): string => `
  select t.id, f.code as region_code, concat_ws(':', f.calendar, f.policy) as rules from in_force f cross join lateral (
    select t.id from ticket t where t.region_code = f.code and ${FOLLOWS_RULES} and ${condition} offset 0
  ) t`;

/** By each of two indexes, region by region (`offset 0` keeps it so): usually neither finds a single one. */
const LAGGING = `
lagging as (${behind('t.calendar_version < f.calendar')}
  union ${behind('t.policy_version < f.policy')}
)`;

export const OUTDATED: Statement = {
  name: 'ticket-outdated',
  text: `
with ${IN_FORCE.trim()}, ${LAGGING.trim()}
select id as "ticketId", rules from lagging where $2::uuid is null or id > $2::uuid
order by id limit $1`,
};

const COUNT_OUTDATED: Statement = {
  name: 'ticket-outdated-count',
  text: `
with ${IN_FORCE.trim()}, ${LAGGING.trim()}
select count(*)::int as count from lagging where region_code = $1`,
};

interface RunningRow extends AggregateRow {
  readonly chain: Places;
  readonly now: string;
}

/** Asks for what a change of rules concerns. */
@Injectable()
export class PgRunningTickets extends RunningTickets {
  constructor(private readonly database: Database) {
    super();
  }

  async page(regionCode: string, limit: number, after: string | null): Promise<readonly RunningTicket[]> {
    const rows = await this.database.named<RunningRow>(PAGE, [regionCode, limit, after]);
    return rows.map((row) => ({
      ticket: toTicket(row),
      chain: row.chain,
      now: Math.round(Number(row.now)),
    }));
  }

  outdated(limit: number, after: OutdatedTicket | null): Promise<readonly OutdatedTicket[]> {
    return this.database.named<OutdatedTicket & { [column: string]: unknown }>(OUTDATED, [
      limit,
      after?.ticketId ?? null,
    ]);
  }

  async countOutdated(regionCode: string): Promise<number> {
    const [row] = await this.database.named<{ count: number }>(COUNT_OUTDATED, [regionCode]);
    return row?.count ?? 0;
  }
}
