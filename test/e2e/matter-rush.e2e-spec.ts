import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { done, expectRefusal, openLifecycle, seenBy, type Lifecycle } from './lifecycle-stage';
import { neighboursOf, reported, together, TOGETHER } from './matter-stage';

const NOBODY = '00000000-0000-4000-8000-000000000000';
/** More than three times the connections there are. */
const AT_ONCE = 40;

let stage: Lifecycle;
let neighbours: string[];

beforeAll(async () => {
  stage = await openLifecycle();
  neighbours = await neighboursOf(stage);
});
afterAll(() => stage.close());

const times = <T>(of: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: AT_ONCE }, of));

describe('forty at once', () => {
  it('are told that a matter is unknown, each over the one connection that is left', async () => {
    const { pool } = stage.demo.database;
    const taken = await Promise.all(Array.from({ length: pool.options.max - 1 }, () => pool.connect()));
    try {
      const answers = await times(() => stage.cast.office.post(`/matters/${NOBODY}/answer`, TOGETHER));
      for (const answer of answers) expectRefusal(answer, 404, 'matter.not_found');
    } finally {
      for (const client of taken) client.release();
    }
  });

  it('answer one matter once, and strangers learn nothing of it meanwhile', async () => {
    const { cast, demo } = stage;
    const ids = await reported(stage, neighbours);
    const matterId = await together(stage, ids);
    const foreign = await demo.signIn('office2');
    const [answers, refused] = await Promise.all([
      times(() => cast.office.post(`/matters/${matterId}/answer`, TOGETHER)),
      times(() => foreign.post(`/matters/${matterId}/answer`, TOGETHER)),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const given = answers.map(({ body }) => body.answered.length as number);
    expect(given.filter((count) => count > 0)).toEqual([ids.length]);
    for (const answer of refused) expectRefusal(answer, 404, 'matter.not_found');
  });
});

describe('the tickets of a matter and those that join it', () => {
  /** Whether the ticket is locked by somebody. */
  const isLocked = async (id: string): Promise<boolean> =>
    (await stage.demo.database.rows('select 1 from ticket where id = $1 for update skip locked', [id]))
      .length === 0;

  /** Until somebody waits for what this connection holds. */
  async function isWaitedFor(holder: PoolClient): Promise<void> {
    const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
    const waiting = 'select 1 from pg_stat_activity where $1 = any(pg_blocking_pids(pid))';
    while ((await stage.demo.database.rows(waiting, [rows[0]?.pid])).length === 0) await pause(5);
  }

  it('are locked in one order: nothing is held while an earlier one is waited for', async () => {
    const { cast, demo } = stage;
    const [low, middle, high] = (await reported(stage, neighbours)).sort();
    const matterId = await together(stage, [high!, middle!]);
    const other = await demo.database.connect();
    try {
      await other.query('begin');
      await other.query('select 1 from ticket where id = $1 for update', [low]);
      const adding = Promise.resolve(cast.office.post(`/matters/${matterId}/tickets`, { ticketIds: [low] }));
      await isWaitedFor(other);
      expect(await isLocked(high!)).toBe(false);
      await other.query('rollback');
      expect(done(await adding).body.tickets).toBe(3);
    } finally {
      other.release();
    }
    expect((await seenBy(cast.office, low!)).matter.id).toBe(matterId);
  });

  it('are looked at after who may do it, and named wrongly only then', async () => {
    const { cast } = stage;
    const ids = await reported(stage, neighbours);
    const matterId = await together(stage, ids.slice(0, 2));
    const path = `/matters/${matterId}/tickets`;
    expectRefusal(await cast.office.post(`/matters/${NOBODY}/tickets`, {}), 404, 'matter.not_found');
    const none = await cast.office.post(path, {});
    expectRefusal(none, 422, 'request.invalid', '/ticketIds');
    const unknown = await cast.office.post(path, { ticketIds: [ids[2], NOBODY] });
    expectRefusal(unknown, 422, 'matter.unknown_ticket', '/ticketIds/1');
    const twice = await cast.office.post(path, { ticketIds: [ids[1]] });
    expectRefusal(twice, 409, 'matter.taken', '/ticketIds/0');
  });
});
