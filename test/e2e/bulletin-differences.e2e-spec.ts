import type { Content, Moved } from './bulletin-content';
import { ANSWER, done, openLifecycle, PROBLEM, type Lifecycle } from './lifecycle-stage';

const REGION = '220105';

describe('a bulletin whose figures have moved since', () => {
  let stage: Lifecycle;

  beforeAll(async () => {
    stage = await openLifecycle();
  }, 120_000);

  afterAll(() => stage.close());

  it('is explained ticket by ticket, and the tickets add up to the difference', async () => {
    const { cast, demo } = stage;
    const special = { kind: 'special', from: '2023-10-01', to: '2023-10-20' };
    const before = await stage.withTownship();
    const { id } = done(await cast.office.post('/bulletins', special), 201).body;
    await demo.advance({ advanceMinutes: 30 });
    done(await cast.township.act(before, 'answer', ANSWER));
    await demo.advance({ advanceMinutes: 30 });
    const seen = done(await cast.auditor.get(`/bulletins/${id}/differences`)).body;
    expect(seen.tickets).toBeNull();
    for (const figure of seen.figures as Moved[]) {
      const { measure, change, entered, left, complaints } = figure;
      expect([measure, complaints, change]).toEqual([measure, 0, entered - left]);
      const path = `/bulletins/${id}/differences?measure=${measure}&limit=100`;
      const { tickets } = done(await cast.auditor.get(path)).body;
      expect(tickets).toMatchObject({ elsewhere: 0, elsewhereText: null, total: entered + left });
      const sum = tickets.items.reduce(
        (total: number, each: { countedNow: boolean; countedThen: boolean }) =>
          total + Number(each.countedNow) - Number(each.countedThen),
        0,
      );
      expect([measure, sum]).toEqual([measure, change]);
      for (const each of tickets.items) {
        const added = each.because.reduce(
          (total: number, { change: by }: { change: number }) => total + by,
          0,
        );
        expect(added).toBe(Number(each.countedNow) - Number(each.countedThen));
      }
    }
    const path = `/bulletins/${id}/differences?measure=resolved`;
    const { tickets } = done(await cast.office.get(path)).body;
    const own = tickets.items.find(({ ticket }: { ticket: { id: string } }) => ticket.id === before);
    expect(own).toMatchObject({ countedThen: false, countedNow: true, because: [{ type: 'answered' }] });
    expect(own.because[0].text).toContain('答复，计入“解决”');
  });

  it('counts what a leader may not read, and does not show it', async () => {
    const { cast, demo } = stage;
    const special = { kind: 'special', from: '2023-10-01', to: '2023-10-20' };
    const { id } = done(await cast.office.post('/bulletins', special), 201).body;
    await demo.advance({ advanceMinutes: 1 });
    const [led] = await demo.database.rows<{ id: string }>(
      `select e.id from enterprise e join pairing p on p.enterprise_id = e.id and p.kind = 'leader'
       where e.region_code = $1 and p.person_id <> (select person_id from account where username = 'leader')
       order by e.id limit 1`,
      [REGION],
    );
    done(await cast.office.post('/tickets', { ...PROBLEM, enterpriseId: led?.id, confidential: true }), 201);
    await demo.settle();
    const path = `/bulletins/${id}/differences?measure=collected`;
    const seen = done(await cast.leader.get(path)).body;
    const all = done(await cast.auditor.get(path)).body;
    expect(all.tickets).toMatchObject({ total: 1, elsewhere: 0, items: [{ countedNow: true }] });
    const hidden = { total: 0, elsewhere: 1, elsewhereText: '另有 1 件不在您的查看范围', items: [] };
    expect(seen.tickets).toMatchObject(hidden);
  });

  it('tells of a complaint about staff that there is one, and by no difference about whom', async () => {
    const { cast, demo } = stage;
    const special = { kind: 'special', from: '2023-10-01', to: '2023-10-20' };
    const publish = async () => done(await cast.office.post('/bulletins', special), 201).body;
    const before = (await publish()) as { id: string };
    await demo.advance({ advanceMinutes: 1 });
    const { id: leaderId } = done(await cast.leader.get('/me')).body;
    await stage.submitted({ title: '反映包保不到位', aboutPersonId: leaderId });
    const { content } = (await publish()) as { content: Content };
    const drawn = content.populations['enterprise']!;
    expect(drawn.complaints).toEqual({ toDate: 1, period: 1 });
    for (const [cut, rows] of Object.entries(drawn.cuts)) {
      const sum = (of: 'toDate' | 'period') =>
        rows.reduce((total, row) => total + (row[of].figures['collected'] ?? 0), 0);
      const total = (of: 'toDate' | 'period') => (drawn[of].figures['collected'] ?? 0) - 1;
      expect([cut, sum('toDate'), sum('period')]).toEqual([cut, total('toDate'), total('period')]);
    }
    for (const kind of ['township', 'department'] as const) {
      const { ranked, apart } = content.rankings[kind]!;
      const collected = new Map(
        drawn.cuts[kind]!.map(({ key, toDate }) => [key, toDate.figures['collected']]),
      );
      for (const row of [...ranked, ...apart]) expect(row.collected).toBe(collected.get(row.key));
    }
    for (const { count, tickets } of content.signals) expect(count).toBe(tickets.length);
    const path = `/bulletins/${before.id}/differences?measure=collected`;
    for (const reader of [cast.leader, cast.auditor]) {
      const { figures, tickets } = done(await reader.get(path)).body;
      expect(figures[0]).toMatchObject({
        measure: 'collected',
        change: 1,
        entered: 0,
        left: 0,
        complaints: 1,
      });
      expect(tickets).toMatchObject({ total: 0, elsewhere: 0, elsewhereText: null, items: [] });
    }
  });
});
