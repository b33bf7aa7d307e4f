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
const RECORD = { minutes: '各单位发言', decision: '由部门先行疏通，属地配合' };

describe('a case conference', () => {
  let life: Lifecycle;
  let leaderId: string;

  beforeAll(async () => {
    life = await openLifecycle();
    leaderId = done(await life.cast.leader.get('/me')).body.id;
  }, 120_000);

  afterAll(() => life.close());

  const order = (over: object = {}): object => ({
    ...{ subject: '排水管网改造', heldAt: '2023-10-20T09:30:00+08:00', place: '区政府三楼' },
    ...{ unitIds: [life.unit.department], personIds: [leaderId], guests: ['设计院工程师'], ...over },
  });

  /** Past the time of the conference. */
  const later = (by: Parameters<Lifecycle['demo']['advance']>[0]): Promise<void> => life.demo.advance(by);

  it('is convened by the holder, concluded with tasks by a day, and followed up by those who have them', async () => {
    const { township, department, leader, enterprise } = life.cast;
    const id = await life.withTownship();
    expect((await department.get(`/tickets/${id}`)).status).toBe(404);
    const { serverNow } = await seenBy(township, id);
    const soon = new Date(Date.parse(serverNow) + 3_600_000).toISOString();
    const convened = done(await township.act(id, 'convene', order({ heldAt: soon }))).body;
    expect(convened.conferences).toEqual([
      {
        ...{ ordinal: 1, state: 'planned', stateLabel: '待召开', round: 1, subject: '排水管网改造' },
        ...{ heldAt: soon, place: '区政府三楼', guests: ['设计院工程师'] },
        units: [{ id: life.unit.department, name: expect.any(String) }],
        people: [{ id: leaderId, name: expect.any(String) }],
        ...{
          convenedAt: expect.any(String),
          convenedBy: { id: expect.any(String), name: expect.any(String) },
        },
        ...{ endedAt: null, endedBy: null, minutes: null, decision: null, reason: null, followUps: [] },
      },
    ]);
    await life.demo.settle();
    for (const invited of [department, leader]) expect(await noticesOf(invited, id)).toContain('conference');
    expect((await seenBy(department, id)).conferences).toHaveLength(1);
    expect((await seenBy(enterprise, id)).conferences).toEqual([]);
    const told = done(await enterprise.get(`/tickets/${id}/timeline?limit=100`)).body.items;
    expect(told.map(({ type }: { type: string }) => type).join()).not.toContain('onference');
    for (const caller of [department, leader, township]) {
      const planned = done(await caller.get('/conferences?state=planned&limit=100')).body.items;
      expect(planned).toContainEqual(
        expect.objectContaining({ ticket: expect.objectContaining({ id }), subject: '排水管网改造' }),
      );
    }

    const followUps = [
      { what: '疏通管道', unitId: life.unit.department, dueOn: '2023-10-24' },
      { what: '督促落实', personId: leaderId, dueOn: '2023-10-25' },
    ];
    const record = { conference: 1, ...RECORD, followUps };
    expectRefusal(await township.act(id, 'conclude', record), 409, 'conference.not_held_yet');
    await later({ advanceMinutes: 90 });
    expectRefusal(await leader.act(id, 'conclude', record), 403, 'conference.not_convener');
    const concluded = done(await township.act(id, 'conclude', record)).body;
    expect(concluded.conferences).toMatchObject([
      {
        ...{ state: 'concluded', ...RECORD },
        followUps: [
          {
            ordinal: 1,
            what: '疏通管道',
            unit: { id: life.unit.department },
            dueOn: '2023-10-24',
            overdue: false,
            doneAt: null,
          },
          { ordinal: 2, what: '督促落实', person: { id: leaderId }, doneAt: null },
        ],
      },
    ]);
    expect(done(await department.get('/conferences?state=followUpsOpen')).body.items).toHaveLength(1);
    expect(done(await department.get('/conferences?state=concluded&total=true')).body.total).toBe(1);

    done(await township.act(id, 'answer', ANSWER));
    done(await enterprise.act(id, 'confirm', { solved: 'yes' }));
    expectRefusal(
      await department.act(id, 'finish-follow-up', { followUp: 2, result: '已办' }),
      403,
      'followUp.not_yours',
    );
    const finished = done(
      await department.act(id, 'finish-follow-up', { followUp: 1, result: '已疏通' }),
    ).body;
    expect(finished).toMatchObject({
      status: 'closed',
      conferences: [{ followUps: [{ result: '已疏通' }, { doneAt: null }] }],
    });
    expectRefusal(
      await department.act(id, 'finish-follow-up', { followUp: 1, result: '再办' }),
      403,
      'ticket.not_permitted',
    );

    await later({ advanceWorkdays: 4 });
    expect(await noticesOf(leader, id)).toContain('followUp');
    const overdue = (await leader.get('/conferences?state=followUpsOpen')).body.items;
    expect(overdue).toMatchObject([{ ticket: { id }, followUps: [{ ordinal: 2, overdue: true }] }]);
    const events = done(await township.get(`/tickets/${id}/timeline?limit=100`)).body.items;
    expect(events.filter(({ type }: { type: string }) => type === 'followUpOverdue')).toHaveLength(1);
    done(await leader.act(id, 'finish-follow-up', { followUp: 2, result: '已督促' }));
    expect((await leader.get('/conferences?state=followUpsOpen')).body.items).toEqual([]);
  });

  it('that has not taken place lapses when the ticket ends, and does not hinder its answer', async () => {
    const { office, township, department, enterprise } = life.cast;
    const id = await life.withTownship();
    const { serverNow } = await seenBy(office, id);
    const heldAt = new Date(Date.parse(serverNow) + 86_400_000).toISOString();
    done(await office.act(id, 'convene', order({ heldAt })));
    expectRefusal(
      await township.act(id, 'cancel-conference', { conference: 1, reason: '不开了' }),
      403,
      'conference.not_convener',
    );
    expect(done(await township.act(id, 'answer', ANSWER)).body.conferences).toMatchObject([
      { state: 'planned' },
    ]);
    done(await enterprise.act(id, 'confirm', { solved: 'yes' }));
    expect((await seenBy(office, id)).conferences).toMatchObject([{ state: 'lapsed' }]);
    await life.demo.settle();
    expect(await noticesOf(department, id)).toContain('conference');
    expectRefusal(await office.act(id, 'conclude', { conference: 1, ...RECORD }), 409, 'ticket.wrong_status');
  });

  it('is cancelled with a reason', async () => {
    const { leader } = life.cast;
    const id = await life.withTownship();
    const { serverNow } = await seenBy(leader, id);
    done(await leader.act(id, 'convene', order({ heldAt: serverNow, personIds: [] })));
    const cancel = { conference: 1, reason: '改为书面征求意见' };
    expect(done(await leader.act(id, 'cancel-conference', cancel)).body.conferences).toMatchObject([
      { state: 'cancelled', reason: '改为书面征求意见' },
    ]);
    expectRefusal(await leader.act(id, 'cancel-conference', cancel), 409, 'conference.none');
  });

  it('is not called without anybody, out of time, with strangers, or by who has nothing to do with it', async () => {
    const { township, officer, enterprise, department } = life.cast;
    const id = await life.withTownship();
    const call = (over: object) => township.act(id, 'convene', order(over));
    expectRefusal(
      await call({ unitIds: [], personIds: [], guests: [] }),
      422,
      'conference.nobody_invited',
      '/unitIds',
    );
    expectRefusal(await call({ heldAt: '2033-01-01T00:00:00Z' }), 422, 'conference.held_at', '/heldAt');
    expectRefusal(await call({ heldAt: '2023-01-01T00:00:00Z' }), 422, 'conference.held_at', '/heldAt');
    expectRefusal(await call({ heldAt: 'tomorrow' }), 422, 'request.invalid', '/heldAt');
    expectRefusal(await call({ unitIds: [life.unit.department, NOBODY] }), 422, 'unit.unknown', '/unitIds/1');
    expectRefusal(await call({ personIds: [NOBODY] }), 422, 'person.unknown', '/personIds/0');
    const owner = done(await enterprise.get('/me')).body.id;
    expectRefusal(await call({ personIds: [owner] }), 422, 'person.unknown', '/personIds/0');
    for (const stranger of [officer, enterprise]) {
      expectRefusal(await stranger.act(id, 'convene', order()), 403, 'ticket.not_permitted');
    }
    expectRefusal(await department.act(id, 'convene', order()), 404, 'ticket.not_found');
    expectRefusal(await enterprise.get('/conferences'), 403, 'permission.denied');
    const { serverNow } = await seenBy(township, id);
    done(await call({ heldAt: serverNow }));
    const conclude = (over: object) => township.act(id, 'conclude', { conference: 1, ...RECORD, ...over });
    const task = { what: '疏通', dueOn: '2023-11-01' };
    expectRefusal(await conclude({ followUps: [task] }), 422, 'followUp.assignee', '/followUps/0/unitId');
    const both = { ...task, unitId: life.unit.department, personId: leaderId };
    expectRefusal(await conclude({ followUps: [both] }), 422, 'followUp.assignee', '/followUps/0/unitId');
    const past = { what: '疏通', dueOn: '2023-10-02', unitId: life.unit.department };
    expectRefusal(await conclude({ followUps: [past] }), 422, 'followUp.due_on', '/followUps/0/dueOn');
    const lost = { ...task, unitId: NOBODY };
    expectRefusal(await conclude({ followUps: [lost] }), 422, 'unit.unknown', '/followUps/0/unitId');
    expectRefusal(await conclude({ conference: 2 }), 409, 'conference.unknown', '/conference');
  });

  it('is refused in order: 403, 428, 412, 409, 422', async () => {
    const { township, leader } = life.cast;
    const id = await life.withTownship();
    const { serverNow } = await seenBy(township, id);
    const lost = { followUps: [{ what: '疏通', dueOn: '2023-11-01', unitId: NOBODY }] };
    const conclude = (who: Caller, over: object = {}) =>
      who.act(id, 'conclude', { conference: 1, ...RECORD, ...lost, ...over });
    const soon = new Date(Date.parse(serverNow) + 86_400_000).toISOString();
    done(await township.act(id, 'convene', order({ heldAt: soon })));
    for (const body of [lost, { conference: 7 }, { conference: 'none' }]) {
      expectRefusal(await conclude(leader, body), 403, 'conference.not_convener');
    }
    const path = `/tickets/${id}/conclude`;
    expectRefusal(await leader.post(path, { conference: 1, ...RECORD }), 403, 'conference.not_convener');
    expectRefusal(await township.post(path, { conference: 1, ...RECORD }), 428, 'precondition.required');
    expectRefusal(await township.post(path, lost, { 'if-match': '"v1"' }), 412, 'version.stale');
    expectRefusal(await conclude(township, { conference: 2 }), 409, 'conference.unknown', '/conference');
    expectRefusal(await conclude(township), 409, 'conference.not_held_yet', '/conference');
    done(await leader.act(id, 'convene', order({ heldAt: serverNow })));
    expectRefusal(await conclude(leader, { conference: 1 }), 403, 'conference.not_convener');
    expectRefusal(await conclude(leader, { conference: 2 }), 422, 'unit.unknown', '/followUps/0/unitId');
  });
});
