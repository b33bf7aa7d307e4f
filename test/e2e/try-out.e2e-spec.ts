import { done, openLifecycle, PROBLEM, type Lifecycle } from './lifecycle-stage';

const TRIGGERS = [
  {
    code: 'claim_soon',
    clock: 'claim',
    side: 'before',
    offset: { unit: 'workingMinutes', count: 90 },
    effect: 'remind',
  },
  {
    code: 'unclaimed',
    clock: 'claim',
    side: 'after',
    offset: { unit: 'workingDays', count: 0 },
    effect: 'urge',
  },
  {
    code: 'slow',
    clock: 'leg',
    side: 'after',
    offset: { unit: 'workingDays', count: 1 },
    effect: 'escalate',
  },
  {
    code: 'promise_near',
    clock: 'resolve',
    side: 'before',
    offset: { unit: 'workingDays', count: 2 },
    effect: 'supervise',
  },
];

/** Rules of time and escalation as the API shows them and tries them out. */
describe('a district’s rules', () => {
  let life: Lifecycle;

  beforeEach(async () => {
    life = await openLifecycle();
  }, 120_000);

  afterEach(() => life.close());

  const turnTo = (at: number): Promise<unknown> =>
    life.demo.database.rows(
      `update business_clock set offset_ms = round($1::float8 - extract(epoch from clock_timestamp()) * 1000)::bigint`,
      [at],
    );

  it('are shown in versions, with what is in force, to everybody inside the district and nobody else', async () => {
    const { office, enterprise, leader } = life.cast;
    const { body } = done(await office.get('/policies/220105'));
    expect(body).toMatchObject({ regionCode: '220105', inForce: 1 });
    expect(body.versions).toHaveLength(1);
    expect(body.versions[0]).toMatchObject({ version: 1, effectiveOn: '2022-01-01', madeBy: null });
    expect(body.versions[0].terms).toMatchObject({
      startTiers: { consult: 1, simple: 1, complex: 2, major: 4 },
      triggers: [{ code: 'unclaimed', clock: 'claim', effect: 'urge' }],
    });
    expect(body.versions[0].terms).not.toHaveProperty('version');
    expect((await leader.get('/policies/220105')).status).toBe(200);
    expect((await enterprise.get('/policies/220105')).status).toBe(403);
    expect(await office.get('/policies/220106')).toMatchObject({
      status: 404,
      body: { code: 'calendar.unknown' },
    });
  });

  it('tried out for a start say what then really happens, moment by moment', async () => {
    const { office, enterprise } = life.cast;
    await life.demo.database.rows(
      `update policy set body = body || jsonb_build_object('triggers', $1::jsonb) where region_code = '220105'`,
      [JSON.stringify(TRIGGERS)],
    );
    const { id } = done(await enterprise.post('/tickets', { ...PROBLEM, severity: 'complex' }), 201).body;
    await life.demo.settle();
    const timeline = async () => (await office.get(`/tickets/${id}/timeline?limit=100`)).body.items;
    const before: { type: string; at: string }[] = await timeline();
    const start = before.find(({ type }) => type === 'routed')?.at;
    const tried = done(await office.post('/policies/try-out', { severity: 'complex', start })).body;
    expect(tried).toMatchObject({ regionCode: '220105', policyVersion: 1, startTier: 2 });
    const moments: { at: string; what: string; trigger: string | null; tier: number }[] = tried.moments.slice(
      0,
      24,
    );
    expect(moments.map(({ trigger }) => trigger)).toEqual(
      expect.arrayContaining(['claim_soon', 'unclaimed', 'slow', 'promise_near']),
    );
    for (const at of new Set(moments.map((moment) => moment.at))) {
      await turnTo(Date.parse(at));
      await life.demo.sweep.tick();
      await life.demo.settle();
    }
    const really: { type: string; at: string }[] = (await timeline()).slice(before.length);
    expect(really.slice(0, moments.length).map(({ type }) => type)).toEqual(moments.map(({ what }) => what));
    for (const [index, { at }] of moments.entries()) {
      const late = Date.parse(really[index]?.at ?? '') - Date.parse(at);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(5_000);
    }
    expect((await office.get(`/tickets/${id}`)).body.tier).toBe(moments.at(-1)?.tier);
  }, 60_000);

  it('can be tried before they exist, and a faulty draft is refused where its fault is', async () => {
    const { office } = life.cast;
    const { terms } = (await office.get('/policies/220105')).body.versions[0];
    const question = { severity: 'simple', start: '2023-10-20T01:00:00Z' };
    const draft = { ...terms, startTiers: { ...terms.startTiers, simple: 3 }, triggers: [] };
    const tried = done(await office.post('/policies/try-out', { ...question, policy: draft })).body;
    expect(tried).toMatchObject({ startTier: 3, policyVersion: null });
    expect(tried.moments.map(({ what }: { what: string }) => what)).not.toContain('urged');
    const faulty = { ...terms, triggers: [{ ...TRIGGERS[2], side: 'before' }] };
    expect(await office.post('/policies/try-out', { ...question, policy: faulty })).toMatchObject({
      status: 422,
      body: { code: 'policy.invalid', errors: [{ pointer: '/policy/triggers/0/side' }] },
    });
    const tooEarly = { ...question, start: '2001-01-01T00:00:00Z' };
    expect((await office.post('/policies/try-out', tooEarly)).body.code).toBe('policy.none_in_force');
  });
});
