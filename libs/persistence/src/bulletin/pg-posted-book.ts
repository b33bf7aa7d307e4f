import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { PostedBook, Refused } from '@zhuqi/application';
import { Database } from '../database/database';

const NOW = 'select clock_timestamp()::text as now';

// An audit or a backup holds one snapshot, or has written nothing for longer than a write may last: it posts nothing.
const STILL_WRITING = `
select 1 from pg_stat_activity
 where datname = current_database() and pid <> pg_backend_pid() and xact_start < $1::timestamptz
   and backend_type = 'client backend'
   and (backend_xid is not null
     or (backend_xmin is null or state = 'active') and xact_start > $1::timestamptz - interval '30 seconds')
 limit 1`;

const LOOK_EVERY_MS = 50;
/** Longer than a statement and a wait for a lock may take together. */
const MOST_LOOKS = 200;

/** Asks PostgreSQL which transactions are still open. */
@Injectable()
export class PgPostedBook extends PostedBook {
  constructor(private readonly database: Database) {
    super();
  }

  async settled(): Promise<void> {
    const [row] = await this.database.rows<{ now: string }>(NOW);
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const open = await this.database.rows(STILL_WRITING, [row?.now]);
      if (open.length === 0) return;
      await pause(LOOK_EVERY_MS);
    }
    throw new Refused({
      code: 'bulletin.busy',
      detail: '有尚未结束的办理写入，暂时不能定格数字，请稍后再试',
    });
  }
}
