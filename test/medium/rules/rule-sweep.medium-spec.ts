import { CheckClocks, RealClock, RunningTickets, type JobPublisher } from '@zhuqi/application';
import { followsRules, STATUSES, type TicketStatus } from '@zhuqi/domain';
import { Handlers, RuleSweep, Turn } from '@zhuqi/worker';
import { FOLLOWS_RULES } from '../../../libs/persistence/src/rules/pg-running-tickets';
import { brokenInvariants } from '../../support/invariants';
import { REDIS_MISSING } from '../../support/redis';
import { engines, openRulesStage, type FollowingTicket, type RulesStage } from './rules-stage';

const PROBLEM = {
  title: '厂区道路积水',
  description: '雨后无法进出货车，影响发货。',
  category: 'infrastructure',
};

const isRunning = ({ status }: FollowingTicket): boolean => followsRules({ status: status as TicketStatus });

describe.each(engines)('a changed calendar on $engine', ({ engine, possible }) => {
  const test = possible ? it : it.skip;
  const skipped = possible ? '' : ` (skipped: ${REDIS_MISSING})`;
  let stage: RulesStage;

  beforeAll(async () => {
    if (possible) stage = await openRulesStage(engine);
  }, 120_000);
  afterAll(() => (possible ? stage.end() : undefined));

  test(`reaches every running ticket once, and none that is at an end${skipped}`, async () => {
    const before = await stage.tickets();
    const { status, body } = await stage.close(['2023-10-24']);
    expect([status, body.version, body.effects.tickets]).toEqual([201, 2, before.filter(isRunning).length]);
    expect(body.effects.clocksMoved).toBeGreaterThan(10);
    expect(await stage.sweep.tick()).toBe(before.filter(isRunning).length);
    await stage.demo.settle();

    const after = await stage.tickets();
    expect(after.map(({ calendar }) => calendar)).toEqual(before.map((each) => (isRunning(each) ? 2 : 1)));
    expect(after.filter((each) => !isRunning(each))).toEqual(before.filter((each) => !isRunning(each)));
    const told = await stage.told();
    expect(told.map(({ times }) => times)).toEqual(Array(body.effects.ticketsMoved).fill(1));

    expect(await stage.sweep.tick()).toBe(0);
    const { 'clock.check': check } = stage.demo.app.get(Handlers, { strict: false }).table();
    await check({ ticketIds: before.map(({ id }) => id) });
    expect([await stage.told(), await stage.tickets()]).toEqual([told, after]);
    expect(await brokenInvariants(stage.demo.database)).toEqual({});
  });

  test(`and another one reaches them once more${skipped}`, async () => {
    const first = (await stage.told()).length;
    const { body } = await stage.close(['2023-10-25']);
    await stage.sweep.tick();
    await stage.demo.settle();
    const told = await stage.told();
    expect(told).toHaveLength(first + Number(body.effects.ticketsMoved));
    expect(new Set(told.map(({ times }) => times))).toEqual(new Set([1]));
  });
});

