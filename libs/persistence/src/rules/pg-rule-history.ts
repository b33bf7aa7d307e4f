import { Injectable } from '@nestjs/common';
import { RuleHistory, type CalendarRecord, type PolicyRecord, type RuleRecord } from '@zhuqi/application';
import type { CalendarAmendment } from '@zhuqi/domain';
import { Database, type Statement } from '../database/database';
import { storedPolicy } from './stored-policy';

interface RecordRow {
  readonly version: number;
  readonly reason: string;
  readonly made_by_id: string | null;
  readonly made_by_name: string | null;
  readonly made_at: Date | null;
  readonly effects: RuleRecord['effects'];
}

interface CalendarRecordRow extends RecordRow {
  readonly amendment: CalendarAmendment | null;
}

interface PolicyRecordRow extends RecordRow {
  readonly body: unknown;
  readonly rebases: boolean;
}

const TRAIL = `r.version, r.reason, r.made_by_id, m.name as made_by_name, r.made_at, r.effects`;

const CALENDARS: Statement = {
  name: 'calendar-history',
  text: `select ${TRAIL}, r.amendment from calendar_version r left join person m on m.id = r.made_by_id
where r.region_code = $1 order by r.version desc`,
};

const POLICIES: Statement = {
  name: 'policy-history',
  text: `select ${TRAIL}, r.body, r.rebases from policy r left join person m on m.id = r.made_by_id
where r.region_code = $1 order by r.version desc`,
};

@Injectable()
export class PgRuleHistory extends RuleHistory {
  constructor(private readonly database: Database) {
    super();
  }

  async calendars(regionCode: string): Promise<readonly CalendarRecord[]> {
    const rows = await this.database.named<CalendarRecordRow & { [column: string]: unknown }>(CALENDARS, [
      regionCode,
    ]);
    return rows.map((row) => ({ ...recordOf(row), amendment: row.amendment }));
  }

  async policies(regionCode: string): Promise<readonly PolicyRecord[]> {
    const rows = await this.database.named<PolicyRecordRow & { [column: string]: unknown }>(POLICIES, [
      regionCode,
    ]);
    return rows.map((row) => ({ ...recordOf(row), policy: storedPolicy(row.body), rebases: row.rebases }));
  }
}

const recordOf = (row: RecordRow): RuleRecord => ({
  version: row.version,
  reason: row.reason,
  madeBy: row.made_by_id === null ? null : { id: row.made_by_id, name: row.made_by_name ?? '' },
  madeAt: row.made_at?.getTime() ?? null,
  effects: row.effects,
});
