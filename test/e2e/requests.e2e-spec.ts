import { done, expectRefusal, noticesOf, openLifecycle, seenBy, type Lifecycle } from './lifecycle-stage';
import type { Answer, Caller } from '../support/demo-app';

const EXTENSION = { kind: 'extension', reason: '须等专项检测报告', newDueOn: '2023-11-22' };
const SUSPENSION = {
  kind: 'suspension',
  reason: '等待上级批复',
  evidence: '批文号 [2023]7',
  reviewOn: '2023-10-27',
};
const DOWNGRADE = { kind: 'downgrade', reason: '经核实为一般问题', toSeverity: 'simple' };

describe('requests and rulings', () => {
  let life: Lifecycle;
  let returning: object;

  beforeAll(async () => {
    life = await openLifecycle();
    returning = {
      kind: 'return',
      reason: '不属本单位职责',
      basis: '三定方案第五条',
      toUnitId: life.unit.department,
    };
  }, 120_000);

  afterAll(() => life.close());

  const asked = async (caller: Caller, id: string, body: object): Promise<Answer['body']> =>
    done(await caller.act(id, 'requests', body), 201).body;
  const ruled = (caller: Caller, id: string, requestId: string, approved: boolean): Promise<Answer> =>
    caller.act(id, `requests/${requestId}/ruling`, { approved, note: approved ? '情况属实' : '理由不足' });
  const promiseOf = (body: Answer['body']) =>
    body.clocks.find(({ kind }: { kind: string }) => kind === 'resolve');

  it('an extension: 201 with its address, ruled one tier up, the original due time kept', async () => {
    const { township, department, enterprise } = life.cast;
    const id = await life.withTownship();
    const before = await seenBy(township, id);
    expect(before.allowedRequests).toEqual(['return', 'extension', 'suspension', 'downgrade']);
    const next = Number(before.version) + 1;
    const made = done(await township.act(id, 'requests', EXTENSION), 201);
    expect(made.body).toMatchObject({
      ...EXTENSION,
      kindLabel: '延期',
      state: 'pending',
      stateLabel: '待裁定',
      askedUnit: { id: life.unit.township },
      rulers: ['调度办'],
      rulerUnit: { id: life.unit.department },
      ruledAt: null,
      ticketVersion: next,
    });
    expect(made.headers['etag']).toBe(`"v${String(next)}"`);
    expect(made.headers['location']).toBe(`/api/v1/tickets/${id}/requests/${made.body.id}`);
    await life.demo.settle();
    expect(await noticesOf(department, id)).toContain('request');

    // Until the ruling nothing has changed but the timeline.
    const waiting = await seenBy(township, id);
    expect(promiseOf(waiting)).toEqual(promiseOf(before));
    expect(waiting.allowedActions).toContain('recall');
    expect(waiting.allowedActions).not.toContain('request');
    expect(waiting.allowedRequests).toEqual([]);
    expect((await seenBy(department, id)).allowedActions).toContain('rule');

    const granted = done(await ruled(department, id, made.body.id, true));
    expect(granted.headers['etag']).toBe(`"v${String(granted.body.version)}"`);
    expect(promiseOf(granted.body)).toMatchObject({
      originalDueAt: promiseOf(before).originalDueAt,
      dueAt: '2023-11-22T09:00:00.000Z',
    });
    const { ticketVersion: _version, ...said } = made.body;
    const { body } = done(await township.get(made.headers['location']!));
    expect(body).toMatchObject({
      ...said,
      state: 'approved',
      stateLabel: '同意',
      note: '情况属实',
      ruledAt: expect.any(String),
      ruledBy: { name: expect.any(String) },
    });
    expect((await township.get(`/tickets/${id}/requests`)).body).toEqual({ items: [body], nextCursor: null });
    expect(granted.body.requests).toEqual([body]);

    const outside = await seenBy(enterprise, id);
    expect(outside).toMatchObject({ requests: [], assists: [], allowedRequests: [] });
    expect((await enterprise.get(`/tickets/${id}/requests`)).body.items).toEqual([]);
    expectRefusal(await enterprise.get(made.headers['location']!), 404, 'request.not_found');
  });

  it('a refused request leaves the clocks as if nobody had asked', async () => {
    const { township, office } = life.cast;
    const id = await life.withTownship();
    const before = await seenBy(township, id);
    const { id: requestId } = await asked(township, id, SUSPENSION);
    const after = done(await ruled(office, id, requestId, false)).body;
    expect(after.clocks).toEqual(before.clocks);
    expect(after.status).toBe('in_progress');
    expect(after.requests).toMatchObject([{ state: 'refused', stateLabel: '不同意', note: '理由不足' }]);
  });

  it('a suspension holds the clocks until its review date, and ends by hand', async () => {
    const { township, office } = life.cast;
    const id = await life.withTownship();
    const { id: requestId } = await asked(township, id, SUSPENSION);
    const suspended = done(await ruled(office, id, requestId, true)).body;
    expect(suspended).toMatchObject({ status: 'suspended', lamp: 'grey' });
    expect(promiseOf(suspended).state).toBe('paused');
    expect(done(await township.act(id, 'resume', { note: '批复已到' })).body.status).toBe('in_progress');
  });

  it('a return names the right unit, which then holds the ticket', async () => {
    const { township, office, department } = life.cast;
    const id = await life.withTownship();
    const { id: requestId, to } = await asked(township, id, returning);
    expect(to).toMatchObject({ tier: 3, unit: { id: life.unit.department }, person: null });
    const returned = done(await ruled(office, id, requestId, true)).body;
    expect(returned).toMatchObject({
      status: 'dispatched',
      tier: 3,
      holder: { unit: { id: life.unit.department } },
    });
    expect((await seenBy(department, id)).allowedActions).toContain('claim');
  });

  it('a refused return is final for this holder', async () => {
    const { township, office } = life.cast;
    const id = await life.withTownship();
    const { id: requestId } = await asked(township, id, returning);
    done(await ruled(office, id, requestId, false));
    expect((await seenBy(township, id)).allowedRequests).not.toContain('return');
    expectRefusal(await township.act(id, 'requests', returning), 409, 'return.final');
  });

  it('a downgrade gives it a lighter severity and the tier that goes with it', async () => {
    const { township, office } = life.cast;
    const id = await life.withTownship();
    const due = promiseOf(await seenBy(township, id)).dueAt;
    const { id: requestId } = await asked(township, id, DOWNGRADE);
    const after = done(await ruled(office, id, requestId, true)).body;
    expect(after).toMatchObject({ severity: 'simple', tier: 1, status: 'dispatched' });
    expect(promiseOf(after).dueAt).toBe(due);
  });

  it('the holder takes its request back', async () => {
    const { township } = life.cast;
    const id = await life.withTownship();
    await asked(township, id, EXTENSION);
    expectRefusal(await township.act(id, 'requests', SUSPENSION), 409, 'request.pending');
    expect(done(await township.act(id, 'recall')).body.requests).toMatchObject([{ state: 'recalled' }]);
    expectRefusal(await township.act(id, 'recall'), 409, 'request.none_pending');
    expect((await asked(township, id, SUSPENSION)).state).toBe('pending');
  });

  it('a request lapses when the ticket goes to another holder', async () => {
    const { township, office } = life.cast;
    const id = await life.withTownship();
    const { id: requestId } = await asked(township, id, EXTENSION);
    const moved = done(await office.act(id, 'dispatch', { unitId: life.unit.department })).body;
    expect(moved.requests).toMatchObject([{ id: requestId, state: 'lapsed' }]);
    expectRefusal(await ruled(office, id, requestId, true), 409, 'request.already_ruled');
  });

  it('of two rulings at once one counts and the other is told that it came late', async () => {
    const { township, office, department } = life.cast;
    const id = await life.withTownship();
    const { id: requestId, ticketVersion } = await asked(township, id, EXTENSION);
    const seen = { 'if-match': `"v${String(ticketVersion)}"` };
    const path = `/tickets/${id}/requests/${requestId}/ruling`;
    const answers = await Promise.all([
      office.post(path, { approved: true, note: '同意' }, seen),
      department.post(path, { approved: false, note: '不同意' }, seen),
      office.post(path, { approved: false, note: '不同意' }, seen),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const { requests } = await seenBy(office, id);
    expect(requests).toHaveLength(1);
    expect(['approved', 'refused']).toContain(requests[0].state);
    expectRefusal(await ruled(office, id, requestId, true), 409, 'request.already_ruled');
  });

  it('who asked does not rule, nor does anybody who merely reads it', async () => {
    const { township, leader, auditor, enterprise } = life.cast;
    const id = await life.withTownship();
    const { id: requestId } = await asked(township, id, SUSPENSION);
    for (const caller of [township, leader, auditor, enterprise]) {
      expectRefusal(await ruled(caller, id, requestId, true), 403, 'ticket.not_permitted');
    }
  });
});
