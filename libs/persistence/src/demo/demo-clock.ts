import { Injectable } from '@nestjs/common';
import { DemoClock } from '@zhuqi/application';
import { Database } from '../database/database';

// The heartbeat is business time. Without one the demo has never run.
const START = `
update business_clock set demo = true, heartbeat_at = starts.at,
       offset_ms = round(extract(epoch from starts.at - clock_timestamp()) * 1000)
  from (select greatest(coalesce(c.heartbeat_at, to_timestamp($1::double precision / 1000)),
                        (select max(at) from ticket_event), (select max(made_at) from calendar_version),
                        (select max(made_at) from policy)) as at
          from business_clock c) starts
returning starts.at as now`;

// Greatest: two administrators at once, or a slow request, never turn the time back.
const ADVANCE = `
update business_clock c set offset_ms = c.offset_ms + greatest(0, round(
       extract(epoch from to_timestamp($1::double precision / 1000) - business_now()) * 1000))
 where c.demo
returning date_trunc('milliseconds', clock_timestamp() + c.offset_ms * interval '1 millisecond') as now`;

const HEARTBEAT = 'update business_clock set heartbeat_at = business_now() where demo';

/** The demo's time as one row in PostgreSQL. */
@Injectable()
export class StoredDemoClock extends DemoClock {
  constructor(private readonly database: Database) {
    super();
  }

  start(at: number): Promise<number> {
    return this.move(START, at);
  }

  async heartbeat(): Promise<void> {
    await this.database.rows(HEARTBEAT);
  }

  async advanceTo(at: number): Promise<number> {
    const now = await this.move(ADVANCE, at);
    await this.heartbeat();
    return now;
  }

  private async move(statement: string, at: number): Promise<number> {
    const [row] = await this.database.rows<{ now: Date }>(statement, [at]);
    if (row === undefined) throw new Error('this database holds no demo clock');
    return row.now.getTime();
  }
}
