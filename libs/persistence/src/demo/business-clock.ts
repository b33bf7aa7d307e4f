import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@zhuqi/application';
import { Database } from '../database/database';

/** Business time as PostgreSQL keeps it: its own clock, plus the stored offset in the demo. */
@Injectable()
export class StoredBusinessClock extends BusinessClock {
  constructor(private readonly database: Database) {
    super();
  }

  async now(): Promise<number> {
    const [row] = await this.database.rows<{ now: Date }>('select business_now() as now');
    if (row === undefined) throw new Error('the business clock has no row');
    return row.now.getTime();
  }

  async isDemo(): Promise<boolean> {
    const [row] = await this.database.rows<{ demo: boolean }>('select demo from business_clock');
    return row?.demo ?? false;
  }
}
