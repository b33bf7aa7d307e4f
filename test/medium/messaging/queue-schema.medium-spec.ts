import { migrateQueueSchema, openQueueEngine } from '@zhuqi/messaging';
import { Client } from 'pg';
import { cloneDatabase, type ClonedDatabase } from '../../support/database';
import { routing } from './workload';

describe('the schema of the queue', () => {
  let database: ClonedDatabase;
  beforeEach(async () => void (database = await cloneDatabase()));
  afterEach(() => database.drop());

  it('is made once by processes that start together, and stays when it is there', async () => {
    const starts = Array.from({ length: 4 }, () => migrateQueueSchema(database.url, 'zhuqi_app'));
    await expect(Promise.all(starts)).resolves.toHaveLength(4);
    await expect(migrateQueueSchema(database.url, 'zhuqi_app')).resolves.toBeUndefined();
  });

  it('is needed: without it nothing is published, and the same engine works as soon as it is made', async () => {
    const engine = openQueueEngine({ databaseUrl: database.url, role: 'zhuqi_app' });
    try {
      await expect(engine.publish([routing()])).rejects.toThrow();
      await migrateQueueSchema(database.url, 'zhuqi_app');
      await expect(engine.publish([routing()])).resolves.toBeUndefined();
    } finally {
      await engine.close(2_000);
    }
  });

  it('shares one small pool among all queues and workers', async () => {
    await migrateQueueSchema(database.url, 'zhuqi_app');
    const engine = openQueueEngine({ databaseUrl: database.url, role: 'zhuqi_app' });
    const idle = () => Promise.resolve('done' as const);
    try {
      await engine.startWorkers(
        { 'ticket.route': idle, 'clock.check': idle, 'notice.deliver': idle },
        { concurrency: { routing: 5, sla: 5, notices: 5, reports: 5 } },
      );
      await engine.publish([routing(), routing(), routing()]);
      expect(await connections(database.url)).toBeLessThanOrEqual(14);
    } finally {
      await engine.close(2_000);
    }
    expect(await connections(database.url)).toBe(0);
  });
});

/** How many connections others hold to the database. */
async function connections(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ held: number }>(
      `select count(*)::int as held from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );
    return rows[0]?.held ?? 0;
  } finally {
    await client.end();
  }
}
