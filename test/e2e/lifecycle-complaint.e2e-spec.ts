import { ANSWER, done, expectRefusal, noticesOf, openLifecycle, seenBy } from './lifecycle-stage';
import type { Lifecycle, Name } from './lifecycle-stage';
import type { Caller } from '../support/demo-app';

const TITLE = '反映上门服务推诿扯皮';
const YEAR = '/statistics/resolution?regionCode=220105&from=2023-01-01&to=2023-12-31';
/** What the demo district has collected before the complaint. */
const PUBLISHED = 181;
const GROUPS = ['none', 'officer', 'township', 'category', 'month', 'officer,tier'];

describe('a complaint about an officer', () => {
  let life: Lifecycle;
  let officer: Caller;
  let officerId: string;
  let before: Record<string, unknown>;
  let id: string;
  let number: string;

  /** Everything the officer could learn from: lists, totals, searches, figures and notices. */
  const sightOf = async (caller: Caller): Promise<Record<string, unknown>> => {
    const paths = [
      ...['/tickets?limit=1&total=true', '/tickets?view=mine&limit=100&total=true'],
      ...['/tickets?view=overdue&limit=100&total=true', '/tickets?sort=-submittedAt&limit=100'],
      ...GROUPS.map((groupBy) => `${YEAR}&groupBy=${groupBy}&asOf=2024-06-30T00:00:00Z`),
      `${YEAR}&basis=flow&asOf=2024-06-30T00:00:00Z`,
    ];
    const answers = await Promise.all(paths.map(async (path) => done(await caller.get(path)).body));
    return Object.fromEntries(paths.map((path, index) => [path, withoutTime(answers[index])]));
  };

  beforeAll(async () => {
    life = await openLifecycle();
    officer = life.cast.officer;
    officerId = (await officer.get('/me')).body.id;
    before = await sightOf(officer);
    id = await life.submitted({ title: TITLE, aboutPersonId: officerId, severity: 'simple' });
    number = (await seenBy(life.cast.office, id)).number;
  }, 120_000);

  afterAll(() => life.close());

  it('goes to the office, whatever its severity', async () => {
    expect(await seenBy(life.cast.office, id)).toMatchObject({
      ...{ status: 'dispatched', tier: 4, holder: { unit: { id: life.unit.office } } },
    });
  });

  it.each(['enterprise', 'office', 'leader', 'city', 'auditor', 'admin'] as const)(
    'names whom it is about to %s',
    async (name) => {
      expect((await seenBy(life.cast[name], id)).aboutPerson).toEqual({
        id: officerId,
        name: expect.any(String),
      });
    },
  );

  it('does not exist for that officer: not by id, nor by anything below it', async () => {
    for (const path of ['', '/timeline', '/chain', '/requests', `/requests/${id}`, `/clocks/${id}/explain`]) {
      expectRefusal(await officer.get(`/tickets/${id}${path}`), 404, 'ticket.not_found');
    }
    for (const action of [
      'claim',
      'answer',
      'contact',
      'comment',
      'urge',
      'requests',
      'dispatch',
      'reject',
    ]) {
      expectRefusal(await officer.post(`/tickets/${id}/${action}`), 404, 'ticket.not_found');
    }
  });

  it('is in none of that officer’s lists, totals, searches, figures or the tickets behind them', async () => {
    expect(await sightOf(officer)).toEqual(before);
    for (const q of [TITLE, '推诿扯皮', number]) {
      const found = await officer.get(`/tickets?q=${encodeURIComponent(q)}&limit=100&total=true`);
      expect(found.body).toMatchObject({ items: [], total: 0 });
    }
    const { body } = await officer.get(YEAR);
    const counted = done(await officer.get(`${body.total.ticketsUrl}&limit=100&total=true`)).body;
    expect(counted.total).toBe(body.total.collected);
    expect(JSON.stringify(counted)).not.toContain(id);
  });

  it('is in the office’s', async () => {
    const { office } = life.cast;
    const found = await office.get(`/tickets?q=${encodeURIComponent('推诿扯皮')}&total=true`);
    expect(found.body.items).toMatchObject([{ id }]);
    const { body } = await office.get(YEAR);
    expect(body.total.collected).toBe(PUBLISHED + 1);
    const counted = done(await office.get(`${body.total.ticketsUrl}&limit=1&total=true`)).body;
    expect(counted.total).toBe(PUBLISHED + 1);
  });

  it('tells that officer nothing on its way', async () => {
    const { office, enterprise, leader, city } = life.cast;
    done(await office.act(id, 'claim'));
    done(await office.act(id, 'comment', { text: '已约谈', visibility: 'enterprise' }));
    done(await enterprise.act(id, 'urge'));
    done(await leader.act(id, 'instruct', { text: '限期查清' }));
    const suspension = { kind: 'suspension', reason: '待调查', reviewOn: '2023-10-30' };
    const made = done(await office.act(id, 'requests', suspension), 201).body;
    done(await city.act(id, `requests/${made.id}/ruling`, { approved: true, note: '同意' }));
    done(await office.act(id, 'resume'));
    done(await office.act(id, 'answer', { ...ANSWER, outcome: 'explained' }));
    done(await enterprise.act(id, 'dispute', { reason: '未见整改' }));
    await life.demo.settle();
    expect(await noticesOf(officer, id)).toEqual([]);
    expect((await noticesOf(enterprise, id)).length).toBeGreaterThan(0);
    expectRefusal(await officer.get('/escalations?state=open'), 403, 'permission.denied');
    expect(await sightOf(officer)).toEqual(before);
  });

  it('cannot be dispatched to that officer, and a merge would not lead there', async () => {
    const { office } = life.cast;
    const unitId = (await officer.get('/me')).body.unit.id;
    const complaint = await life.submitted({ title: TITLE, aboutPersonId: officerId });
    const answer = await office.act(complaint, 'dispatch', { unitId, personId: officerId });
    expectRefusal(answer, 422, 'person.unknown', '/personId');
    const ordinary = await life.submitted();
    const into = { intoTicketId: ordinary };
    expectRefusal(await office.act(complaint, 'merge', into), 422, 'merge.complaint', '/intoTicketId');
    const other = { intoTicketId: complaint };
    expectRefusal(await office.act(ordinary, 'merge', other), 422, 'merge.complaint', '/intoTicketId');
    expect((await seenBy(officer, ordinary)).mergedInto).toBeNull();
  });

  describe.each(['township', 'department'] as const)(
    'about a handler of the %s',
    (name: Name & keyof Lifecycle['unit']) => {
      it('is hidden from that handler although the unit has it', async () => {
        const { office } = life.cast;
        const handler = life.cast[name];
        const me = (await handler.get('/me')).body;
        const complaint = await life.submitted({ title: TITLE, aboutPersonId: me.id });
        done(await office.act(complaint, 'dispatch', { unitId: life.unit[name] }));
        await life.demo.settle();
        expectRefusal(await handler.get(`/tickets/${complaint}`), 404, 'ticket.not_found');
        expectRefusal(await handler.post(`/tickets/${complaint}/claim`), 404, 'ticket.not_found');
        expect(await noticesOf(handler, complaint)).toEqual([]);
      });
    },
  );

  it('in a handling unit’s hands does not say whom it is about', async () => {
    const { office, department } = life.cast;
    const complaint = await life.submitted({ title: TITLE, aboutPersonId: officerId });
    done(await office.act(complaint, 'dispatch', { unitId: life.unit.department }));
    const held = await seenBy(department, complaint);
    expect(held).toMatchObject({ status: 'dispatched', aboutPerson: null });
    const { body } = await department.get(`/tickets/${complaint}/timeline`);
    expect(JSON.stringify(body)).not.toContain(officerId);
  });
});

/** Countdowns and addresses carry the time of asking. */
function withoutTime(body: unknown): unknown {
  const clean = JSON.stringify(body, (key, value: unknown) =>
    ['serverNow', 'workMinutesLeft', 'asOf', 'ticketsUrl', 'lamp'].includes(key) ? undefined : value,
  );
  return JSON.parse(clean);
}
