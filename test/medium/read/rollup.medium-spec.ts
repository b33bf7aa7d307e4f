import { FigureRollup, ResolutionStatistics, RollupAudit } from '@zhuqi/application';
import { DIMENSIONS, FIGURES } from '@zhuqi/domain';
import fc from 'fast-check';
import { Client } from 'pg';
import {
  counted,
  dayOf,
  forget,
  ledgers,
  moments,
  nearby,
  post,
  settleTickets,
  type Posting,
  type Question,
} from './random-ledger';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { actor, settleTwoDistricts } from './two-districts';

const READERS = ['city', 'office', 'office2', 'auditor', 'leader', 'leaderB'] as const;
const EDGES = ['2023-04-01', '2023-04-30', '2023-05-01', '2023-05-31'];
const bounds = fc.oneof(fc.constant(null), fc.constantFrom(...EDGES), moments.map(dayOf));
const cuts = fc.oneof(
  fc.constant([]),
  fc.constantFrom(...DIMENSIONS).map((one) => [one]),
  fc.constantFrom(...DIMENSIONS).chain((one) =>
    fc
      .constantFrom('month' as const, 'region' as const, 'tier' as const)
      .filter((other) => other !== one)
      .map((other) => [one, other]),
  ),
);
const questions = fc
  .record({
    reader: fc.constantFrom(...READERS),
    district: fc.constantFrom(null, '220105', '220106'),
    from: bounds,
    to: bounds,
    asOf: nearby,
    population: fc.constantFrom('enterprise' as const, 'project' as const),
    withoutComplaints: fc.boolean(),
    groupBy: cuts,
  })
  .map(({ district, ...rest }) => ({ ...rest, regionCode: rest.reader === 'city' ? district : null }));

/** Three ordinary questions about a fixed list, for the tests of what happens meanwhile. */
const AS_OF = Date.parse('2023-05-17T03:20:00Z');
const USUAL: readonly Question[] = [[], ['township', 'month'] as const, ['tier'] as const].map((groupBy) => ({
  ...{ reader: 'leader', regionCode: null, from: null, to: null, asOf: AS_OF },
  ...{ population: 'enterprise', groupBy },
}));
const MANY: readonly Posting[] = fc
  .sample(ledgers, { seed: 20_231_020, numRuns: 40 })
  .flat()
  .map((each, seq) => ({ ...each, seq }));

