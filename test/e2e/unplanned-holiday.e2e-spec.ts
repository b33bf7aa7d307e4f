import { RuleSweep } from '@zhuqi/worker';
import { done, openLifecycle, type Lifecycle } from './lifecycle-stage';

const CALENDAR = '/calendars/220105';
const STATISTICS = '/statistics/resolution?regionCode=220105&from=2023-01-01&to=2023-12-31';

/** Monday and Tuesday are declared closed, on Tuesday: a storm. */
const STORM = {
  setDays: [
    {
      day: '2023-10-23',
      until: '2023-10-24',
      kind: 'closed',
      name: '暴雪停工',
      source: '区府办〔2023〕12号',
    },
  ],
};

interface ClockEffect {
  readonly clockId: string;
  readonly kind: string;
  readonly dueBefore: string;
  readonly dueAfter: string;
  readonly paused: boolean;
}

interface Effect {
  readonly ticketId: string;
  readonly clocks: readonly ClockEffect[];
}

/** What a change does without the moments of clocks that stand: those move on until they run again. */
const steady = ({
  tickets,
  ...change
}: {
  readonly tickets: readonly Effect[];
  readonly applied?: boolean;
}) => ({
  ...change,
  tickets: tickets.map(({ clocks, ...ticket }) => ({
    ...ticket,
    clocks: clocks.map((clock) => (clock.paused ? { ...clock, dueBefore: null, dueAfter: null } : clock)),
  })),
});