describe('a changed calendar', () => {
  let stage: RulesStage;
  beforeEach(async () => {
    stage = await openRulesStage();
  }, 120_000);
  afterEach(() => stage.end());

  const lagging = async (): Promise<number> =>
    (await stage.tickets()).filter((each) => isRunning(each) && each.calendar === 1).length;

  it('still reaches every ticket when the queue has lost what it was given', async () => {
    await stage.demo.stop();
    const deaf = await openRulesStage('postgres', { on: stage.demo.url, consumers: false });
    await deaf.close(['2023-10-24']);
    expect(await deaf.sweep.tick()).toBeGreaterThan(10);
    expect(await deaf.sweep.tick()).toBe(0);
    await deaf.demo.engine.wipe();
    await deaf.end();

    const next = await openRulesStage('postgres', { on: stage.demo.url });
    expect(await next.sweep.tick()).toBeGreaterThan(10);
    await next.demo.settle();
    expect((await next.tickets()).filter((each) => isRunning(each) && each.calendar === 1)).toEqual([]);
    expect((await next.told()).every(({ times }) => times === 1)).toBe(true);
    await next.end();
  });

  it('is brought to the tickets by the sweep itself while the queue refuses', async () => {
    await stage.close(['2023-10-24']);
    const refusing: JobPublisher = { publish: () => Promise.reject(new Error('nobody answers')) };
    const { app } = stage.demo;
    const get = { strict: false } as const;
    const sweep = new RuleSweep(
      app.get(RunningTickets, get),
      refusing,
      app.get(RealClock, get),
      app.get(CheckClocks, get),
      app.get(Turn, get),
    );
    Reflect.set(sweep, 'log', { warn: () => undefined, error: () => undefined });
    const asked = new AbortController();
    asked.abort();
    expect(await sweep.tick(asked.signal)).toBe(0);
    expect(await lagging()).toBeGreaterThan(10);
    await sweep.tick();
    expect(await lagging()).toBe(0);
  });

  it('is seen by an action that comes first: brought under it, then done, on the version the person saw', async () => {
    const enterprise = await stage.demo.signIn('enterprise');
    const { body: submitted } = await enterprise.post('/tickets', PROBLEM);
    await stage.demo.settle();
    const officer = await stage.demo.signIn('officer');
    const seen = await officer.get(`/tickets/${submitted.id}`);
    await stage.close(['2023-10-24']);
    const claimed = await officer.post(
      `/tickets/${submitted.id}/claim`,
      {},
      { 'if-match': seen.headers['etag'] ?? '' },
    );
    expect([claimed.status, claimed.headers['etag']]).toEqual([
      200,
      `"v${String(Number(seen.body.version) + 2)}"`,
    ]);
    const events = await stage.demo.database.rows(
      `select type, actor_id is null as system from ticket_event where ticket_id = $1 order by seq desc limit 2`,
      [submitted.id],
    );
    expect(events).toEqual([
      { type: 'claimed', system: false },
      { type: 'rescheduled', system: true },
    ]);
    const stale = await officer.post(
      `/tickets/${submitted.id}/contact`,
      { means: 'phone', note: '已联系' },
      { 'if-match': seen.headers['etag'] ?? '' },
    );
    expect(stale.status).toBe(412);
    await stage.sweep.tick();
    await stage.demo.settle();
    expect((await stage.told()).every(({ times }) => times === 1)).toBe(true);
  });

  it('wins over another change made at the same moment, which is told to look again', async () => {
    const answers = await Promise.all(
      ['2023-10-24', '2023-10-25', '2023-10-26'].map((day) => stage.close([day], '同时变更', { basedOn: 1 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const late = answers.filter(({ status }) => status === 409);
    expect(late.map(({ body }) => [body.code, body.errors[0].pointer])).toEqual([
      ['calendar.changed', '/basedOn'],
      ['calendar.changed', '/basedOn'],
    ]);
    const { body } = await stage.office.get('/calendars/220105/versions');
    expect(body.items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect((await stage.close(['2023-10-27'], '先试算', { basedOn: 1 })).status).toBe(409);
    expect((await stage.close(['2023-10-27'], '先试算', { basedOn: 2 })).status).toBe(201);
  });

  it('concerns by SQL what it concerns by the rule', async () => {
    const rows = await stage.demo.database.rows<{ status: string }>(
      `select status from unnest($1::text[]) as t(status) where ${FOLLOWS_RULES}`,
      [STATUSES],
    );
    expect(rows.map(({ status }) => status)).toEqual(STATUSES.filter((status) => followsRules({ status })));
  });

  it('takes along what was merged, which says so where its own due times moved', async () => {
    const enterprise = await stage.demo.signIn('enterprise');
    const ids: string[] = [];
    for (const title of ['厂区道路积水', '厂区道路积水严重']) {
      const { body } = await enterprise.post('/tickets', { ...PROBLEM, title });
      ids.push(body.id);
      await stage.demo.settle();
    }
    const [parent = '', child = ''] = ids;
    expect((await stage.office.act(child, 'merge', { intoTicketId: parent })).status).toBe(200);
    await stage.close(['2023-10-24']);
    await stage.sweep.tick();
    await stage.demo.settle();
    expect((await stage.told()).filter(({ ticket }) => ids.some((id) => ticket === `${id}:2`))).toHaveLength(
      2,
    );
    const { body } = await stage.office.get('/calendars/220105/versions');
    expect([body.pending, await lagging()]).toEqual([0, 0]);
  });
});
