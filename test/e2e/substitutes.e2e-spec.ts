import {
  ANSWER,
  done,
  expectRefusal,
  noticesOf,
  openLifecycle,
  seenBy,
  type Lifecycle,
} from './lifecycle-stage';
import { colleagueOf, day, order, rows, type Colleague } from './post-stage';

describe('work of people who are not there', () => {
  let life: Lifecycle;

  beforeAll(async () => {
    life = await openLifecycle();
  }, 120_000);

  afterAll(() => life.close());

  describe('for a while: substitutes', () => {
    let officer: string;
    let deputy: Colleague;
    let ticket: string;
    let substitution: string;

    beforeAll(async () => {
      officer = (await life.cast.officer.get('/me')).body.id;
      deputy = await colleagueOf(life, 'officer', 'deputy');
      ticket = await life.submitted();
    }, 60_000);

    const away = async (from: number, to: number, more: object = {}) => ({
      ...{ personId: officer, substituteId: deputy.id, reason: '年休假' },
      ...{ from: await day(life, from), to: await day(life, to) },
      ...more,
    });

    it('let nobody act in another’s place without one', async () => {
      expect((await deputy.caller.get(`/tickets/${ticket}`)).status).toBe(404);
    });

    it('are arranged by oneself, or by the office for others', async () => {
      const others = await away(0, 5, { personId: deputy.id, substituteId: officer });
      expectRefusal(await life.cast.officer.post('/substitutions', others), 403, 'permission.denied');
      const made = await life.cast.officer.post('/substitutions', await away(0, 5));
      substitution = done(made, 201).body.id;
      expect(rows(await life.cast.officer.get('/substitutions?state=current'))).toHaveLength(1);
      expect(rows(await life.cast.township.get('/substitutions'))).toEqual([]);
    });

    it('are one at a time and never a chain', async () => {
      const again = await life.cast.office.post('/substitutions', await away(5, 6));
      expectRefusal(again, 409, 'substitution.overlap');
      const third = await colleagueOf(life, 'officer', 'third');
      const chain = await away(2, 3, { personId: deputy.id, substituteId: third.id });
      expectRefusal(await life.cast.office.post('/substitutions', chain), 409, 'substitution.chain');
      const back = await away(6, 5);
      expectRefusal(await life.cast.office.post('/substitutions', back), 422, 'substitution.period', '/to');
    });

    it('let the substitute act, in the name of the absent, who keeps what is theirs', async () => {
      const fresh = await life.demo.signIn('deputy');
      done(await fresh.act(ticket, 'claim'));
      expect((await seenBy(fresh, ticket)).holder.person.id).toBe(officer);
      const absent = { id: officer, name: (await life.cast.officer.get('/me')).body.name };
      expect((await fresh.get('/me')).body.standsInFor).toEqual([absent]);
      expect((await life.cast.officer.get('/me')).body.standsInFor).toEqual([]);
      const [claimed] = rows(await life.cast.office.get(`/tickets/${ticket}/timeline`)).slice(-1);
      expect(claimed?.['actor']).toMatchObject({ id: deputy.id, onBehalfOf: { id: officer } });
    });

    it('tell the substitute what the absent is told', async () => {
      const absent = await colleagueOf(life, 'officer', 'absent');
      const arranged = await away(0, 1, { personId: absent.id });
      done(await life.cast.office.post('/substitutions', arranged), 201);
      const unitId = (await absent.caller.get('/me')).body.unit.id;
      done(await life.cast.office.act(ticket, 'dispatch', { unitId, personId: absent.id }));
      await life.demo.settle();
      expect(await noticesOf(absent.caller, ticket)).toEqual(['assigned']);
      expect(await noticesOf(deputy.caller, ticket)).toContain('assigned');
    });

    it('tell the substitute nothing of a complaint about the absent', async () => {
      const accused = await colleagueOf(life, 'township', 'accused');
      const covering = await colleagueOf(life, 'township', 'covering');
      const arranged = await away(0, 1, { personId: accused.id, substituteId: covering.id });
      done(await life.cast.office.post('/substitutions', arranged), 201);
      const complaint = await life.submitted({ aboutPersonId: accused.id });
      done(await life.cast.office.act(complaint, 'dispatch', { unitId: life.unit.township }));
      await life.demo.settle();
      expect(await noticesOf(life.cast.township, complaint)).toEqual(['assigned']);
      expect(await noticesOf(covering.caller, complaint)).toEqual([]);
      expect(await noticesOf(accused.caller, complaint)).toEqual([]);
    });

    it('are not for somebody who has left and given the post away, unless something was left behind', async () => {
      const [leaver, heir] = [
        await colleagueOf(life, 'township', 'leaver'),
        await colleagueOf(life, 'township', 'leavers-heir'),
      ];
      const claimed = async () => {
        const id = await life.submitted({ severity: 'complex' });
        done(await leaver.caller.act(id, 'claim'));
        return id;
      };
      await claimed();
      const left = { personId: leaver.id, substituteId: heir.id };
      done(await life.cast.office.post('/handovers', order(leaver.id, heir.id, await day(life))), 201);
      const behind = await claimed();
      const { database } = life.demo;
      await database.rows('update person set active = false where id = $1', [leaver.id]);
      const covered = done(await life.cast.office.post('/substitutions', await away(0, 1, left)), 201).body;
      done(await (await life.demo.signIn('leavers-heir')).act(behind, 'answer', ANSWER));
      done(await life.cast.office.delete(`/substitutions/${covered.id}`), 204);
      const rest = order(leaver.id, heir.id, await day(life), { leaves: true });
      done(await life.cast.office.post('/handovers', rest), 201);
      const again = await life.cast.office.post('/substitutions', await away(0, 1, left));
      expectRefusal(again, 409, 'substitution.handed_over');
    });

    it('end early, and the substitute with them', async () => {
      expectRefusal(
        await life.cast.township.delete(`/substitutions/${substitution}`),
        403,
        'permission.denied',
      );
      done(await life.cast.officer.delete(`/substitutions/${substitution}`), 204);
      expectRefusal(
        await life.cast.officer.delete(`/substitutions/${substitution}`),
        409,
        'substitution.ended',
      );
      const next = await life.submitted();
      const fresh = await life.demo.signIn('deputy');
      expect((await fresh.get(`/tickets/${next}`)).status).toBe(404);
      done(await life.cast.officer.post('/substitutions', await away(0, 1)), 201);
    });
  });

  describe('and nobody in their place: orphans', () => {
    it('are found where somebody has left without one', async () => {
      const lost = await colleagueOf(life, 'township', 'lost');
      const id = await life.submitted({ severity: 'complex' });
      done(await lost.caller.act(id, 'claim'));
      await life.demo.database.rows('update person set active = false where id = $1', [lost.id]);
      const found = rows(await life.cast.office.get('/orphans?kind=holder_gone'));
      expect(found).toEqual([
        expect.objectContaining({ subject: expect.objectContaining({ type: 'ticket', id }) }),
      ]);
      expect(found[0]?.['since']).not.toBeNull();
      const heir = await colleagueOf(life, 'township', 'finder');
      done(await life.cast.office.post('/handovers', order(lost.id, heir.id, await day(life))), 201);
      expect(rows(await life.cast.office.get('/orphans?kind=holder_gone'))).toEqual([]);
    });

    /** Who fits the condition is out of service while something is looked at. */
    async function without<T>(condition: string, values: unknown[], look: () => Promise<T>): Promise<T> {
      const { database } = life.demo;
      const gone = await database.rows<{ id: string }>(
        `update person set active = false where active and ${condition} returning id`,
        values,
      );
      try {
        return await look();
      } finally {
        const ids = gone.map(({ id }) => id);
        await database.rows('update person set active = true where id = any($1::uuid[])', [ids]);
      }
    }

    const found = async (kind: string): Promise<string[]> =>
      rows(await life.cast.auditor.get(`/orphans?kind=${kind}`)).map(({ subject }) => subject.id);

    it('are found where nobody acts for the unit that holds a ticket or was asked for its opinion', async () => {
      const held = await life.submitted({ severity: 'complex' });
      const assisted = await life.withTownship();
      const question = { unitId: life.unit.department, question: '管线由谁迁移' };
      done(await life.cast.township.act(assisted, 'assist', question));
      const look = async () => ({
        unit: (await found('unit_unstaffed')).includes(held),
        assist: (await found('assist_unstaffed')).includes(assisted),
      });
      expect(await look()).toEqual({ unit: false, assist: false });
      const of = (unitId: string) => without('unit_id = $1', [unitId], look);
      expect(await of(life.unit.township)).toEqual({ unit: true, assist: false });
      expect(await of(life.unit.department)).toEqual({ unit: false, assist: true });
    });

    it('are found where nobody can rule on a request', async () => {
      const id = await life.withTownship();
      const asked = {
        kind: 'return',
        reason: '非本单位职责',
        basis: '三定方案',
        toUnitId: life.unit.department,
      };
      done(await life.cast.township.act(id, 'requests', asked), 201);
      expect(await found('request_unruled')).not.toContain(id);
      const look = () => found('request_unruled');
      expect(await without(`'office_dispatcher' = any(roles)`, [], look)).toContain(id);
    });

    it.each([
      ['officer_missing', 'officer'],
      ['leader_missing', 'leader'],
    ] as const)('are enterprises without anybody: %s', async (kind, name) => {
      const enterprise = (await life.cast.enterprise.get('/me')).body.enterprise.id;
      const person = (await life.cast[name].get('/me')).body.id;
      expect(await found(kind)).not.toContain(enterprise);
      expect(await without('id = $1', [person], () => found(kind))).toContain(enterprise);
    });

    it('are found where a ticket waits for longer than a working day', async () => {
      const { body } = await life.cast.officer.post('/tickets', {
        ...{ title: '待交办', description: '登记后无人交办', category: 'other' },
        enterpriseId: (await life.cast.enterprise.get('/me')).body.enterprise.id,
      });
      const waiting = async () =>
        rows(await life.cast.office.get('/orphans?kind=waiting')).map(({ subject }) => subject.id);
      expect(await waiting()).not.toContain(body.id);
      await life.demo.advance({ advanceWorkdays: 2 });
      expect(await waiting()).toContain(body.id);
    });

    it('are shown to the office alone', async () => {
      expectRefusal(await life.cast.officer.get('/orphans'), 403, 'permission.denied');
      const everything = rows(await life.cast.office.get('/orphans'));
      expect(everything.every(({ what, todo }) => typeof what === 'string' && typeof todo === 'string')).toBe(
        true,
      );
    });
  });
});
