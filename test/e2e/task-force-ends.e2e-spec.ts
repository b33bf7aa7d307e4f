import { Client } from 'pg';
import { openDemoApp, type Caller } from '../support/demo-app';
import { done, expectRefusal, openLifecycle, seenBy, type Lifecycle } from './lifecycle-stage';
import { colleagueOf } from './post-stage';

const RECORD = { conference: 1, minutes: '各单位发言', decision: '由专班牵头' };

describe('a task force that changes hands or ends', () => {
  let life: Lifecycle;
  let leadId: string;
  let ownId: string;
  let named = 0;

  beforeAll(async () => {
    life = await openLifecycle();
    leadId = done(await life.cast.department.get('/me')).body.id;
    ownId = done(await life.cast.office.get('/me')).body.id;
  }, 120_000);

  afterAll(() => life.close());

  const body = (over: object = {}): object => {
    named += 1;
    const name = `联合专班 ${String(named)}`;
    return { name, purpose: '统筹', leadPersonId: leadId, memberUnitIds: [life.unit.township], ...over };
  };
  const founded = async (ticketIds: readonly string[] = []): Promise<string> => {
    const { id } = done(await life.cast.office.post('/task-forces', body({ ticketIds })), 201).body;
    await life.demo.settle();
    return id;
  };
  const dissolve = (id: string, more: object = {}) =>
    life.cast.office.post(`/task-forces/${id}/dissolution`, { note: '任务完成', ...more });

  /** About the dispatcher itself, who knows nothing of it; a leader gives it to the task force. */
  const complaintIn = async (force: string): Promise<string> => {
    const id = await life.submitted({ aboutPersonId: ownId });
    done(await life.cast.leader.act(id, 'dispatch', { unitId: force }));
    expect((await life.cast.office.get(`/tickets/${id}`)).status).toBe(404);
    return id;
  };
  const holderOf = async (id: string): Promise<string> => (await seenBy(life.cast.leader, id)).holder.unit.id;

  it('tells who comes to lead it nothing of a complaint about itself, which goes on elsewhere', async () => {
    const { office, leader } = life.cast;
    const [ordinary, force] = [await life.submitted(), await founded()];
    done(await office.act(ordinary, 'dispatch', { unitId: force }));
    const complaint = await complaintIn(force);
    const changed = done(await office.patch(`/task-forces/${force}`, { leadPersonId: ownId })).body;
    expect(changed).toMatchObject({ lead: { id: ownId }, heldTickets: 1, tickets: [{ id: ordinary }] });
    expect(await holderOf(ordinary)).toBe(force);
    expect(await holderOf(complaint)).not.toBe(force);
    const { items } = done(await leader.get(`/tickets/${complaint}/timeline?limit=100`)).body;
    expect(items.at(-1)).toMatchObject({
      type: 'handedOver',
      data: { fromUnitId: force, cause: 'complaint' },
    });
    expect(done(await leader.get(`/task-forces/${force}`)).body.heldTickets).toBe(1);
  });

  it('is dissolved by the person a complaint is about without a word of it, and without a say in where it goes', async () => {
    const { office } = life.cast;
    const [ordinary, force] = [await life.submitted(), await founded()];
    done(await office.act(ordinary, 'dispatch', { unitId: force }));
    const { number } = await seenBy(office, ordinary);
    const complaint = await complaintIn(force);
    const refused = await dissolve(force);
    expectRefusal(refused, 409, 'taskForce.tickets_left', '/tickets');
    expect(refused.body.detail).toMatch(new RegExp(`：${String(number)}$`));
    const unitId = life.unit.township;
    const both = [ordinary, complaint].map((ticketId) => ({ ticketId, unitId }));
    expectRefusal(await dissolve(force, { tickets: both }), 422, 'taskForce.not_held', '/tickets/1/ticketId');
    expect(done(await dissolve(force, { toUnitId: unitId })).body).toMatchObject({
      ...{ state: 'dissolved', handedOver: 1 },
    });
    expect(await holderOf(ordinary)).toBe(unitId);
    expect([force, unitId]).not.toContain(await holderOf(complaint));
  });

  it('that holds nothing else is dissolved by that person as if it held nothing', async () => {
    const force = await founded();
    const complaint = await complaintIn(force);
    expect(done(await dissolve(force)).body).toMatchObject({ state: 'dissolved', handedOver: 0 });
    expect(await holderOf(complaint)).not.toBe(force);
  });

  it('leaves what conferences gave it to do to whom the ticket goes, or to the unit of its lead', async () => {
    const { office, township, department } = life.cast;
    const held = await life.submitted();
    const [other, force] = [await life.withTownship(), await founded([held])];
    for (const id of [held, other]) {
      const { serverNow } = await seenBy(office, id);
      const call = { subject: '管网', heldAt: serverNow, unitIds: [force] };
      done(await office.act(id, 'convene', call));
      const followUps = [{ what: '排查管网', unitId: force, dueOn: '2023-11-01' }];
      done(await office.act(id, 'conclude', { ...RECORD, followUps }));
    }
    done(await dissolve(force, { toUnitId: life.unit.township }));
    const charged = async (id: string): Promise<string> =>
      (await seenBy(office, id)).conferences[0].followUps[0].unit.id;
    expect([await charged(held), await charged(other)]).toEqual([life.unit.township, life.unit.department]);
    const finish = { followUp: 1, result: '已排查' };
    done(await township.act(held, 'finish-follow-up', finish));
    done(await department.act(other, 'finish-follow-up', finish));
  });

  it('is known to be dissolved at once, by programs that have just used it too', async () => {
    const { office, township, enterprise } = life.cast;
    const [one, other] = [await life.withTownship(), await life.withTownship()];
    const closed = await life.submitted();
    const force = await founded([closed]);
    const lead = await life.demo.signIn('department');
    done(await lead.act(closed, 'claim'));
    const result = { outcome: 'resolved', route: '现场勘查', result: '已疏通' };
    done(await lead.act(closed, 'answer', result));
    done(await enterprise.act(closed, 'confirm', { solved: 'yes' }));
    done(await township.act(one, 'assist', { unitId: force, question: '方案是否可行' }));
    const { serverNow } = await seenBy(office, other);
    const call = { subject: '管网', heldAt: serverNow };
    done(await office.act(other, 'convene', { ...call, unitIds: [life.unit.department] }));
    done(await dissolve(force));

    const gone = [409, 'taskForce.dissolved'] as const;
    const asked = { unitId: force, question: '方案是否可行' };
    expectRefusal(await township.act(other, 'assist', asked), ...gone, '/unitId');
    expectRefusal(await office.act(other, 'convene', { ...call, unitIds: [force] }), ...gone, '/unitIds/0');
    const followUps = [{ what: '排查管网', unitId: force, dueOn: '2023-11-01' }];
    const concluded = await office.act(other, 'conclude', { ...RECORD, followUps });
    expectRefusal(concluded, ...gone, '/followUps/0/unitId');
    expect(done(await office.act(closed, 'reopen', { reason: '回访未解决' })).body).toMatchObject({
      ...{ status: 'dispatched', round: 2, holder: { unit: { id: life.unit.office } } },
    });
  });

  it('is locked after every ticket it has to do with, so that nobody waits in a circle', async () => {
    const force = await founded();
    const ticket = await life.withTownship();
    done(await life.cast.township.act(ticket, 'assist', { unitId: force, question: '方案是否可行' }));
    const dispatch = new Client({ connectionString: life.demo.url });
    await dispatch.connect();
    await dispatch.query('begin');
    await dispatch.query('select 1 from ticket where id = $1 for no key update', [ticket]);
    const dissolving = dissolve(force);
    await somebodyWaits();
    const free = dispatch.query('select 1 from task_force where unit_id = $1 for share nowait', [force]);
    await expect(free).resolves.toMatchObject({ rowCount: 1 });
    await dispatch.query('rollback');
    await dispatch.end();
    expect(done(await dissolving).body.state).toBe('dissolved');
  });

  /** Whether somebody waits for a lock; asked until somebody does. */
  async function somebodyWaits(): Promise<void> {
    for (let waiting = 0; waiting === 0;) {
      const [row] = await life.demo.database.rows<{ count: number }>(
        `select count(*)::integer as count from pg_locks join pg_stat_activity using (pid)
         where not granted and datname = current_database()`,
      );
      waiting = row?.count ?? 0;
    }
  }

  it('that was founded is the answer to its key for ever, also when its lead has left since', async () => {
    const { id: leavingId } = await colleagueOf(life, 'department', 'leaving');
    const order = body({ leadPersonId: leavingId });
    const found = (office: Caller) => office.post('/task-forces', order, { 'idempotency-key': 'once' });
    const first = done(await found(life.cast.office), 201).body;
    await life.demo.database.rows('update person set active = false where id = $1', [leavingId]);
    // Another program, which remembers nobody.
    const fresh = await openDemoApp({ on: life.demo.url });
    const [again, anew] = await fresh
      .signIn('office')
      .then(async (office) => [
        await found(office),
        await office.post('/task-forces', body({ leadPersonId: leavingId })),
      ]);
    await fresh.close();
    expect([again?.status, again?.body.id]).toEqual([201, first.id]);
    if (anew !== undefined) expectRefusal(anew, 422, 'person.unknown', '/leadPersonId');
    done(await life.cast.office.patch(`/task-forces/${String(first.id)}`, { leadPersonId: leadId }));
  });
});
