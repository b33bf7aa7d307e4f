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

describe('assistants', () => {
  let life: Lifecycle;
  let order: { readonly unitId: string; readonly question: string };

  beforeAll(async () => {
    life = await openLifecycle();
    order = { unitId: life.unit.department, question: '该地块规划用途是否允许临时用地' };
  }, 120_000);

  afterAll(() => life.close());

  it('a unit is asked by a day of its own, gives its opinion in writing, and only then the lead answers', async () => {
    const { township, department, enterprise } = life.cast;
    const id = await life.withTownship();
    const asked = done(await township.act(id, 'assist', { ...order, dueOn: '2023-10-25' })).body;
    expect(asked.assists).toEqual([
      {
        unit: { id: life.unit.department, name: expect.any(String) },
        ...{ state: 'asked', stateLabel: '待出具意见', question: order.question, opinion: null, round: 1 },
        ...{ askedAt: expect.any(String), dueAt: '2023-10-25T09:00:00.000Z' },
        ...{ endedAt: null, endedBy: null, releaseReason: null },
      },
    ]);
    expect(asked.assistUnits).toMatchObject([{ id: life.unit.department }]);
    expect(asked.allowedActions).not.toContain('answer');
    expectRefusal(await township.act(id, 'answer', ANSWER), 409, 'assist.outstanding');
    await life.demo.settle();
    expect(await noticesOf(department, id)).toContain('assist');

    expect((await seenBy(department, id)).allowedActions).toContain('give-opinion');
    const given = done(await department.act(id, 'give-opinion', { opinion: '符合规划，可办临时用地' })).body;
    expect(given.assists).toMatchObject([
      { state: 'given', opinion: '符合规划，可办临时用地', endedBy: { name: expect.any(String) } },
    ]);
    expectRefusal(await department.act(id, 'give-opinion', { opinion: '再说' }), 409, 'assist.not_asked');
    await life.demo.settle();
    expect(await noticesOf(township, id)).toContain('opinion');
    expect((await seenBy(enterprise, id)).assists).toEqual([]);
    expect(done(await township.act(id, 'answer', ANSWER)).body.status).toBe('answered');
  });

  it('an assistant that is not needed any more is released, with the reason', async () => {
    const { township, department } = life.cast;
    const id = await life.withTownship();
    done(await township.act(id, 'assist', order));
    const release = { unitId: life.unit.department, reason: '企业已自行查明' };
    const released = done(await township.act(id, 'release', release)).body;
    expect(released.assists).toMatchObject([
      { state: 'released', releaseReason: release.reason, opinion: null },
    ]);
    expectRefusal(await department.act(id, 'give-opinion', { opinion: '意见' }), 403, 'ticket.not_permitted');
    expectRefusal(await township.act(id, 'release', release), 409, 'assist.not_asked');
    expect(done(await township.act(id, 'answer', ANSWER)).body.status).toBe('answered');
  });

  describe('asked wrongly', () => {
    let id: string;
    beforeAll(async () => {
      id = await life.withTownship();
    });

    it.each([
      ['no unit', { question: '问' }, 'request.invalid', '/unitId'],
      ['a unit nobody knows', { unitId: NOBODY, question: '问' }, 'unit.unknown', '/unitId'],
      ['no question', { unitId: 'UNIT' }, 'request.invalid', '/question'],
      ['a blank question', { unitId: 'UNIT', question: '  ' }, 'request.invalid', '/question'],
      ['a Sunday', { unitId: 'UNIT', question: '问', dueOn: '2023-10-29' }, 'assist.due_on', '/dueOn'],
      ['today', { unitId: 'UNIT', question: '问', dueOn: '2023-10-20' }, 'assist.due_on', '/dueOn'],
      ['the lead itself', { unitId: 'LEAD', question: '问' }, 'unit.same_holder', '/unitId'],
      [
        'the lead itself in capitals',
        { unitId: 'LEAD IN CAPITALS', question: '问' },
        'unit.same_holder',
        '/unitId',
      ],
      [
        'a field nobody knows',
        { unitId: 'UNIT', question: '问', personId: NOBODY },
        'request.invalid',
        '/personId',
      ],
    ])('%s', async (_what, body: object, code, pointer) => {
      const units: Record<string, string> = {
        UNIT: life.unit.department,
        LEAD: life.unit.township,
        'LEAD IN CAPITALS': life.unit.township.toUpperCase(),
      };
      const named = 'unitId' in body ? String(body.unitId) : '';
      const unitId = units[named] ?? (named === '' ? undefined : named);
      expectRefusal(await life.cast.township.act(id, 'assist', { ...body, unitId }), 422, code, pointer);
    });

    it('twice before there is an opinion', async () => {
      done(await life.cast.township.act(id, 'assist', order));
      const again = { ...order, unitId: order.unitId.toUpperCase() };
      const answer = await life.cast.township.act(id, 'assist', again);
      expectRefusal(answer, 409, 'assist.already_asked');
    });

    it('by somebody who does not hold it', async () => {
      const { enterprise, officer, leader } = life.cast;
      for (const caller of [enterprise, officer, leader]) {
        expectRefusal(await caller.act(id, 'assist', order), 403, 'ticket.not_permitted');
      }
    });
  });
});
