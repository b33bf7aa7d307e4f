import type { Answer } from '../support/demo-app';
import { done, expectRefusal, openLifecycle, seenBy, type Lifecycle, type Name } from './lifecycle-stage';

const INTERNAL = ['assist', 'supervise'];
const REMARK = { text: '盼复', visibility: 'enterprise' };
const RETURN = { kind: 'return', reason: '不属本单位职责', basis: '三定方案第五条' };

interface ClockOfView {
  readonly id: string;
  readonly kind: string;
}

/** What the offices ask of each other about a ticket shows to them, and to the enterprise nowhere. */
describe('an enterprise’s sight of its ticket', () => {
  let life: Lifecycle;

  beforeAll(async () => {
    life = await openLifecycle();
  }, 120_000);

  afterAll(() => life.close());

  const clocksOf = (body: Answer['body']): readonly ClockOfView[] => body.clocks;
  const kindsOf = (body: Answer['body']): string[] => clocksOf(body).map(({ kind }) => kind);

  describe('of one that is assisted, supervised and to be reported on', () => {
    let id: string;

    beforeAll(async () => {
      const { township, office } = life.cast;
      id = await life.withTownship();
      done(await township.act(id, 'assist', { unitId: life.unit.department, question: '是否属于市政管网' }));
      done(await office.act(id, 'supervise', { instruction: '请抓紧' }));
      await life.demo.database.rows('update ticket set report_asked = true where id = $1', [id]);
    });

    it('shows no assistant, no internal clock and no report that is asked for', async () => {
      const seen = await seenBy(life.cast.enterprise, id);
      expect(seen).toMatchObject({ assistUnits: [], assists: [], reportAsked: false });
      expect(kindsOf(seen).filter((kind) => INTERNAL.includes(kind))).toEqual([]);
      expect(kindsOf(seen)).toEqual(expect.arrayContaining(['claim', 'firstContact', 'resolve', 'leg']));
    });

    it.each(['office', 'township', 'department'] as const)('shows all of it to %s', async (who) => {
      const seen = await seenBy(life.cast[who], id);
      expect(seen).toMatchObject({
        assistUnits: [{ id: life.unit.department }],
        assists: [{ state: 'asked' }],
        reportAsked: true,
      });
      expect(kindsOf(seen)).toEqual(expect.arrayContaining(INTERNAL));
    });

    it('shows nothing of it in the answer to an action of its own either', async () => {
      const answered = done(await life.cast.enterprise.act(id, 'comment', REMARK)).body;
      expect(answered).toMatchObject({ assistUnits: [], assists: [], reportAsked: false });
      expect(kindsOf(answered).filter((kind) => INTERNAL.includes(kind))).toEqual([]);
    });

    it('explains the clocks it shows, and answers of an internal one as of one that is not there', async () => {
      for (const { id: clockId, kind } of clocksOf(await seenBy(life.cast.office, id))) {
        const path = `/tickets/${id}/clocks/${clockId}/explain`;
        expect(done(await life.cast.office.get(path)).body.segments).not.toEqual([]);
        const answer = await life.cast.enterprise.get(path);
        if (INTERNAL.includes(kind)) expectRefusal(answer, 404, 'resource.not_found');
        else expect([kind, answer.status]).toEqual([kind, 200]);
      }
    });
  });

  describe('of one that rose because it was returned too often', () => {
    let id: string;

    beforeAll(async () => {
      const { office } = life.cast;
      id = await life.withTownship();
      for (const [from, to] of [
        ['township', 'department'],
        ['department', 'township'],
        ['township', 'department'],
      ] as const) {
        const body = { ...RETURN, toUnitId: life.unit[to] };
        const asked = done(await life.cast[from].act(id, 'requests', body), 201).body;
        const ruling = { approved: true, note: '情况属实' };
        done(await office.act(id, `requests/${asked.id}/ruling`, ruling));
      }
    });

    const told = async (who: Name, path: string): Promise<Answer['body']> =>
      done(await life.cast[who].get(`/tickets/${id}/${path}`)).body.items;

    it('says that it rose and from where to where, not what led to it', async () => {
      expect(await told('enterprise', 'escalations')).toMatchObject([
        {
          ...{ fromTier: 2, toTier: 3, cause: 'internal', causeLabel: '按规定提级', rule: null },
          text: expect.stringMatching(/^按规定提级，由属地街镇提级到\p{Script=Han}+。$/u),
        },
      ]);
      const everything = JSON.stringify([
        await told('enterprise', 'escalations'),
        await told('enterprise', 'chain'),
        await told('enterprise', 'timeline'),
        await seenBy(life.cast.enterprise, id),
      ]);
      for (const trace of ['退回', 'returned', 'mostReturns', RETURN.reason, RETURN.basis]) {
        expect([trace, everything.includes(trace)]).toEqual([trace, false]);
      }
    });

    it('tells the office how often, and which rule it was', async () => {
      expect(await told('office', 'escalations')).toMatchObject([
        {
          ...{ cause: 'returned', causeLabel: '退回超过次数', rule: 'mostReturns' },
          values: { count: 3, limit: 2 },
          text: expect.stringMatching(/^退回已达 3 次/),
        },
      ]);
      const [risen] = (await told('office', 'chain')).slice(-1);
      expect(risen.because.text).toMatch(/^退回超过次数，/);
    });
  });
});