describe('an unplanned holiday', () => {
  let life: Lifecycle;
  let late: string;
  let before: string;
  let previewed: { effects: Record<string, number>; tickets: Effect[] };

  const rows = <T>(text: string, values: unknown[] = []): Promise<T[]> =>
    life.demo.database.rows<T & { [column: string]: unknown }>(text, values);
  const state = () =>
    rows(`select (select count(*)::int from calendar_version) as versions, (select count(*)::int from ticket_event) as
      events, (select sum(extract(epoch from due_at))::text from ticket_clock) as due`);
  const lampsTold = async (): Promise<string[]> =>
    (
      await rows<{
        lamp: string;
      }>(`select concat_ws(' ', e.ticket_id, e.data ->> 'clockId', e.data ->> 'lamp') as lamp
        from notice n join ticket_event e using (ticket_id, seq) where e.type = 'lampChanged'`)
    ).map(({ lamp }) => lamp);
  const sweepRules = async (): Promise<void> => {
    await life.demo.app.get(RuleSweep, { strict: false }).tick();
    await life.demo.settle();
  };

  beforeAll(async () => {
    life = await openLifecycle();
    // Friday nine o'clock; due by the end of Monday. Two working days later it is red, and everybody knows.
    late = await life.submitted({ severity: 'consult' });
    await life.demo.advance({ advanceWorkdays: 2 });
    before = (await life.cast.office.get(STATISTICS)).body.asOf;
  }, 120_000);
  afterAll(() => life.close());

  it('is tried first, and nothing is written', async () => {
    const untouched = await state();
    const { body } = done(await life.cast.office.post(`${CALENDAR}/changes/preview`, STORM));
    previewed = body;
    expect(body).toMatchObject({ regionCode: '220105', version: 2, applied: false });
    expect(body.effects.clocksMoved).toBeGreaterThan(20);
    expect(body.effects.stopBeingLate).toBeGreaterThan(0);
    expect(body.effects.noticesEarly).toBeGreaterThan(0);
    const mine = body.tickets.find(({ ticketId }: Effect) => ticketId === late);
    expect(mine.clocks.find(({ kind }: { kind: string }) => kind === 'resolve')).toMatchObject({
      ...{ label: '办结', dueBefore: '2023-10-23T09:00:00.000Z', dueAfter: '2023-10-25T09:00:00.000Z' },
      ...{ becomesLate: false, stopsBeingLate: true, confirmed: false },
    });
    expect(mine.notices).toContainEqual(
      expect.objectContaining({ kind: 'resolve', lamp: 'red', what: 'early' }),
    );
    expect(await state()).toEqual(untouched);
  });

  it('is applied with a reason and does what was tried', async () => {
    const told = await lampsTold();
    const { body } = done(
      await life.cast.office.post(`${CALENDAR}/changes`, { ...STORM, basedOn: 1, reason: '暴雪红色预警' }),
      201,
    );
    expect(steady(body)).toEqual(steady({ ...previewed, applied: true }));
    await sweepRules();
    const moved = await rows<{ clocks: number; tickets: number }>(
      `select sum(json_array_length(data -> 'clockIds'))::int as clocks,
       count(*) filter (where json_array_length(data -> 'clockIds') > 0)::int as tickets
       from ticket_event where type = 'rescheduled'`,
    );
    expect(moved).toEqual([{ clocks: body.effects.clocksMoved, tickets: body.effects.ticketsMoved }]);
    for (const { clocks } of previewed.tickets) {
      for (const { clockId, dueAfter } of clocks.filter(({ paused }) => !paused)) {
        const [clock] = await rows<{ due: Date }>('select due_at as due from ticket_clock where id = $1', [
          clockId,
        ]);
        expect(clock?.due.toISOString()).toBe(dueAfter);
      }
    }
    expect(await lampsTold()).toEqual(told);
  });

  it('explains every due time that moved, to the second', async () => {
    for (const { ticketId, clocks } of previewed.tickets) {
      for (const { clockId, dueBefore, dueAfter, paused } of clocks) {
        const { body } = done(await life.cast.city.get(`/tickets/${ticketId}/clocks/${clockId}/explain`));
        const counted = body.segments.reduce(
          (sum: number, { seconds }: { seconds: number }) => sum + seconds,
          0,
        );
        expect([clockId, counted]).toEqual([clockId, body.workingSeconds]);
        expect(body.moves).toEqual([
          expect.objectContaining({
            ...(paused ? {} : { dueBefore, dueAfter }),
            ...{ calendarVersion: 2, reasons: ['暴雪红色预警'] },
          }),
        ]);
      }
    }
    // What had stopped was counted, and is explained, on the days as they were.
    const { body: ticket } = await life.cast.office.get(`/tickets/${late}`);
    for (const { id } of ticket.clocks) {
      const { body } = done(await life.cast.office.get(`/tickets/${late}/clocks/${id}/explain`));
      const counted = body.segments.reduce(
        (sum: number, { seconds }: { seconds: number }) => sum + seconds,
        0,
      );
      expect(counted).toBe(body.workingSeconds);
    }
  });

  it('tells no lamp a second time when the new due times pass', async () => {
    const told = await lampsTold();
    const hushed = await rows<{ clock: string; lamp: string }>(
      `select id as clock, hushed as lamp from ticket_clock where hushed <> 'none'`,
    );
    expect(hushed.length).toBeGreaterThan(0);
    for (let day = 1; day <= 4; day += 1) await life.demo.advance({ advanceWorkdays: 1 });
    const again = await rows<{ notices: number; lamps: number }>(
      `select count(n.id)::int as notices, count(*)::int as lamps from ticket_event e
       left join notice n using (ticket_id, seq) where e.type = 'lampChanged' and e.data ->> 'again' = 'true'`,
    );
    expect(again[0]).toMatchObject({ notices: 0 });
    expect(again[0]?.lamps).toBeGreaterThan(0);
    const since = (await lampsTold()).filter((lamp) => !told.includes(lamp));
    for (const { clock } of hushed.filter(({ lamp }) => lamp === 'red')) {
      expect(since.filter((lamp) => lamp.includes(clock))).toEqual([]);
    }
  });

  it('leaves every figure of the past as it was', async () => {
    const at = new Date(Date.parse(before)).toISOString();
    const asOf = `${STATISTICS}&asOf=${encodeURIComponent(at)}`;
    const once = (await life.cast.office.get(asOf)).body;
    done(
      await life.cast.office.post(`${CALENDAR}/changes`, { clearDays: ['2023-10-23'], reason: '补录' }),
      201,
    );
    await sweepRules();
    const again = (await life.cast.office.get(asOf)).body;
    expect(again.total).toEqual(once.total);
    expect(once.total).toMatchObject({ collected: 182 });
  });

  it('leaves a trail', async () => {
    const { body } = done(await life.cast.auditor.get(`${CALENDAR}/versions`));
    expect(body.pending).toBe(0);
    expect(
      body.items.map(({ version, reason }: { version: number; reason: string }) => [version, reason]),
    ).toEqual([
      [3, '补录'],
      [2, '暴雪红色预警'],
      [1, expect.any(String)],
    ]);
    expect(body.items[1]).toMatchObject({ effects: previewed.effects, amendment: STORM });
    expect(body.items[1].madeBy.name).toBe((await life.cast.office.get('/me')).body.name);
    expect(body.items[1].madeAt).toMatch(/^2023-10-24T/);
    const { body: year } = await life.cast.office.get(`${CALENDAR}?year=2023`);
    const days = year.days.filter(({ own }: { own: boolean }) => own);
    expect([
      year.version,
      days.map(({ day, kind, name }: Record<string, string>) => [day, kind, name]),
    ]).toEqual([3, [['2023-10-24', 'holiday', '暴雪停工']]]);
  });
});
