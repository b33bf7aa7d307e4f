import type { Answer, Caller } from '../support/demo-app';
import { colleagueOf, day, order } from './post-stage';
import {
  ANSWER,
  done,
  expectRefusal,
  noticesOf,
  openLifecycle,
  PROBLEM,
  seenBy,
  type Lifecycle,
} from './lifecycle-stage';

const NOBODY = '01a2018e-8587-70e6-9d52-c6f55495d9b9';

describe('key projects and their problems', () => {
  let life: Lifecycle;
  let enterpriseId: string;
  let leader2: { id: string };

  beforeAll(async () => {
    life = await openLifecycle();
    enterpriseId = done(await life.cast.enterprise.get('/me')).body.enterprise.id;
    leader2 = (
      await life.demo.database.rows<{ id: string }>(
        `select p.id from person p where 'district_leader' = any(p.roles) and p.active and p.region_code = '220105'
           and not exists (select from pairing g where g.person_id = p.id and g.enterprise_id = $1)
           and not exists (select from project j where j.leader_id = p.id) order by p.name limit 1`,
        [enterpriseId],
      )
    )[0] as { id: string };
  }, 180_000);

  afterAll(() => life.close());

  const plan = (over: object = {}): object => ({
    ...{ enterpriseId, name: '冷链物流园二期', sector: 'commercial', investmentWan: 8_600 },
    ...{ funding: 'private', state: 'building', startsOn: '2023-04-03', completesOn: '2024-10-31', ...over },
  });
  const entered = async (over: object = {}): Promise<Answer['body']> =>
    done(await life.cast.office.post('/projects', plan(over)), 201).body;
  const change = (caller: Caller, { id, version }: { id: string; version: number }, body: object) =>
    caller.patch(`/projects/${id}`, body, { 'if-match': `"v${String(version)}"` });
  const raised = async (over: object): Promise<string> => {
    const { body } = done(await life.cast.enterprise.post('/tickets', { ...PROBLEM, ...over }), 201);
    await life.demo.settle();
    return body.id;
  };
  const figures = async (population: string): Promise<Answer['body']> =>
    done(await life.cast.office.get(`/statistics/resolution?population=${population}&groupBy=department`))
      .body;

  it('are entered by the office, once for a key, and read by whom they concern', async () => {
    const { office, enterprise, officer, leader, auditor, department } = life.cast;
    const key = { 'idempotency-key': 'project-1' };
    const body = plan({
      code: '2304-220105-01',
      townshipId: life.unit.township,
      departmentId: life.unit.department,
    });
    const first = done(await office.post('/projects', body, key), 201);
    expect(first.headers).toMatchObject({ etag: '"v1"', location: `/api/v1/projects/${first.body.id}` });
    expect(done(await office.post('/projects', body, key), 201).body.id).toBe(first.body.id);
    expect(first.body).toMatchObject({
      ...{
        version: 1,
        name: '冷链物流园二期',
        sectorLabel: '商业',
        fundingLabel: '社会投资',
        stateLabel: '在建',
      },
      ...{ investmentWan: 8_600, startsOn: '2023-04-03', completesOn: '2024-10-31', leader: null },
      department: { id: life.unit.department, name: expect.any(String) },
      trail: [{ version: 1, by: { name: expect.any(String) }, reason: null, changed: {} }],
    });
    for (const caller of [enterprise, officer, leader, auditor, department]) {
      const { items } = done(await caller.get('/projects?q=冷链&limit=100')).body;
      expect(items.map(({ id }: { id: string }) => id)).toContain(first.body.id);
    }
    expect(done(await enterprise.get(`/projects/${first.body.id}`)).body.trail).toEqual([]);
    const elsewhere = await life.demo.signIn('office2');
    expectRefusal(await elsewhere.get(`/projects/${first.body.id}`), 404, 'project.not_found');
    expectRefusal(await elsewhere.post('/projects', plan()), 404, 'enterprise.foreign', '/enterpriseId');
    expectRefusal(await leader.post('/projects', plan()), 403, 'permission.denied');
    expectRefusal(
      await office.post('/projects', plan({ code: '2304-220105-01' })),
      409,
      'project.code_taken',
    );
    expectRefusal(await office.post('/projects', plan({ completesOn: '2023-01-01' })), 422, 'project.days');
    expectRefusal(
      await office.post('/projects', plan({ departmentId: life.unit.township })),
      422,
      'project.unit',
    );
    expectRefusal(await office.post('/projects', plan({ leaderId: NOBODY })), 422, 'project.person');
  });

  it('change with a reason and a trail, on the version that was seen', async () => {
    const { office, enterprise } = life.cast;
    const project = await entered({ name: '城区充电站', code: '2304-220105-02' });
    const changed = done(
      await change(office, project, { state: 'completed', clear: ['code'], reason: '已竣工验收' }),
    );
    expect(changed.headers['etag']).toBe('"v2"');
    expect(changed.body).toMatchObject({ version: 2, state: 'completed', code: null, name: '城区充电站' });
    expect(changed.body.trail[0]).toMatchObject({
      ...{ version: 2, reason: '已竣工验收' },
      changed: { state: ['building', 'completed'], code: ['2304-220105-02', null] },
    });
    expectRefusal(await change(office, project, { state: 'building', reason: '误录' }), 412, 'version.stale');
    const now = changed.body;
    expectRefusal(
      await office.patch(`/projects/${now.id}`, { reason: '误录' }),
      428,
      'precondition.required',
    );
    expectRefusal(
      await change(office, now, { state: 'completed', reason: '误录' }),
      409,
      'project.unchanged',
    );
    expectRefusal(await change(office, now, { state: 'building' }), 422, 'request.invalid', '/reason');
    expectRefusal(await change(enterprise, now, { name: '改名', reason: '改名' }), 403, 'permission.denied');
    expectRefusal(await change(await life.demo.signIn('office2'), now, {}), 404, 'project.not_found');
    expectRefusal(await enterprise.post('/tickets', { ...PROBLEM, projectId: now.id }), 409, 'project.over');
    expectRefusal(
      await enterprise.post('/tickets', { ...PROBLEM, projectId: NOBODY }),
      422,
      'project.unknown',
      '/projectId',
    );
  });

  it('have at most two under one leader, unless the office says otherwise', async () => {
    const { office } = life.cast;
    const leaderId = leader2.id;
    await entered({ leaderId });
    const second = await entered({ leaderId });
    expectRefusal(
      await office.post('/projects', plan({ leaderId })),
      422,
      'pairing.over_capacity',
      '/leaderId',
    );
    const third = await entered({ leaderId, overCapacity: true });
    done(await change(office, third, { name: '冷链物流园三期', reason: '更名' }));
    const ended = done(await change(office, second, { state: 'cancelled', reason: '不再建设' })).body;
    const again = { state: 'building', reason: '恢复建设' };
    expectRefusal(await change(office, ended, again), 422, 'pairing.over_capacity', '/leaderId');
    const serving = (active: boolean) =>
      life.demo.database.rows('update person set active = $2 where id = $1', [leaderId, active]);
    await serving(false);
    const gone = await change(office, ended, { ...again, overCapacity: true });
    await serving(true);
    expectRefusal(gone, 422, 'project.person', '/leaderId');
    const running = done(await change(office, ended, { ...again, overCapacity: true })).body;
    done(await change(office, running, { state: 'cancelled', reason: '不再建设' }));
  });

  it('are not told to have and not to have the same, and tell the names of whom a change names', async () => {
    const { office } = life.cast;
    const project = await entered({
      name: '科创园',
      code: '2304-220105-03',
      leaderId: leader2.id,
      overCapacity: true,
    });
    const both = { clear: ['code', 'startsOn'], code: '2304-220105-04', reason: '更正' };
    expectRefusal(await change(office, project, both), 422, 'request.invalid', '/code');
    const { department } = life.unit;
    const orders = { departmentId: department, clear: ['leaderId'], state: 'cancelled', reason: '调整' };
    const { trail } = done(await change(office, project, orders)).body;
    expect(trail[0].changed).toMatchObject({
      departmentId: [null, department],
      leaderId: [leader2.id, null],
    });
    const rows = await life.demo.database.rows(
      `select id, name from (select id, name from unit union all select id, name from person) n
       where id = any($1) order by name, id`,
      [[department, leader2.id]],
    );
    expect(trail[0].named).toEqual(rows);
    expect(trail[1].named).toEqual([]);
  });

  it('lead their problems along their own chain, and are counted apart from the enterprises', async () => {
    const { office, department, enterprise } = life.cast;
    const before = { enterprise: await figures('enterprise'), project: await figures('project') };
    const project = await entered({
      name: '大型仓储中心',
      departmentId: life.unit.department,
      leaderId: leader2.id,
      overCapacity: true,
    });
    const id = await raised({ projectId: project.id, severity: 'complex' });
    const ticket = await seenBy(office, id);
    expect(ticket).toMatchObject({
      project: { id: project.id, name: '大型仓储中心' },
      leader: { id: leader2.id },
    });
    done(await office.act(id, 'dispatch', { unitId: life.unit.department, note: '项目问题' }));
    done(await department.act(id, 'claim'));
    done(await department.act(id, 'answer', ANSWER));
    await life.demo.settle();
    const after = { enterprise: await figures('enterprise'), project: await figures('project') };
    expect(after.enterprise.total).toMatchObject(
      Object.fromEntries(Object.entries(before.enterprise.total).filter(([name]) => name !== 'ticketsUrl')),
    );
    const grown = (figure: string): number =>
      Number(after.project.total[figure]) - Number(before.project.total[figure]);
    expect([grown('collected'), grown('resolved')]).toEqual([1, 1]);
    const row = (report: Answer['body']): number =>
      Number(report.rows.find(({ key }: { key: string }) => key === life.unit.department)?.collected ?? 0);
    expect(row(after.project)).toBe(row(before.project) + 1);
    const listed = done(await enterprise.get(`/tickets?projectId=${project.id}&total=true`)).body;
    expect([listed.total, listed.items[0].id]).toEqual([1, id]);
    expect((await seenBy(enterprise, await raised({}))).project).toBeNull();
  });

  it('tell their own leader, and hide the project of a confidential ticket from its handlers', async () => {
    const { office, township } = life.cast;
    const project = await entered({ name: '新材料中试基地', leaderId: leader2.id, overCapacity: true });
    const id = await raised({ projectId: project.id, severity: 'complex', confidential: true });
    const ordinary = await raised({ projectId: project.id, severity: 'major' });
    expect((await seenBy(office, id)).project).toEqual({ id: project.id, name: '新材料中试基地' });
    const [led] = await life.demo.database.rows<{ told: boolean }>(
      `select exists (select from notice where ticket_id = $1 and recipient_id = $2) as told`,
      [ordinary, leader2.id],
    );
    expect(led?.told).toBe(true);
    const [paired] = await life.demo.database.rows<{ told: boolean }>(
      `select exists (select from notice n join pairing g on g.person_id = n.recipient_id and g.kind = 'leader'
         where n.ticket_id = $1 and g.enterprise_id = $2) as told`,
      [ordinary, enterpriseId],
    );
    expect(paired?.told).toBe(false);
    expect((await seenBy(township, id)).project).toBeNull();
    const told = done(await township.get(`/tickets/${id}/timeline?limit=100`)).body.items;
    expect(JSON.stringify(told)).not.toContain(project.id);
    expect(done(await township.get(`/tickets?projectId=${project.id}`)).body.items).toEqual([]);
    expect(await noticesOf(township, id)).not.toEqual([]);
  });

  it('go to whoever takes over from their leader or secretary', async () => {
    const { office } = life.cast;
    const from = await colleagueOf(life, 'leader', 'project-leader');
    const to = await colleagueOf(life, 'leader', 'project-heir');
    const kept = await entered({ name: '轨道配套厂房', leaderId: from.id, secretaryId: from.id });
    const asked = order(from.id, to.id, await day(life));
    const { projects } = done(await office.post('/handovers/preview', asked)).body;
    expect(projects).toEqual([{ id: kept.id, name: '轨道配套厂房' }]);
    done(await office.post('/handovers', asked), 201);
    const after = done(await office.get(`/projects/${kept.id}`)).body;
    expect(after).toMatchObject({ version: 2, leader: { id: to.id }, secretary: { id: to.id } });
    expect(after.trail[0]).toMatchObject({
      ...{ version: 2, reason: '岗位调整' },
      changed: { leaderId: [from.id, to.id], secretaryId: [from.id, to.id] },
    });
    await life.demo.database.rows('update person set active = false where id = $1', [to.id]);
    const { items } = done(await office.get('/orphans?kind=project_unled')).body;
    expect(items).toMatchObject([
      { kind: 'project_unled', subject: { type: 'project', id: kept.id, label: '轨道配套厂房' } },
    ]);
    await life.demo.database.rows('update person set active = true where id = $1', [to.id]);
  });
});
