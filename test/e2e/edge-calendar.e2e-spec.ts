import { DemoClock } from '@zhuqi/application';
import { openStage, type Stage } from './access-stage';

const WEEKLY = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [
    day,
    [
      ['08:30', '11:30'],
      ['13:30', '17:00'],
    ],
  ]),
);
const NINE_TO_FIVE = {
  timeZone: 'Asia/Shanghai',
  weekly: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] },
};

const SOURCE = '国办发明电〔2022〕16号';
const BODY = {
  ...{ timeZone: 'Asia/Shanghai', weekly: WEEKLY, seasons: [] },
  days: [
    { day: '2023-10-02', kind: 'holiday', name: '国庆节', source: SOURCE, state: 'official' },
    { day: '2023-10-07', kind: 'makeup', name: '国庆节调休', source: SOURCE, state: 'official' },
  ],
  years: [{ year: 2023, source: SOURCE, state: 'official' }],
  rules: [{ day: '2023-10-13', kind: 'closed', name: '马拉松', source: '区府办〔2023〕3号' }],
};

async function loadCalendar(stage: Stage): Promise<void> {
  await stage.database.rows(
    'insert into calendar_version (region_code, version, body, reason) values ($1, 1, $2, $3)',
    ['220105', JSON.stringify(BODY), '启用时的工作日历'],
  );
}

describe('the calendars', () => {
  let stage: Stage;
  let bearer: { authorization: string };
  beforeAll(async () => {
    stage = await openStage();
    await loadCalendar(stage);
    await stage.person('office', ['office_dispatcher']);
    ({ bearer } = await stage.signIn('office'));
  });
  afterAll(() => stage.close());

  const post = (what: string, body: object) =>
    stage.http().post(`/api/v1/calendars/${what}`).set(bearer).send(body);

  it('show every day of a year with kind, source and state, and how far it is published', async () => {
    const { body } = await stage.http().get('/api/v1/calendars/220105?year=2023').set(bearer).expect(200);
    expect(body).toMatchObject({ regionCode: '220105', year: 2023, publishedThrough: '2023-12-31' });
    expect(body).toMatchObject({ version: 1, seasons: [] });
    expect(body.days).toHaveLength(365);
    const kindOf = (day: string) => body.days.find((each: { day: string }) => each.day === day).kind;
    expect(['2023-10-02', '2023-10-07', '2023-10-08', '2023-10-09'].map(kindOf)).toEqual([
      'holiday',
      'makeup',
      'weekend',
      'working',
    ]);
    const own = body.days.find(({ day }: { day: string }) => day === '2023-10-13');
    expect(own).toMatchObject({ kind: 'holiday', name: '马拉松', source: '区府办〔2023〕3号', own: true });
    const next = await stage.http().get('/api/v1/calendars/220105?year=2024').set(bearer).expect(200);
    expect(next.body.days).toHaveLength(366);
    expect(next.body.days[0]).toMatchObject({ state: 'provisional', source: null });
  });

  it('are unknown where no region keeps one, and need a sensible year', async () => {
    const unknown = await stage.http().get('/api/v1/calendars/220106?year=2023').set(bearer).expect(404);
    expect(unknown.body.code).toBe('calendar.unknown');
    await stage.http().get('/api/v1/calendars/220105?year=x').set(bearer).expect(422);
    await stage.http().get('/api/v1/calendars/220105?year=2023&extra=1').set(bearer).expect(422);
    await stage.http().get('/api/v1/calendars/%00?year=2023').set(bearer).expect(404);
  });

  it('tell when an allowance is due and account for every second of it', async () => {
    const start = '2026-01-05T08:00:00+08:00';
    const { body } = await post('preview', { calendar: NINE_TO_FIVE, start, minutes: 600 }).expect(200);
    expect(body).toMatchObject({ dueAt: '2026-01-06T03:00:00.000Z', provisional: false });
    const counted = body.segments.filter(({ reason }: { reason: string }) => reason === 'open');
    expect(counted.reduce((sum: number, each: { seconds: number }) => sum + each.seconds, 0)).toBe(36_000);
    expect(body.segments[0]).toMatchObject({
      from: '2026-01-05T00:00:00.000Z',
      reason: 'closed',
      seconds: 0,
    });
  });

  it('give every second of a pause back', async () => {
    const question = { calendar: NINE_TO_FIVE, start: '2026-01-05T01:00:00Z', seconds: 3_600 };
    const pauses = [{ from: '2026-01-05T01:30:00Z', to: '2026-01-05T02:00:00Z' }];
    expect((await post('preview', { ...question, pauses }).expect(200)).body.dueAt).toBe(
      '2026-01-05T02:30:00.000Z',
    );
  });

  it('count working days by the region, holidays and make-up days included', async () => {
    const question = { regionCode: '220105', start: '2023-09-29T10:00:00+08:00', days: 2, from: 'nextDay' };
    const { body } = await post('preview', { ...question, endOfDay: true }).expect(200);
    expect(body.dueAt).toBe('2023-10-04T09:00:00.000Z');
  });

  it('measure working time, none when it is reversed', async () => {
    const span = { calendar: NINE_TO_FIVE, from: '2026-01-05T00:00:00Z', to: '2026-01-06T02:00:00Z' };
    expect((await post('elapsed', span).expect(200)).body).toEqual({ workingSeconds: 9 * 3_600 });
    const reversed = { ...span, from: span.to, to: span.from };
    expect((await post('elapsed', reversed).expect(200)).body).toEqual({ workingSeconds: 0 });
  });

  it.each([
    ['no calendar', { minutes: 5 }, '/calendar'],
    ['two calendars', { minutes: 5, regionCode: '220105', calendar: NINE_TO_FIVE }, '/regionCode'],
    ['no allowance', { calendar: NINE_TO_FIVE }, '/minutes'],
    ['two allowances', { calendar: NINE_TO_FIVE, minutes: 5, days: 1 }, '/days'],
    [
      'a moment without its zone',
      { calendar: NINE_TO_FIVE, minutes: 5, start: '2026-01-05T08:00:00' },
      '/start',
    ],
    [
      'a day that does not exist',
      { calendar: NINE_TO_FIVE, minutes: 5, start: '2026-02-30T08:00:00Z' },
      '/start',
    ],
    [
      'a zone nobody knows',
      { calendar: { ...NINE_TO_FIVE, timeZone: 'Mars/Base' }, minutes: 5 },
      '/calendar/timeZone',
    ],
    [
      'hours that end before they begin',
      { calendar: { timeZone: 'UTC', weekly: { mon: [['17:00', '09:00']] } }, minutes: 5 },
      '/calendar/weekly/mon/0',
    ],
    ['a part nobody knows', { calendar: { ...NINE_TO_FIVE, hours: 1 }, minutes: 5 }, '/calendar/hours'],
    ['no opening at all', { calendar: { timeZone: 'UTC', weekly: {} }, minutes: 5 }, '/calendar/weekly'],
  ])('refuse %s and say where', async (_, question, pointer) => {
    const { body } = await post('preview', { start: '2026-01-05T08:00:00Z', ...question }).expect(422);
    expect(body.errors[0].pointer).toBe(pointer);
  });
});

