import { Injectable } from '@nestjs/common';
import { type KeptVerification, VerificationRecord, type VerificationResult } from '@zhuqi/application';
import type { Instant } from '@zhuqi/domain';
import { Database, type Statement } from '../database/database';
import { LAST_VERIFICATION } from './verification.sql';

// Real time: what is proved at night is kept out of the way of the day, however fast the demo's days go by.
const CLAIM: Statement = {
  name: 'verification-claim',
  text: `
with moment as (select to_timestamp($1::float8 / 1000) as at),
local as (select at, at at time zone 'Asia/Shanghai' as clock from moment)
insert into verification as v (night, started_at)
select clock::date, at from local where extract(hour from clock) between 2 and 4
on conflict (night) do update set started_at = excluded.started_at
  where v.ran_at is null and v.started_at < excluded.started_at - interval '1 hour'
returning night`,
};

const KEEP: Statement = {
  name: 'verification-keep',
  text: `
update verification set ran_at = clock_timestamp(), events = $1, postings = $2, faults = $3
where night = (select max(night) from verification)`,
};

const LAST: Statement = { name: 'verification-last', text: LAST_VERIFICATION };

@Injectable()
export class PgVerificationRecord extends VerificationRecord {
  constructor(private readonly database: Database) {
    super();
  }

  async claim(now: Instant): Promise<boolean> {
    return (await this.database.named(CLAIM, [now])).length > 0;
  }

  async keep({ events, postings, faults }: VerificationResult): Promise<void> {
    await this.database.named(KEEP, [events, postings, faults]);
  }

  async last(): Promise<KeptVerification | null> {
    const [row] = await this.database.named<KeptVerification & { [column: string]: unknown }>(LAST);
    return row ?? null;
  }
}