describe('the rollup of the ledger', () => {
  let room: ReadingRoom;
  let statistics: ResolutionStatistics;
  let rollup: FigureRollup;
  let audit: RollupAudit;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    await settleTickets(room);
    statistics = room.port(ResolutionStatistics);
    rollup = room.port(FigureRollup);
    audit = room.port(RollupAudit);
  });
  afterAll(() => room.close());

  const answered = async (question: Question) => {
    const { rows, total } = await statistics.report(actor(question.reader), { ...question, basis: 'cohort' });
    const keyed = question.groupBy.length === 0 ? [] : rows;
    const all = keyed.map(
      ({ pinned, figures }) => [JSON.stringify(pinned.map(({ key }) => key)), figures] as const,
    );
    return new Map([['total', total.figures], ...all]);
  };
  /** A row of nothing but noughts is no row. */
  const expected = (postings: readonly Posting[], question: Question) =>
    new Map(
      [...counted(postings, question)].filter(
        ([key, figures]) =>
          key === 'total' || (question.groupBy.length > 0 && FIGURES.some((figure) => figures[figure] !== 0)),
      ),
    );
  const rollAll = async (batch: number): Promise<number> => {
    let all = 0;
    for (let taken = batch; taken > 0; all += taken) taken = await rollup.roll(batch);
    return all;
  };
  const sound = { faulty: 0, faults: [], astray: 0 };

  it('answers like the postings themselves before, in the middle of and after rolling up', async () => {
    const asked = fc.array(questions, { minLength: 6, maxLength: 6 });
    const property = fc.asyncProperty(
      ledgers,
      asked,
      fc.integer({ min: 1, max: 40 }),
      async (postings, list, first) => {
        await forget(room);
        await post(room, postings);
        for (const step of [() => Promise.resolve(0), () => rollup.roll(first), () => rollAll(17)]) {
          await step();
          for (const { asOf, ...rest } of list) {
            const question: Question = { ...rest, asOf: asOf(postings) };
            expect([question, await answered(question)]).toEqual([question, expected(postings, question)]);
          }
          expect(await audit.inspect(5)).toMatchObject({ ...sound, postings: postings.length });
        }
        expect(await rollup.backlog()).toMatchObject({ waiting: 0 });
      },
    );
    await fc.assert(property, { numRuns: 60 });
  }, 120_000);

  it('answers the same all the time while two roll up and somebody posts', async () => {
    await forget(room);
    await post(room, MANY);
    const later = MANY.map((each) => ({
      ...each,
      seq: each.seq + MANY.length,
      at: each.at + 200 * 86_400_000,
    }));
    let rolling = true;
    const read = async (): Promise<number> => {
      let times = 0;
      for (; rolling; times += 1) {
        for (const question of USUAL) expect(await answered(question)).toEqual(expected(MANY, question));
      }
      return times;
    };
    const write = async (): Promise<void> => {
      for (let n = 0; n < later.length; n += 10) await post(room, later.slice(n, n + 10));
    };
    const reading = [read(), read()];
    const [first, second] = await Promise.all([rollAll(23), rollAll(31), write()]);
    const rest = await rollAll(500);
    rolling = false;
    const times = await Promise.all(reading);
    expect(first + second + rest).toBe(2 * MANY.length);
    expect(Math.min(first, second, ...times)).toBeGreaterThan(0);
    expect(await audit.inspect(5)).toMatchObject({ ...sound, waiting: 0, postings: 2 * MANY.length });
  }, 60_000);

  it('loses and doubles nothing when it is killed half-way', async () => {
    await forget(room);
    await post(room, MANY);
    await rollup.roll(MANY.length - 40);
    const other = new Client({ connectionString: room.url });
    await other.connect();
    await other.query(`begin; select from ledger_rollup where level = 'ever' for update`);
    const killed = expect(rollup.roll(40)).rejects.toThrow();
    // It has taken its postings out of the tail and waits for the sums somebody else holds.
    const waiting = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%delete from ledger_tail%'`;
    while ((await other.query(waiting)).rowCount === 0);
    await killed;
    await other.query('rollback');
    await other.end();
    expect(await rollup.backlog()).toMatchObject({ waiting: 40 });
    for (const question of USUAL) expect(await answered(question)).toEqual(expected(MANY, question));
    expect(await rollAll(15)).toBe(40);
    for (const question of USUAL) expect(await answered(question)).toEqual(expected(MANY, question));
    expect(await audit.inspect(5)).toMatchObject(sound);
  });

  it('can be thrown away and made again from the ledger', async () => {
    await room.database.rows(`with old as (delete from ledger_rollup)
      insert into ledger_tail (ticket_id, seq, part) select ticket_id, seq, part from ledger on conflict do nothing`);
    for (const question of USUAL) expect(await answered(question)).toEqual(expected(MANY, question));
    expect(await rollAll(500)).toBe(MANY.length);
    expect(await audit.inspect(5)).toMatchObject({ ...sound, waiting: 0 });
  });

  it('is found out when a sum has been changed, removed or invented, at the first wrong one', async () => {
    const township = `cut = 'township' and level = 'ever' and key = '${idOf('yingjun')}' and region_code = '220105'
      and population = 'enterprise' and not confidential and collected_month = '2023-04-01'`;
    const place = {
      regionCode: '220105',
      cut: 'township',
      key: idOf('yingjun'),
      collectedMonth: '2023-04-01',
    };
    await room.database.rows(`update ledger_rollup set resolved = resolved + 1 where ${township}`);
    const changed = await audit.inspect(5);
    expect(changed).toMatchObject({
      faulty: 1,
      faults: [{ ...place, level: 'ever', bucket: null, column: 'resolved' }],
    });
    expect(Number(changed.faults[0]?.stored) - Number(changed.faults[0]?.expected)).toBe(1);
    await room.database.rows(`delete from ledger_rollup where ${township}`);
    expect(await audit.inspect(5)).toMatchObject({ faulty: 1, faults: [{ ...place, stored: null }] });
    const [{ count } = { count: 0 }] = await room.database.rows<{ count: number }>(
      'with gone as (delete from ledger returning 1) select count(*)::int as count from gone',
    );
    expect(count).toBe(MANY.length);
    const invented = await audit.inspect(1);
    expect(invented.faults).toMatchObject([
      { regionCode: '220105', population: 'enterprise', cut: 'all', expected: null },
    ]);
    expect(invented.faulty).toBe(invented.sums);
    await room.insert('ledger_tail', { ticket_id: idOf('t1'), seq: 9_999, part: 0 });
    expect(await audit.inspect(1)).toMatchObject({ postings: 0, waiting: 1, astray: 1 });
  });
});
