import { setTimeout as pause } from 'node:timers/promises';
import { PostedBook, UnitOfWork } from '@zhuqi/application';
import { APPLICATION_ROLE, withPersistence } from '@zhuqi/persistence';
import { BEGUN } from '../../../libs/persistence/src/database/writes-begun.sql';
import { RealTimeModule } from '@zhuqi/platform';
import { Client } from 'pg';
import { cloneDatabase, queryOnce, type ClonedDatabase } from '../../support/database';

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
    withPersistence(
      { url: database.url, role: APPLICATION_ROLE, modules: [RealTimeModule] },
      async (ports) => {
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
      },
    );

  it('when no write is open that began before', async () => {
    expect(await settledBeside()).toBe(true);
  });

  it('only after a write has ended that had read the time for its postings', async () => {
    expect(await settledBeside('begin', BEGUN)).toBe(false);
  });

  it('while an audit holds its snapshot', async () => {
    expect(await settledBeside('begin isolation level repeatable read read only', 'select 1')).toBe(true);
  });
});

it('every transaction that can post says that it has begun', async () => {
  const database = await cloneDatabase();
  await withPersistence(
    { url: database.url, role: APPLICATION_ROLE, modules: [RealTimeModule] },
    async (ports) => {
      await ports.get(UnitOfWork).run(async () => {
        const held = await queryOnce(
          database.url,
          `select 1 from pg_locks where locktype = 'advisory'
        and database = (select oid from pg_database where datname = current_database())`,
        );
        expect(held).toHaveLength(1);
      });
    },
  );
  await database.drop();
});