describe('the clock of the demo', () => {
  let stage: Stage;
  let admin: { authorization: string };
  const FRIDAY_NINE = Date.parse('2023-10-20T09:00:00+08:00');
  beforeAll(async () => {
    stage = await openStage();
    await loadCalendar(stage);
    await stage.person('admin', ['administrator']);
    await stage.person('office', ['office_dispatcher']);
    admin = (await stage.signIn('admin')).bearer;
  });
  afterAll(() => stage.close());

  const advance = (body: object, bearer = admin) =>
    stage.http().post('/api/v1/demo/clock').set(bearer).send(body);
  const demoClock = () => stage.app.get(DemoClock, { strict: false });
  const about = (iso: string, expected: number) =>
    expect(Math.abs(Date.parse(iso) - expected)).toBeLessThan(20_000);

  it('is not there outside a demo, whoever asks', async () => {
    expect((await advance({ advanceMinutes: 1 }).expect(404)).body.code).toBe('demo.not_available');
    const { bearer } = await stage.signIn('office');
    await advance({ advanceMinutes: 1 }, bearer).expect(404);
  });

  it('starts at the published moment', async () => {
    expect(await demoClock().start(FRIDAY_NINE)).toBe(FRIDAY_NINE);
    const { body } = await stage.http().get('/health/ready');
    expect(body.demo).toBe(true);
    about(body.businessTime, FRIDAY_NINE);
  });

  it('is moved by the administrator only', async () => {
    const { bearer } = await stage.signIn('office');
    expect((await advance({ advanceMinutes: 1 }, bearer).expect(403)).body.code).toBe('permission.denied');
    await stage.http().post('/api/v1/demo/clock').send({ advanceMinutes: 1 }).expect(401);
  });

  it('moves by minutes, and to the same time of a later working day', async () => {
    about((await advance({ advanceMinutes: 90 }).expect(200)).body.now, FRIDAY_NINE + 90 * 60_000);
    const monday = Date.parse('2023-10-23T10:30:00+08:00');
    about((await advance({ advanceWorkdays: 1 }).expect(200)).body.now, monday);
    about((await advance({ advanceWorkdays: 6 }).expect(200)).body.now, monday + 8 * 86_400_000);
  });

  it.each([
    {},
    { advanceMinutes: 0 },
    { advanceMinutes: -5 },
    { advanceMinutes: 1.5 },
    { advanceMinutes: 1, advanceWorkdays: 1 },
    { now: 1 },
  ])('refuses %j', async (body) => {
    await advance(body).expect(422);
  });

  it('goes on where it stood after the program was stopped, and not from the published moment again', async () => {
    const reached = (await advance({ advanceMinutes: 1 }).expect(200)).body.now;
    const resumed = await demoClock().start(FRIDAY_NINE);
    expect(resumed).toBeGreaterThanOrEqual(Date.parse(reached));
    about(new Date(resumed).toISOString(), Date.parse(reached));
  });
});
