import { expectRefusal, openLifecycle, type Lifecycle, type Name } from './lifecycle-stage';

const HOLIDAY = { day: '2023-10-24', kind: 'closed', name: '停工', source: '区府办' };
const HOURS = { mon: [['09:00', '17:00']] };
const SEASON = { name: '冬季', from: '11-01', to: '03-31', weekly: HOURS };
const NOTICE_DAY = { day: '2027-01-01', kind: 'holiday', name: '元旦', source: '通知', state: 'official' };

describe('a change of rules', () => {
  let life: Lifecycle;
  let terms: Record<string, unknown>;
  let before: unknown;
  const versions = () =>
    life.demo.database.rows(
      'select (select count(*) from calendar_version) as calendars, (select count(*) from policy) as policies',
    );
  beforeAll(async () => {
    life = await openLifecycle();
    ({ terms } = (await life.cast.office.get('/policies/220105')).body.versions[0]);
    before = await versions();
  }, 120_000);
  afterAll(async () => {
    const after = await versions();
    await life.close();
    expect(after).toEqual(before);
  });

  const calendar = (body: object, by: Name = 'office', region = '220105') =>
    life.cast[by].post(`/calendars/${region}/changes`, body);
  const policy = (body: object, by: Name = 'office', region = '220105') =>
    life.cast[by].post(`/policies/${region}/changes`, body);

  it.each<Name>(['enterprise', 'officer', 'township', 'department', 'leader', 'city', 'auditor'])(
    'is not for the %s',
    async (name) => {
      const order = { setDays: [HOLIDAY], reason: '停工' };
      expectRefusal(await calendar(order, name), 403, 'permission.denied');
      const preview = await life.cast[name].post('/calendars/220105/changes/preview', { setDays: [HOLIDAY] });
      expectRefusal(preview, 403, 'permission.denied');
      expectRefusal(
        await policy({ terms, effectiveOn: '2023-11-01', reason: '提速' }, name),
        403,
        'permission.denied',
      );
    },
  );

  it.each(['220106', '220100', '999999'])('is not for another district: %s is unknown', async (region) => {
    const order = { setDays: [HOLIDAY], reason: '停工' };
    expectRefusal(await calendar(order, 'office', region), 404, 'calendar.unknown');
    const preview = await life.cast.office.post(`/calendars/${region}/changes/preview`, {
      setDays: [HOLIDAY],
    });
    expectRefusal(preview, 404, 'calendar.unknown');
    expectRefusal(await life.cast.office.get(`/calendars/${region}/versions`), 404, 'calendar.unknown');
    const terms5 = { terms, effectiveOn: '2023-11-01', reason: '提速' };
    expectRefusal(await policy(terms5, 'office', region), 404, 'calendar.unknown');
  });

  it.each<[string, object, string]>([
    ['no reason', { setDays: [HOLIDAY], reason: '' }, '/reason'],
    ['a reason nobody can see', { setDays: [HOLIDAY], reason: '\u200b ' }, '/reason'],
    ['a day that does not exist', { setDays: [{ ...HOLIDAY, day: '2023-02-30' }] }, '/setDays/0/day'],
    ['a kind nobody knows', { setDays: [{ ...HOLIDAY, kind: 'half' }] }, '/setDays/0/kind'],
    ['a day without its source', { setDays: [{ ...HOLIDAY, source: '' }] }, '/setDays/0/source'],
    ['an end before its beginning', { setDays: [{ ...HOLIDAY, until: '2023-10-23' }] }, '/setDays/0/until'],
    ['hours of a closed day', { setDays: [{ ...HOLIDAY, hours: [['09:00', '10:00']] }] }, '/setDays/0/hours'],
    ['hours over midnight', { weekly: { mon: [['22:00', '02:00']] } }, '/weekly/mon/0'],
    ['a weekday nobody knows', { weekly: { someday: [] } }, '/weekly/someday'],
    ['hours that are text', { weekly: { mon: 'all day' } }, '/weekly/mon'],
    ['a make-up hour that is none', { makeup: [['9', '10']] }, '/makeup/0/0'],
    ['no opening for good', { weekly: {} }, '/weekly'],
    [
      'more than a year closed',
      {
        setDays: [
          { ...HOLIDAY, until: '2024-10-22' },
          { ...HOLIDAY, day: '2024-10-23', until: '2024-12-01' },
        ],
      },
      '/setDays/0',
    ],
    ['a season without a beginning', { seasons: [{ ...SEASON, from: '13-01' }] }, '/seasons/0/from'],
    ['seasons that overlap', { seasons: [SEASON, { ...SEASON, from: '03-01', to: '04-01' }] }, '/seasons/1'],
    ['a cleared day that is none', { clearDays: ['tomorrow'] }, '/clearDays'],
    ['a notice of another year', { notice: { year: 2026, days: [NOTICE_DAY] } }, '/notice/days/0/day'],
    ['a field nobody knows', { holidays: [] }, '/holidays'],
    ['a version that is none', { clearDays: [], basedOn: 0 }, '/basedOn'],
  ])('of the calendar with %s is refused at its place', async (_what, amendment, pointer) => {
    const answer = await calendar({ reason: '调整', ...amendment });
    expectRefusal(answer, 422, answer.body.code, pointer);
    expect(answer.body.errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer);
  });

  it('of the calendar that changes nothing is none', async () => {
    const nothing = {
      seasons: null,
      setDays: null,
      clearDays: null,
      notice: null,
      makeup: null,
      basedOn: null,
    };
    expectRefusal(await calendar({ reason: '调整', ...nothing }), 409, 'calendar.unchanged');
    expectRefusal(await calendar({ reason: '调整' }), 409, 'calendar.unchanged');
    expectRefusal(await calendar({ reason: '调整', clearDays: ['2023-10-24'] }), 409, 'calendar.unchanged');
  });

  it.each<[string, object, string]>([
    ['a threshold missing', { claim: undefined }, '/terms/claim'],
    ['a threshold nobody knows', { patience: 1 }, '/terms/patience'],
    ['an allowance in hours', { claim: { unit: 'hours', count: 1 } }, '/terms/claim/unit'],
    ['a negative number', { mostReturns: -1 }, '/terms/mostReturns'],
    ['a ladder that ends below where problems start', { ladder: [1, 2, 3] }, '/terms/startTiers/major'],
  ])('of the policy with %s is refused at its place', async (_what, change, pointer) => {
    const answer = await policy({
      terms: { ...terms, ...change },
      effectiveOn: '2023-11-01',
      reason: '提速',
    });
    expectRefusal(answer, 422, 'policy.invalid', pointer);
    expect(answer.body.errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer);
  });

  it('of the policy that changes nothing is none', async () => {
    const same = { terms, effectiveOn: '2023-11-01', reason: '提速' };
    expectRefusal(await policy(same), 409, 'policy.unchanged');
  });

  it('of the policy does not work backwards', async () => {
    expectRefusal(
      await policy({ terms, effectiveOn: '2023-10-19', reason: '提速' }),
      422,
      'policy.effective_on',
      '/effectiveOn',
    );
    expectRefusal(
      await policy({ terms, effectiveOn: '2023-11-31', reason: '提速' }),
      422,
      'request.invalid',
      '/effectiveOn',
    );
    expectRefusal(
      await policy({ terms, effectiveOn: '2023-11-01', reason: '提速', basedOn: 7 }),
      409,
      'policy.changed',
      '/basedOn',
    );
  });
});
