import type { Answer } from '../support/demo-app';
import { ANSWER, done, expectRefusal, openLifecycle, seenBy, type Lifecycle } from './lifecycle-stage';

const HIDDEN = ['requested', 'ruled', 'assistAsked', 'opinionGiven', 'supervised'];
const EXTENSION = { kind: 'extension', reason: '须等专项检测报告', newDueOn: '2023-11-22' };
const NOBODY = '01a2018e-8587-70e6-9d52-c6f55495d9b9';

interface Shares {
  readonly workingSeconds: number;
  readonly overdueSeconds: number;
  readonly workingMinutes: number;
  readonly overdueMinutes: number;
}
const SHARES = ['workingSeconds', 'overdueSeconds', 'workingMinutes', 'overdueMinutes'] as const;
const sums = (parts: readonly Shares[]) =>
  Object.fromEntries(SHARES.map((each) => [each, parts.reduce((sum, part) => sum + part[each], 0)]));

/** A ticket's whole life, told by the API itself: why each clock, hop, escalation and refusal is as it is. */
describe('explain', () => {
  let life: Lifecycle;
  let id: string;
  const about = async (path: string, who: keyof Lifecycle['cast'] = 'township'): Promise<Answer['body']> =>
    done(await life.cast[who].get(`/tickets/${id}/${path}`)).body;

  beforeAll(async () => {
    life = await openLifecycle();
    const { township, office, department, enterprise } = life.cast;
    id = await life.withTownship();
    const question = { unitId: life.unit.department, question: '是否属于市政管网' };
    done(await township.act(id, 'assist', question));
    await life.demo.advance({ advanceWorkdays: 1 });
    done(await department.act(id, 'give-opinion', { opinion: '属于市政管网' }));
    done(await township.act(id, 'request-info', { items: ['现场照片'] }));
    await life.demo.advance({ advanceWorkdays: 1 });
    done(await enterprise.act(id, 'supply-info', { text: '照片已补' }));
    const asked = done(await township.act(id, 'requests', EXTENSION), 201).body;
    done(await office.act(id, `requests/${asked.id}/ruling`, { approved: true, note: '情况属实' }));
    done(await office.act(id, 'supervise', { instruction: '请抓紧' }));
    done(await office.act(id, 'dispatch', { unitId: life.unit.department, note: '涉及市政管网，请牵头' }));
    done(await department.act(id, 'claim'));
    done(await department.act(id, 'answer', ANSWER));
    done(await enterprise.act(id, 'dispute', { reason: '仍有积水' }));
    done(await department.act(id, 'escalate', { reason: '需要统筹资金' }));
  }, 120_000);

  afterAll(() => life.close());

  it('every clock adds up from its start to its due time', async () => {
    const { clocks } = await seenBy(life.cast.township, id);
    for (const clock of clocks) {
      const told = await about(`clocks/${clock.id}/explain`);
      const { segments } = told;
      expect([clock.kind, told.dueAt]).toEqual([clock.kind, clock.dueAt]);
      const counted = segments.reduce((sum: number, { seconds }: { seconds: number }) => sum + seconds, 0);
      expect([clock.kind, counted]).toEqual([clock.kind, told.workingSeconds]);
      expect([segments[0].from, segments.at(-1).to]).toEqual([told.startedAt, told.dueAt]);
    }
    const promise = clocks.find(({ kind }: { kind: string }) => kind === 'resolve');
    const notes = (await about(`clocks/${promise.id}/explain`)).segments.flatMap(
      ({ note = '' }: { note?: string }) => note,
    );
    expect(notes).toEqual(expect.arrayContaining(['次日起算', '暂停 1：待补充材料', '延期']));
  });

  it('the chain splits the whole by hop and by round, and says why each hop began', async () => {
    const chain = await about('chain');
    expect(sums(chain.items)).toEqual(chain.total);
    expect(sums(chain.rounds)).toEqual(chain.total);
    const because = chain.items.map((item: { because: { event: string; text: string } }) => item.because);
    expect(because).toMatchObject([
      { event: 'routed', text: '复杂诉求从属地街镇开始，由企业所在街镇承办' },
      { event: 'dispatched', text: expect.stringMatching(/交办到行管部门$/) },
      { event: 'escalated', text: '承办单位申请提级，由行管部门提级到领导小组办公室' },
    ]);
    expect(chain.rounds).toMatchObject([
      {
        round: 1,
        opened: 'dispatch',
        outcome: 'resolved',
        solved: 'no',
        late: false,
        lateWithoutExtension: false,
      },
      { round: 2, opened: 'dispute', answeredAt: null, late: null, lateWithoutExtension: null },
    ]);
    const { first, last, total } = chain.durations as Record<'first' | 'last' | 'total', Shares>;
    expect(first.workingSeconds + last.workingSeconds).toBe(total.workingSeconds);
    expect(chain.assists).toMatchObject([
      { unit: { id: life.unit.department }, state: 'given', workingMinutes: 7 * 60, overdueMinutes: 0 },
    ]);
  });

  it('every escalation names its rule and its values', async () => {
    expect(await about('escalations')).toEqual({
      items: [
        {
          ...{ at: expect.any(String), fromTier: 3, toTier: 4, round: 2, overdueWorkingMinutes: 0 },
          ...{ cause: 'manual', causeLabel: '承办单位申请提级', rule: 'manual' },
          values: { policyVersion: 1, overdueSeconds: 0 },
          text: expect.stringMatching(/^承办单位或调度办申请提级，由行管部门提级到领导小组办公室/),
          ...{ unit: { id: life.unit.office, name: expect.any(String) }, person: null },
        },
      ],
      nextCursor: null,
    });
  });

  it('every action and request says what would have to be true, and agrees with the buttons', async () => {
    for (const who of ['office', 'township', 'department', 'enterprise', 'leader'] as const) {
      const { items, requests } = await about('actions', who);
      const may = (list: { allowed: boolean; needs: string[] }[]) => list.filter(({ allowed }) => allowed);
      const seen = await seenBy(life.cast[who], id);
      expect(may(items).map((item) => (item as unknown as { action: string }).action)).toEqual(
        seen.allowedActions,
      );
      expect(may(requests).map((each) => (each as unknown as { kind: string }).kind)).toEqual(
        seen.allowedRequests,
      );
      for (const { allowed, needs, refusal } of [...items, ...requests]) {
        expect([allowed, refusal === null, needs.length === 0]).toEqual([allowed, allowed, allowed]);
      }
    }
    const { items } = await about('actions', 'department');
    const confirm = items.find(({ action }: { action: string }) => action === 'confirm');
    expect(confirm).toEqual({
      ...{ action: 'confirm', label: '确认销号', allowed: false },
      refusal: { code: 'ticket.not_permitted', detail: expect.any(String) },
      needs: ['须由企业进行', '“确认销号”须在诉求为“已答复”时进行，现为“已交办”'],
    });
  });

  it('keeps from the enterprise what the offices say to each other', async () => {
    const timeline = await about('timeline', 'enterprise');
    const types = timeline.items.map(({ type }: { type: string }) => type);
    expect(types.filter((type: string) => HIDDEN.includes(type))).toEqual([]);
    const chain = await about('chain', 'enterprise');
    expect(chain.assists).toEqual([]);
    const told = JSON.stringify([
      timeline,
      chain,
      await about('actions', 'enterprise'),
      await about('escalations', 'enterprise'),
    ]);
    for (const word of [
      '涉及市政管网',
      '属于市政管网',
      '需要统筹资金',
      '情况属实',
      '请抓紧',
      EXTENSION.reason,
    ]) {
      expect([word, told.includes(word)]).toEqual([word, false]);
    }
    const inside = await about('timeline', 'office');
    expect(inside.items.map(({ type }: { type: string }) => type)).toEqual(expect.arrayContaining(HIDDEN));
  });

  it('is for readers of the ticket only', async () => {
    const withTheOfficer = await life.submitted();
    for (const path of ['chain', 'escalations', 'actions', 'timeline', `clocks/${NOBODY}/explain`]) {
      const answer = await life.cast.township.get(`/tickets/${withTheOfficer}/${path}`);
      expectRefusal(answer, 404, 'ticket.not_found');
    }
    expectRefusal(
      await life.cast.township.get(`/tickets/${id}/clocks/${NOBODY}/explain`),
      404,
      'resource.not_found',
    );
  });
});
