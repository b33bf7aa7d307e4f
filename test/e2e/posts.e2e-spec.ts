import { HandoverRounds } from '@zhuqi/worker';
import type { Answer } from '../support/demo-app';
import {
  ANSWER,
  done,
  expectRefusal,
  noticesOf,
  openLifecycle,
  seenBy,
  type Lifecycle,
} from './lifecycle-stage';
import { colleagueOf, day, type Colleague } from './post-stage';

type Row = Record<string, Answer['body']>;

const rows = (answer: Answer): Row[] => done(answer).body.items;

describe('posts that change hands', () => {
  let life: Lifecycle;
  let rounds: HandoverRounds;

  beforeAll(async () => {
    life = await openLifecycle();
    rounds = life.demo.app.get(HandoverRounds, { strict: false });
  }, 120_000);

  afterAll(() => life.close());

  const ownId = async (name: 'officer' | 'township' | 'leader' | 'office'): Promise<string> =>
    (await life.cast[name].get('/me')).body.id;

  const order = (fromPersonId: string, toPersonId: string, effectiveOn: string, more: object = {}) => ({
    ...{ fromPersonId, toPersonId, effectiveOn, reason: '岗位调整' },
    ...more,
  });

  describe('planned', () => {
    let township: string;
    let heir: Colleague;
    let ticket: string;
    let handover: string;

    beforeAll(async () => {
      township = await ownId('township');
      heir = await colleagueOf(life, 'township', 'heir');
      ticket = await life.withTownship();
      const tomorrow = await day(life, 1);
      const made = await life.cast.office.post('/handovers', order(township, heir.id, tomorrow));
      handover = done(made, 201).body.id;
    }, 60_000);

    it('change nothing before their day', async () => {
      await rounds.tick();
      expect((await seenBy(life.cast.office, ticket)).holder.person.id).toBe(township);
      expect((await life.cast.office.get(`/handovers/${handover}`)).body).toMatchObject({
        ...{ state: 'planned', doneAt: null, tickets: [] },
      });
    });

    it('are one for a person at a time', async () => {
      const again = order(township, heir.id, await day(life, 2));
      expectRefusal(await life.cast.office.post('/handovers', again), 409, 'handover.already_planned');
    });

    it('take effect on their day, once for two workers', async () => {
      await life.demo.advance({ advanceWorkdays: 1 });
      await Promise.all([rounds.tick(), rounds.tick()]);
      await life.demo.settle();
      const file = done(await life.cast.office.get(`/handovers/${handover}`)).body;
      expect(file.state).toBe('done');
      expect(file.tickets.map(({ id }: Row) => id)).toContain(ticket);
      expect((await seenBy(life.cast.office, ticket)).holder.person.id).toBe(heir.id);
      const log = rows(await life.cast.office.get(`/tickets/${ticket}/timeline`));
      expect(log.filter(({ type }) => type === 'handedOver')).toHaveLength(1);
    });

    it('cannot be cancelled once they have taken effect', async () => {
      expectRefusal(await life.cast.office.delete(`/handovers/${handover}`), 409, 'handover.not_planned');
    });

    it('can be cancelled before, and are then nobody’s', async () => {
      const made = await life.cast.office.post('/handovers', order(heir.id, township, await day(life, 3)));
      const { id } = done(made, 201).body;
      done(await life.cast.office.delete(`/handovers/${id}`), 204);
      expect((await life.cast.office.get('/handovers?state=cancelled')).body.items).toHaveLength(1);
      await life.demo.advance({ advanceWorkdays: 3 });
      await rounds.tick();
      expect((await seenBy(life.cast.office, ticket)).holder.person.id).toBe(heir.id);
    });

    it('whose successor has left are told to the office', async () => {
      const gone = await colleagueOf(life, 'township', 'gone');
      const made = await life.cast.office.post('/handovers', order(heir.id, gone.id, await day(life, 1)));
      await life.demo.database.rows('update person set active = false where id = $1', [gone.id]);
      await rounds.tick();
      const found = rows(await life.cast.office.get('/orphans?kind=handover_stuck'));
      expect(found.map(({ subject }) => subject.id)).toEqual([done(made, 201).body.id]);
      expect(found[0]?.['todo']).toContain('取消');
      done(await life.cast.office.delete(`/handovers/${made.body.id}`), 204);
    });
  });

  describe('refused', () => {
    it.each([
      ['to oneself', 'officer', 'officer', 'post.same_person', '/toPersonId'],
      ['of another kind', 'officer', 'township', 'post.other_role', '/toPersonId'],
      ['of no post', 'enterprise', 'officer', 'post.none', '/fromPersonId'],
    ] as const)('%s', async (_, from, to, code, pointer) => {
      const ids = await Promise.all(
        [from, to].map(async (name) => (await life.cast[name].get('/me')).body.id),
      );
      const asked = order(ids[0], ids[1], await day(life));
      expectRefusal(await life.cast.office.post('/handovers/preview', asked), 422, code, pointer);
    });

    it('in the past', async () => {
      const heir = await colleagueOf(life, 'officer', 'too-late');
      const asked = order(await ownId('officer'), heir.id, await day(life, -1));
      expectRefusal(
        await life.cast.office.post('/handovers', asked),
        422,
        'handover.effective_on',
        '/effectiveOn',
      );
    });

    it('to whoever is not the office, and out of another district’s sight', async () => {
      const asked = order(await ownId('officer'), await ownId('township'), await day(life));
      expectRefusal(await life.cast.officer.post('/handovers', asked), 403, 'permission.denied');
      const [foreign] = await life.demo.database.rows<{ id: string }>(
        `select id from person where region_code = '220106' and 'liaison_officer' = any(roles) limit 1`,
      );
      const theirs = order(foreign?.id ?? '', await ownId('officer'), await day(life));
      expectRefusal(
        await life.cast.office.post('/handovers/preview', theirs),
        422,
        'person.unknown',
        '/fromPersonId',
      );
      expectRefusal(
        await life.cast.office.get('/handovers/00000000-0000-7000-8000-000000000000'),
        404,
        'handover.not_found',
      );
    });
  });

  describe('for good', () => {
    it('give what is reopened later to the successor as well', async () => {
      const leaver = await colleagueOf(life, 'township', 'leaver');
      const heir = await colleagueOf(life, 'township', 'leavers-heir');
      const id = await life.submitted({ severity: 'complex' });
      done(await leaver.caller.act(id, 'claim'));
      done(await leaver.caller.act(id, 'answer', ANSWER));
      done(await life.cast.enterprise.act(id, 'confirm', { solved: 'yes', rating: 5 }));
      const asked = order(leaver.id, heir.id, await day(life), { leaves: true });
      done(await life.cast.office.post('/handovers', asked), 201);
      done(await life.cast.office.act(id, 'reopen', { reason: '回访发现仍积水' }));
      expect((await seenBy(life.cast.office, id)).holder.person.id).toBe(heir.id);
      done(await heir.caller.act(id, 'answer', ANSWER));
    });

    it('take a complaint about the successor to the office', async () => {
      const leaver = await colleagueOf(life, 'township', 'fair');
      const heir = await colleagueOf(life, 'township', 'accused');
      const id = await life.submitted({ aboutPersonId: heir.id });
      done(await life.cast.office.act(id, 'dispatch', { unitId: life.unit.township }));
      done(await leaver.caller.act(id, 'claim'));
      const made = await life.cast.office.post('/handovers', order(leaver.id, heir.id, await day(life)));
      expect(done(made, 201).body.tickets).toEqual([expect.objectContaining({ id, cause: 'complaint' })]);
      expect((await seenBy(life.cast.office, id)).holder).toMatchObject({ unit: { id: life.unit.office } });
      expect((await heir.caller.get(`/tickets/${id}`)).status).toBe(404);
    });

    it('let a new leader know of what only the old one knew', async () => {
      const heir = await colleagueOf(life, 'leader', 'new-leader');
      const id = await life.submitted({ confidential: true });
      expect((await heir.caller.get(`/tickets/${id}`)).status).toBe(404);
      const asked = order(await ownId('leader'), heir.id, await day(life), { leaves: true });
      const made = done(await life.cast.office.post('/handovers', asked), 201).body;
      expect(made.pairings.length).toBeGreaterThan(0);
      const fresh = await life.demo.signIn('new-leader');
      done(await fresh.act(id, 'instruct', { text: '请专题研究' }));
      const [instructed] = rows(await life.cast.office.get(`/tickets/${id}/timeline`)).slice(-1);
      expect(instructed?.['actor']).toMatchObject({ id: heir.id, onBehalfOf: { id: asked.fromPersonId } });
      const enterprise = (await life.cast.enterprise.get('/me')).body.enterprise.id;
      const card = (await life.cast.office.get(`/enterprises/${enterprise}`)).body;
      expect(card.leader.id).toBe(heir.id);
    });
  });

  describe('for a while', () => {
    let officer: string;
    let deputy: Colleague;
    let ticket: string;
    let substitution: string;

    beforeAll(async () => {
      officer = await ownId('officer');
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
      done(await life.cast.office.act(ticket, 'dispatch', { unitId, personId: officer }));
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
      const fresh = await life.demo.signIn('deputy');
      expect((await fresh.get(`/tickets/${ticket}`)).status).toBe(404);
      done(await life.cast.officer.post('/substitutions', await away(0, 1)), 201);
    });
  });

  describe('not at all', () => {
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
