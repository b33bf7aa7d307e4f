import type { Caller } from '../support/demo-app';
import {
  ANSWER,
  done,
  expectRefusal,
  noticesOf,
  openLifecycle,
  seenBy,
  type Lifecycle,
} from './lifecycle-stage';

const NOBODY = '01a2018e-8587-70e6-9d52-c6f55495d9b9';

describe('a task force', () => {
  let life: Lifecycle;
  let leadId: string;
  let order: {
    readonly purpose: string;
    readonly leadPersonId: string;
    readonly memberUnitIds: readonly string[];
  };
  let named = 0;

  beforeAll(async () => {
    life = await openLifecycle();
    leadId = done(await life.cast.department.get('/me')).body.id;
    order = { purpose: '统筹解决排水', leadPersonId: leadId, memberUnitIds: [life.unit.township] };
  }, 120_000);

  afterAll(() => life.close());

  /** Who is signed in afresh knows at once what it answers for since. */
  const afresh = (name: string): Promise<Caller> => life.demo.signIn(name);

  const founded = async (ticketIds: readonly string[] = []): Promise<string> => {
    named += 1;
    const body = { ...order, name: `排水专班 ${String(named)}`, ticketIds };
    const { id } = done(await life.cast.office.post('/task-forces', body), 201).body;
    await life.demo.settle();
    return id;
  };

  it('is founded with its first tickets, which its lead claims and answers and its members read along', async () => {
    const { enterprise, township, office } = life.cast;
    const ticketId = await life.submitted();
    expect((await township.get(`/tickets/${ticketId}`)).status).toBe(404);
    const id = await founded([ticketId]);

    const lead = await afresh('department');
    expect(await noticesOf(lead, ticketId)).toContain('assigned');
    const [force, list] = [await office.get(`/task-forces/${id}`), await office.get('/task-forces')];
    expect(force.body).toMatchObject({
      ...{ state: 'active', purpose: '统筹解决排水', heldTickets: 1, dissolvedAt: null },
      ...{ lead: { id: leadId }, members: [{ id: life.unit.township }], tickets: [{ id: ticketId }] },
    });
    expect(list.body.items[0]).toMatchObject({ id, heldTickets: 1 });

    const member = await afresh('township');
    const seen = await seenBy(member, ticketId);
    expect(seen.holder.unit).toMatchObject({ id, kind: 'task_force' });
    expect(seen.allowedActions).not.toContain('claim');
    expectRefusal(await member.act(ticketId, 'claim'), 403, 'ticket.not_holder');
    expect(done(await lead.act(ticketId, 'claim')).body).toMatchObject({ status: 'in_progress', tier: 2 });
    expect(done(await lead.act(ticketId, 'answer', ANSWER)).body.responsibleUnit.id).toBe(id);
    expect((await seenBy(enterprise, ticketId)).status).toBe('answered');
    const moved = done(
      await office.post(`/task-forces/${id}/dissolution`, { note: '办结', toUnitId: life.unit.township }),
    );
    expect(moved.body).toMatchObject({ state: 'dissolved', heldTickets: 0, handedOver: 1 });
    const stays = await seenBy(await afresh('township'), ticketId);
    expect(stays).toMatchObject({ status: 'answered', holder: { unit: { id: life.unit.township } } });
  });

  it('is not founded at all when one of its tickets cannot be handed to it', async () => {
    const good = await life.submitted();
    const body = { ...order, name: '不成立的专班', ticketIds: [good, NOBODY] };
    const refusal = await life.cast.office.post('/task-forces', body);
    expectRefusal(refusal, 404, 'ticket.not_found', '/ticketIds/1');
    const { items } = (await life.cast.office.get('/task-forces?limit=100')).body;
    expect(items.map(({ name }: { name: string }) => name)).not.toContain('不成立的专班');
    expect((await seenBy(life.cast.office, good)).holder.unit).toBeUndefined();
  });

  it('is founded once for one key', async () => {
    const body = { ...order, name: '只有一个的专班' };
    const post = () => life.cast.office.post('/task-forces', body, { 'idempotency-key': 'one-force' });
    const [first, second] = [await post(), await post()];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
    expectRefusal(await life.cast.leader.post('/task-forces', body), 409, 'taskForce.name_taken');
  });

  it('has a lead who handles tickets here, and members that are standing units of the district', async () => {
    const { office, township, officer, enterprise, auditor } = life.cast;
    const other = await founded();
    const post = (over: object) => office.post('/task-forces', { ...order, name: '不成立', ...over });
    const nobody = done(await life.cast.leader.get('/me')).body.id;
    expectRefusal(await post({ leadPersonId: nobody }), 422, 'person.unknown', '/leadPersonId');
    expectRefusal(await post({ leadPersonId: NOBODY }), 422, 'person.unknown', '/leadPersonId');
    const stranger = [life.unit.township, NOBODY];
    expectRefusal(await post({ memberUnitIds: stranger }), 422, 'unit.unknown', '/memberUnitIds/1');
    expectRefusal(await post({ memberUnitIds: [other] }), 422, 'unit.unknown', '/memberUnitIds/0');
    expectRefusal(await post({ memberUnitIds: [] }), 422, 'request.invalid', '/memberUnitIds');
    for (const stranger of [township, officer, enterprise, auditor]) {
      expectRefusal(
        await stranger.post('/task-forces', { ...order, name: '越权' }),
        403,
        'permission.denied',
      );
    }
    expectRefusal(await enterprise.get('/task-forces'), 403, 'permission.denied');
    expect((await auditor.get('/task-forces')).status).toBe(200);
    expectRefusal(await office.get(`/task-forces/${NOBODY}`), 404, 'taskForce.not_found');
  });

  it('is dissolved only when everything it holds goes somewhere; afterwards nothing goes to it', async () => {
    const { office } = life.cast;
    const [working, waiting, third] = [
      await life.submitted(),
      await life.submitted(),
      await life.submitted(),
    ];
    const id = await founded([working, waiting]);
    const lead = await afresh('department');
    done(await lead.act(working, 'claim'));
    done(await lead.act(waiting, 'claim'));
    done(await lead.act(waiting, 'request-info', { items: ['营业执照'] }));
    const [number] = [(await seenBy(office, waiting)).number];

    const dissolve = (body: object) =>
      office.post(`/task-forces/${id}/dissolution`, { note: '任务完成', ...body });
    const partly = { tickets: [{ ticketId: working, unitId: life.unit.department }] };
    const refused = await dissolve(partly);
    expectRefusal(refused, 409, 'taskForce.tickets_left', '/tickets');
    expect(refused.body.detail).toContain(number);
    expectRefusal(
      await dissolve({ tickets: [{ ticketId: third, unitId: life.unit.township }] }),
      422,
      'taskForce.not_held',
    );
    expectRefusal(await dissolve({ toUnitId: id }), 409, 'taskForce.dissolved', '/toUnitId');
    expectRefusal(await dissolve({ toUnitId: NOBODY }), 422, 'unit.unknown', '/toUnitId');
    expect((await office.get(`/task-forces/${id}`)).body).toMatchObject({ state: 'active', heldTickets: 2 });

    const before = await seenBy(office, working);
    const end = done(await dissolve({ ...partly, toUnitId: life.unit.township })).body;
    expect(end).toMatchObject({
      state: 'dissolved',
      handedOver: 2,
      note: '任务完成',
      dissolvedBy: { name: expect.any(String) },
    });
    expect(await seenBy(office, working)).toMatchObject({
      ...{ status: 'dispatched', tier: 3, holder: { unit: { id: life.unit.department } } },
    });
    expect(await seenBy(office, waiting)).toMatchObject({
      status: 'need_info',
      holder: { unit: { id: life.unit.township } },
    });
    const promise = (view: { clocks: { kind: string; dueAt: string }[] }) =>
      view.clocks.find(({ kind }) => kind === 'resolve')?.dueAt;
    expect(promise(await seenBy(office, working))).toBe(promise(before));
    const chain = done(await office.get(`/tickets/${working}/chain`)).body;
    expect(JSON.stringify(chain)).toContain('专班解散');

    await life.demo.settle();
    expect(await noticesOf(life.cast.township, waiting)).toContain('assigned');
    expectRefusal(await dissolve({}), 409, 'taskForce.dissolved');
    expectRefusal(await office.act(third, 'dispatch', { unitId: id }), 409, 'taskForce.dissolved');
    expectRefusal(
      await office.patch(`/task-forces/${id}`, { addUnitIds: [life.unit.department] }),
      409,
      'taskForce.dissolved',
    );
    const units = done(await office.get('/units?kind=task_force&limit=100')).body.items;
    expect(units).toContainEqual(expect.objectContaining({ id, dissolved: true }));
    expect((await afresh('department').then((caller) => caller.get(`/tickets/${waiting}`))).status).toBe(200);
    expect((await office.get('/task-forces?state=dissolved')).body.items).toContainEqual(
      expect.objectContaining({ id }),
    );
  });

  it('gets another lead, who goes on with what the one before had claimed, and other members', async () => {
    const { office } = life.cast;
    const ticketId = await life.submitted();
    const id = await founded([ticketId]);
    done(await (await afresh('department')).act(ticketId, 'claim'));
    const newLead = done(await life.cast.township.get('/me')).body.id;
    const change = {
      leadPersonId: newLead,
      addUnitIds: [life.unit.department],
      removeUnitIds: [life.unit.township],
    };
    expectRefusal(
      await office.patch(`/task-forces/${id}`, { removeUnitIds: [life.unit.township] }),
      ...([422, 'taskForce.members'] as const),
    );
    expectRefusal(
      await office.patch(`/task-forces/${id}`, { removeUnitIds: [life.unit.office] }),
      ...([422, 'taskForce.members'] as const),
    );
    const changed = done(await office.patch(`/task-forces/${id}`, change)).body;
    expect(changed).toMatchObject({ lead: { id: newLead }, members: [{ id: life.unit.department }] });
    const lead = await afresh('township');
    expect(await seenBy(lead, ticketId)).toMatchObject({
      status: 'in_progress',
      holder: { person: { id: newLead } },
    });
    expectRefusal(
      await (await afresh('department')).act(ticketId, 'answer', ANSWER),
      403,
      'ticket.not_holder',
    );
    expect(done(await lead.act(ticketId, 'answer', ANSWER)).body.status).toBe('answered');
  });

  it('is neither led by nor handed to the person a complaint is about', async () => {
    const complaint = await life.submitted({ aboutPersonId: leadId });
    const body = { ...order, name: '回避的专班', ticketIds: [complaint] };
    expectRefusal(await life.cast.office.post('/task-forces', body), 422, 'unit.no_handler', '/ticketIds/0');
  });

  it('whose opinion is outstanding is waited for no longer', async () => {
    const { township, office } = life.cast;
    const id = await founded();
    const ticketId = await life.withTownship();
    done(await township.act(ticketId, 'assist', { unitId: id, question: '方案是否可行' }));
    done(await office.post(`/task-forces/${id}/dissolution`, { note: '任务完成' }));
    expect((await seenBy(township, ticketId)).assists).toMatchObject([
      { state: 'released', releaseReason: '专班已解散' },
    ]);
    expect(done(await township.act(ticketId, 'answer', ANSWER)).body.status).toBe('answered');
  });

  it('does not get a ticket back that is reopened after its end: the office does', async () => {
    const { office, enterprise } = life.cast;
    const ticketId = await life.submitted();
    const id = await founded([ticketId]);
    const lead = await afresh('department');
    done(await lead.act(ticketId, 'claim'));
    done(await lead.act(ticketId, 'answer', ANSWER));
    done(await enterprise.act(ticketId, 'confirm', { solved: 'yes' }));
    done(await office.post(`/task-forces/${id}/dissolution`, { note: '任务完成' }));
    const again = await office.act(ticketId, 'reopen', { reason: '回访未解决' });
    expect(done(again).body).toMatchObject({
      ...{ status: 'dispatched', round: 2, tier: 4, holder: { unit: { id: life.unit.office } } },
    });
  });

  it('keeps nothing that is dispatched to it while it is being dissolved', async () => {
    const { office } = life.cast;
    const ids = await Promise.all(Array.from({ length: 4 }, () => life.submitted()));
    const force = await founded();
    const [dissolution, ...dispatches] = await Promise.all([
      office.post(`/task-forces/${force}/dissolution`, { note: '任务完成', toUnitId: life.unit.township }),
      ...ids.map((id) => office.act(id, 'dispatch', { unitId: force })),
    ]);
    expect([200, 409]).toContain(dissolution.status);
    for (const { status } of dispatches) expect([200, 409]).toContain(status);
    const { state, heldTickets } = (await office.get(`/task-forces/${force}`)).body;
    if (state === 'dissolved') expect(heldTickets).toBe(0);
  });
});
