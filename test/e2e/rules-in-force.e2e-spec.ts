import { RuleSweep } from '@zhuqi/worker';
import { done, openLifecycle, type Lifecycle } from './lifecycle-stage';

const CALENDAR = '/calendars/220105';
const STATISTICS = '/statistics/resolution?regionCode=220105&from=2023-01-01&to=2023-12-31';

describe('the rules of a district', () => {
  let life: Lifecycle;
  beforeAll(async () => {
    life = await openLifecycle();
  }, 120_000);
  afterAll(() => life.close());

  const change = async (amendment: object): Promise<Record<string, never>> =>
    done(await life.cast.office.post(`${CALENDAR}/changes`, { reason: '调整', ...amendment }), 201).body;
  const week = (hours: readonly (readonly string[])[]) =>
    Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, hours]));
  const dueOf = async (
    id: string,
    kind = 'resolve',
  ): Promise<{ id: string; dueAt: string; provisional: boolean }> => {
    const { body } = await life.cast.office.get(`/tickets/${id}`);
    return body.clocks.find((clock: { kind: string }) => clock.kind === kind);
  };
  const followed = async (): Promise<void> => {
    await life.demo.app.get(RuleSweep, { strict: false }).tick();
    await life.demo.settle();
  };

  it('close at another hour, and in a season at yet another', async () => {
    const id = await life.submitted({ severity: 'simple' });
    expect((await dueOf(id)).dueAt).toBe('2023-10-31T09:00:00.000Z');
    await change({
      weekly: week([
        ['08:30', '11:30'],
        ['13:00', '17:30'],
      ]),
    });
    await followed();
    expect((await dueOf(id)).dueAt).toBe('2023-10-31T09:30:00.000Z');
    const winter = {
      name: '冬季',
      from: '10-25',
      to: '03-31',
      weekly: week([
        ['09:00', '11:30'],
        ['13:00', '16:30'],
      ]),
    };
    await change({ seasons: [winter] });
    await followed();
    expect((await dueOf(id)).dueAt).toBe('2023-10-31T08:30:00.000Z');
    const { body } = await life.cast.office.get(`${CALENDAR}?year=2023`);
    expect(body.seasons).toEqual([winter]);
    await change({
      seasons: [],
      weekly: week([
        ['08:30', '11:30'],
        ['13:30', '17:00'],
      ]),
    });
  });

  it('make a due time certain when the next year is published', async () => {
    // An installation that has loaded the days of 2023 and no later ones.
    await life.demo.database.rows(`insert into calendar_version (region_code, version, body, reason)
      select region_code, version + 1, jsonb_set(body, '{days}', (select jsonb_agg(day) from
        jsonb_array_elements(body -> 'days') day where day ->> 'day' < '2024')), '仅有 2023 年'
      from calendar_version where region_code = '220105' order by version desc limit 1`);
    await life.demo.advance({ advanceWorkdays: 25 });
    const id = await life.submitted({ severity: 'major' });
    await followed();
    expect((await dueOf(id)).provisional).toBe(true);
    const notice = {
      year: 2024,
      days: [
        {
          day: '2024-01-01',
          kind: 'holiday',
          name: '元旦',
          source: '国办发明电〔2023〕7号',
          state: 'official',
        },
      ],
    };
    const { effects } = (await change({ notice })) as unknown as { effects: Record<string, number> };
    expect(effects['confirmed']).toBeGreaterThan(0);
    await followed();
    expect((await dueOf(id)).provisional).toBe(false);
  });

  it('keep what was promised when a policy changes, unless it takes running tickets along', async () => {
    const { body: policies } = await life.cast.office.get('/policies/220105');
    const { terms } = policies.versions[0];
    const simple = (count: number) => ({
      ...terms,
      bySeverity: {
        ...terms.bySeverity,
        simple: { ...terms.bySeverity.simple, resolve: { unit: 'workingDays', count } },
      },
    });
    const id = await life.submitted({ severity: 'simple' });
    const promised = await dueOf(id);
    const now = Date.parse((await life.cast.office.get(STATISTICS)).body.asOf);
    const dayOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
    const effectiveOn = dayOf(now);
    const order = { effectiveOn, reason: '提速' };
    const policy = (path: string, body: object) => life.cast.office.post(`/policies/220105/${path}`, body);

    const kept = done(await policy('changes', { ...order, reason: '试行', terms: simple(6) }), 201).body;
    expect(kept).toMatchObject({ version: 2, applied: true, effects: { tickets: 0, clocksMoved: 0 } });
    await followed();
    expect(await dueOf(id)).toEqual(promised);

    const { reason: _, ...tried } = { ...order, terms: simple(5), rebases: true };
    const preview = done(await policy('changes/preview', tried)).body;
    expect(preview.effects.clocksMoved).toBeGreaterThan(0);
    const tomorrow = { ...order, terms: simple(5), rebases: true, effectiveOn: dayOf(now + 86_400_000) };
    const moved = done(await policy('changes', { ...tomorrow, basedOn: 2 }), 201).body;
    expect(moved).toMatchObject({ effects: preview.effects, version: preview.version, applied: true });
    expect(moved.tickets.length).toBe(preview.tickets.length);
    await followed();
    expect(await dueOf(id)).toEqual(promised);
    await life.demo.advance({ advanceWorkdays: 1 });
    await followed();
    expect((await dueOf(id)).dueAt < promised.dueAt).toBe(true);
    const { body: clock } = await life.cast.office.get(
      `/tickets/${id}/clocks/${(await dueOf(id)).id}/explain`,
    );
    expect(clock.moves.at(-1)).toMatchObject({ policyVersion: 3, reasons: ['试行', '提速'] });
    expect((await policy('changes', { ...order, terms: simple(4), basedOn: 2 })).body.code).toBe(
      'policy.changed',
    );
  });

  it('never reach back by a policy that was replaced before its day', async () => {
    const id = await life.submitted({ severity: 'simple' });
    const promised = await dueOf(id);
    const { body: policies } = await life.cast.office.get('/policies/220105');
    const { terms } = policies.versions[0];
    const longer = { ...terms, bySeverity: { ...terms.bySeverity } };
    longer.bySeverity.simple = { ...terms.bySeverity.simple, resolve: { unit: 'workingDays', count: 12 } };
    const now = Date.parse((await life.cast.office.get(STATISTICS)).body.asOf);
    const effectiveOn = new Date(now + 32 * 3_600_000).toISOString().slice(0, 10);
    const order = { effectiveOn, reason: '误发' };
    const post = (body: object) => life.cast.office.post('/policies/220105/changes', { ...order, ...body });
    done(await post({ terms: longer, rebases: true }), 201);
    done(await post({ terms, reason: '更正' }), 201);
    await life.demo.advance({ advanceWorkdays: 1 });
    await followed();
    expect((await dueOf(id)).dueAt).toBe(promised.dueAt);
  });

  it('change once for one key, and the repetition is shown what the first was', async () => {
    const body = {
      reason: '演练',
      setDays: [{ day: '2023-12-29', kind: 'closed', name: '演练', source: '通知' }],
    };
    const key = { 'idempotency-key': 'drill-2023' };
    const first = done(await life.cast.office.post(`${CALENDAR}/changes`, body, key), 201).body;
    const again = done(await life.cast.office.post(`${CALENDAR}/changes`, body, key), 201).body;
    expect(again).toEqual(first);
    expect((await life.cast.office.post(`${CALENDAR}/changes`, body)).body.code).toBe('calendar.unchanged');
  });
});
