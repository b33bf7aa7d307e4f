import { setTimeout as pause } from 'node:timers/promises';
import { PostedBook } from '@zhuqi/application';
import { withPersistence } from '@zhuqi/persistence';
import { RealTimeModule } from '@zhuqi/platform';
import { Client } from 'pg';
import { cloneDatabase, type ClonedDatabase } from '../../support/database';

const LOOKS_MS = 300;

describe('the book of figures is settled', () => {
  let database: ClonedDatabase;
  let other: Client;

  beforeEach(async () => {
    database = await cloneDatabase();
    other = new Client({ connectionString: database.url });
    await other.connect();
  });

  afterEach(async () => {
    await other.end();
    await database.drop();
  });

  /** Whether a call that was made while `open` was begun is answered before `other` commits. */
  const settledBeside = (...open: string[]): Promise<boolean> =>
    withPersistence({ url: database.url, modules: [RealTimeModule] }, async (ports) => {
      for (const statement of open) await other.query(statement);
      let settled = false;
      const answered = ports
        .get(PostedBook)
        .settled()
        .then(() => (settled = true));
      await pause(LOOKS_MS);
      const beforeCommit = settled;
      await other.query('commit');
      await answered;
      return beforeCommit;
    });

  it('when no write is open that began before', async () => {
    expect(await settledBeside()).toBe(true);
  });

  it('only after a write has ended that had dated its postings', async () => {
    expect(await settledBeside('begin', 'create table posted ()')).toBe(false);
  });

  it('only after a write that has locked nothing yet', async () => {
    expect(await settledBeside('begin', 'select 1')).toBe(false);
  });

  it('while an audit holds its snapshot', async () => {
    expect(await settledBeside('begin isolation level repeatable read read only', 'select 1')).toBe(true);
  });
});
