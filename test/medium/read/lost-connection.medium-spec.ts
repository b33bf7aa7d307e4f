import type { EventLogAudit, SeedStore } from '@zhuqi/application';
import { Client } from 'pg';
import { PgSeedStore } from '../../../libs/persistence/src/seeding/pg-seed-store';
import { PgEventLogAudit } from '../../../libs/persistence/src/ticket/pg-event-log-audit';
import { openReadingRoom, type ReadingRoom } from './reading-room';

const ENDED = '57P01'; // admin_shutdown
const CATEGORY = { code: 'permits', label: '手续办理', position: 1 };
const NOTHING = {
  ...{ regions: [], rejectionGrounds: [], units: [], unitIndustries: [] },
  ...{ policies: [], calendars: [], calendarDays: [], calendarYears: [] },
};

describe('work whose connection is ended on the way', () => {
  let room: ReadingRoom;
  let keeper: Client;
  let seeds: SeedStore;
  let audit: EventLogAudit;

  beforeAll(async () => {
    room = await openReadingRoom();
    keeper = new Client({ connectionString: room.url });
    await keeper.connect();
    seeds = new PgSeedStore(room.database);
    audit = new PgEventLogAudit(room.database);
  });

  afterAll(async () => {
    await keeper.end();
    await room.close();
  });

  /** Ends the server process of whoever waits for the table that is kept locked meanwhile. */
  async function endedWaitingFor<T>(table: string, work: () => Promise<T>): Promise<unknown> {
    await keeper.query(`begin; lock table ${table}`);
    const outcome = work().catch((error: unknown) => error);
    for (let ended = 0; ended === 0;) {
      const { rows } = await keeper.query(
        `select pg_terminate_backend(pid) from pg_locks
         where not granted and relation = $1::regclass and pid <> pg_backend_pid()`,
        [table],
      );
      ended = rows.length;
    }
    await keeper.query('rollback');
    return outcome;
  }

  it('fails the seeding with PostgreSQL’s own word, and the next seeding succeeds', async () => {
    const rows = { ...NOTHING, categories: [CATEGORY] };
    expect(await endedWaitingFor('category', () => seeds.writeReference(rows))).toMatchObject({
      code: ENDED,
    });
    await seeds.writeReference(rows);
    expect(await room.database.rows('select code from category')).toEqual([{ code: 'permits' }]);
  });

  it('fails the audit with PostgreSQL’s own word, and the next audit succeeds', async () => {
    expect(await endedWaitingFor('ticket_event', () => audit.inspect(10))).toMatchObject({ code: ENDED });
    const sound = { faulty: 0, faults: [] };
    expect(await audit.inspect(10)).toEqual({
      ...{ tickets: 0, events: 0, ...sound },
      book: { postings: 0, partly: 0, ...sound },
    });
  });
});
