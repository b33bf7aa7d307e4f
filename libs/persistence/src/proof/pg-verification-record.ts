import { Injectable } from '@nestjs/common';
import { type KeptVerification, VerificationRecord, type VerificationResult } from '@zhuqi/application';
import { Database, type Statement } from '../database/database';

// Real time: what is proved at night is kept out of the way of the day, however fast the demo's days go by.
const CLAIM: Statement = {
  name: 'verification-claim',
  text: `
with local as (select clock_timestamp() at time zone 'Asia/Shanghai' as now)
insert into verification as v (night, started_at)
select now::date, clock_timestamp() from local where extract(hour from now) between 2 and 4
on conflict (night) do update set started_at = excluded.started_at
  where v.ran_at is null and v.started_at < clock_timestamp() - interval '1 hour'
returning night`,
};

const KEEP: Statement = {
  name: 'verification-keep',
  text: `
update verification set ran_at = clock_timestamp(), events = $1, postings = $2, faults = $3
where night = (select max(night) from verification)`,
};

const LAST: Statement = {
  name: 'verification-last',
  text: `
select (extract(epoch from ran_at) * 1000)::float8 as "ranAt", events::float8, postings::float8, faults::float8
from verification where ran_at is not null order by night desc limit 1`,
};

@Injectable()
export class PgVerificationRecord extends VerificationRecord {
  constructor(private readonly database: Database) {
    super();
  }

  async claim(): Promise<boolean> {
    return (await this.database.named(CLAIM)).length > 0;
  }

  async keep({ events, postings, faults }: VerificationResult): Promise<void> {
    await this.database.named(KEEP, [events, postings, faults]);
  }

  async last(): Promise<KeptVerification | null> {
    const [row] = await this.database.named<KeptVerification & { [column: string]: unknown }>(LAST);
    return row ?? null;
  }
}
