import { done, noticesOf, openLifecycle, seenBy, type Lifecycle } from './lifecycle-stage';

/** What happens by itself when its time has come; every test moves the district's clock on. */
describe('time', () => {
  let life: Lifecycle;

  beforeEach(async () => {
    life = await openLifecycle();
  }, 120_000);

  afterEach(() => life.close());

  const promiseOf = async (id: string) =>
    (await seenBy(life.cast.office, id)).clocks.find(({ kind }: { kind: string }) => kind === 'resolve');
  const eventsOf = async (id: string): Promise<string[]> =>
    (await life.cast.office.get(`/tickets/${id}/timeline`)).body.items.map(
      ({ type }: { type: string }) => type,
    );

  it('ends a suspension at its review date, once, and moves the promise on by what it lasted', async () => {
    const { township, office, enterprise } = life.cast;
    const id = await life.withTownship();
    const { dueAt } = await promiseOf(id);
    const body = { kind: 'suspension', reason: '等待上级批复', reviewOn: '2023-10-25' };
    const { id: requestId } = done(await township.act(id, 'requests', body), 201).body;
    done(await office.act(id, `requests/${requestId}/ruling`, { approved: true, note: '同意' }));
    await life.demo.advance({ advanceWorkdays: 2 });
    expect((await seenBy(office, id)).status).toBe('suspended');
    await life.demo.advance({ advanceWorkdays: 2 });
    expect(await seenBy(office, id)).toMatchObject({ status: 'in_progress', lamp: 'green' });
    expect((await eventsOf(id)).filter((type) => type === 'resumed')).toHaveLength(1);
    expect(await noticesOf(enterprise, id)).toEqual(expect.arrayContaining(['suspended', 'resumed']));
    const after = await promiseOf(id);
    expect(after.pausedMinutes).toBeGreaterThan(2 * 7 * 60);
    expect(after.dueAt > dueAt).toBe(true);
  });

  it('tells the rulers and the office, once, of a request nobody has ruled on', async () => {
    const { township, department } = life.cast;
    const id = await life.withTownship();
    const body = { kind: 'extension', reason: '须等检测', newDueOn: '2023-11-22' };
    done(await township.act(id, 'requests', body), 201);
    await life.demo.advance({ advanceWorkdays: 2 });
    await life.demo.advance({ advanceWorkdays: 1 });
    expect((await eventsOf(id)).filter((type) => type === 'rulingDue')).toHaveLength(1);
    expect((await noticesOf(department, id)).filter((kind) => kind === 'request')).toHaveLength(2);
  });

  it('marks an opinion that is late red, and a document that is owed overdue', async () => {
    const { township, department, enterprise } = life.cast;
    const id = await life.withTownship();
    const order = { unitId: life.unit.department, question: '可否临时用地', dueOn: '2023-10-24' };
    done(await township.act(id, 'assist', order));
    const deferred = [{ text: '环评批复', dueOn: '2023-10-24' }];
    done(await township.act(id, 'defer', { deferred, commitment: '按期补交' }));
    await life.demo.advance({ advanceWorkdays: 3 });
    const seen = await seenBy(township, id);
    expect(seen.deferred).toMatchObject([{ overdue: true, done: false }]);
    const own = seen.clocks.find(({ kind }: { kind: string }) => kind === 'assist');
    expect(own).toMatchObject({ lamp: 'red', dueAt: seen.assists[0].dueAt });
    expect(seen.lamp).not.toBe('red');
    expect(await noticesOf(department, id)).toContain('lampChanged');
    expect(await noticesOf(enterprise, id)).toContain('lampChanged');
    expect((await eventsOf(id)).filter((type) => type === 'itemOverdue')).toHaveLength(1);
    const handed = await enterprise.act(id, 'supply-deferred', { items: [1], text: '已补交' });
    expect(done(handed).body.deferred).toMatchObject([{ overdue: false, done: true }]);
  });

  it('frees a merged ticket when its parent is withdrawn', async () => {
    const { office, enterprise } = life.cast;
    const [parent, child] = [await life.withTownship(), await life.withTownship()];
    done(await office.act(child, 'merge', { intoTicketId: parent }));
    done(await enterprise.act(parent, 'withdraw', { reason: '另案处理' }));
    await life.demo.settle();
    expect(await seenBy(office, child)).toMatchObject({ status: 'in_progress', mergedInto: null });
    expect(await eventsOf(child)).toEqual(expect.arrayContaining(['merged', 'unmerged']));
  });

  it('asks the top of the ladder for stage reports', async () => {
    const { city, office } = life.cast;
    const id = await life.submitted({ severity: 'major' });
    done(await office.act(id, 'claim'));
    done(await office.act(id, 'escalate', { reason: '须市级协调' }));
    done(await city.act(id, 'claim'));
    await life.demo.advance({ advanceWorkdays: 45 });
    expect(await seenBy(city, id)).toMatchObject({ tier: 5, reportAsked: true });
    const reported = done(await city.act(id, 'report', { text: '已召开协调会，明确牵头部门' })).body;
    expect(reported.reportAsked).toBe(false);
    expect(await eventsOf(id)).toContain('reported');
  });
});
