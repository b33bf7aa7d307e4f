import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { poolSettings, type DatabaseOptions } from './data-source';
import { Database } from './database';

const CONNECTIONS = 4;

/**
 * Connections of their own for what transactions look up on the way: names, calendars, policies. Were they taken
 * from the pool the transactions wait in, enough transactions at once would hold every connection and each wait
 * for one more.
 */
@Injectable()
export class ReferenceDatabase extends Database implements OnApplicationShutdown {
  private readonly own: Pool;

  constructor(options: DatabaseOptions, source: DataSource) {
    super(source);
    this.own = new Pool({
      connectionString: options.url,
      ...poolSettings({ ...options, poolSize: CONNECTIONS }),
    });
    this.own.on('error', () => undefined); // a broken idle connection is replaced; callers see their own errors
  }

  override get pool(): Pool {
    return this.own;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.own.end();
  }
}
