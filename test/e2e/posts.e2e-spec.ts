import { ActorBook, TakeAction, UnitOfWork } from '@zhuqi/application';
import { HandoverRounds } from '@zhuqi/worker';
import {
  ANSWER,
  done,
  expectRefusal,
  noticesOf,
  openLifecycle,
  seenBy,
  type Lifecycle,
} from './lifecycle-stage';
import { colleagueOf, day, order, rows, type Colleague, type Row } from './post-stage';

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
    ] as const)('%s', async (...[, from, to, code, pointer]) => {
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

    it('of nothing, unless the person leaves or the day is still to come', async () => {
      const idle = await colleagueOf(life, 'township', 'idle');
      const heir = await colleagueOf(life, 'township', 'idles-heir');
      const today = await day(life);
      const before = rows(await life.cast.office.get('/handovers?limit=100')).length;
      for (const route of ['/handovers', '/handovers/preview']) {
        const made = await life.cast.office.post(route, order(idle.id, heir.id, today));
        expectRefusal(made, 409, 'handover.empty');
      }
      expect(rows(await life.cast.office.get('/handovers?limit=100'))).toHaveLength(before);
      const later = await life.cast.office.post('/handovers', order(idle.id, heir.id, await day(life, 1)));
      done(await life.cast.office.delete(`/handovers/${done(later, 201).body.id}`), 204);
      const leaving = order(idle.id, heir.id, today, { leaves: true });
      expect(done(await life.cast.office.post('/handovers', leaving), 201).body.state).toBe('done');
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
      expect(instructed?.['actor']).toEqual({ kind: 'person', id: heir.id, name: expect.any(String) });
      const enterprise = (await life.cast.enterprise.get('/me')).body.enterprise.id;
      const card = (await life.cast.office.get(`/enterprises/${enterprise}`)).body;
      expect(card.leader.id).toBe(heir.id);
    });
  });

  describe('along with the post', () => {
    it('take what conferences have left to do, also of tickets that have ended', async () => {
      const leaver = await colleagueOf(life, 'department', 'charged');
      const heir = await colleagueOf(life, 'department', 'charged-heir');
      const id = await life.withTownship();
      const { serverNow } = await seenBy(life.cast.township, id);
      const invited = { subject: '管线迁改', heldAt: serverNow, personIds: [leaver.id] };
      done(await life.cast.township.act(id, 'convene', invited));
      const followUps = [{ what: '迁改管线', personId: leaver.id, dueOn: '2023-12-29' }];
      const decided = { conference: 1, minutes: '各方发言', decision: '迁改', followUps };
      done(await life.cast.township.act(id, 'conclude', decided));
      done(await life.cast.enterprise.act(id, 'withdraw', { reason: '已自行解决' }));
      expect((await heir.caller.get(`/tickets/${id}`)).status).toBe(404);
      const asked = order(leaver.id, heir.id, await day(life), { leaves: true });
      const preview = done(await life.cast.office.post('/handovers/preview', asked)).body;
      expect(preview.tickets).toEqual([expect.objectContaining({ id, cause: 'follow_up' })]);
      const made = done(await life.cast.office.post('/handovers', asked), 201).body;
      await life.demo.settle();
      const file = done(await life.cast.office.get(`/handovers/${made.id}`)).body;
      expect(file.tickets).toEqual(preview.tickets);
      expect(await noticesOf(heir.caller, id)).toContain('followUp');
      done(await heir.caller.act(id, 'finish-follow-up', { followUp: 1, result: '已迁改' }));
      const log = rows(await life.cast.enterprise.get(`/tickets/${id}/timeline?limit=100`));
      expect(log.map(({ type }) => type)).not.toContain('followUpsReassigned');
    });

    it('take no complaint about the successor: it does not stay with the task force it leads now', async () => {
      const leaver = await colleagueOf(life, 'department', 'old-lead');
      const heir = await colleagueOf(life, 'department', 'new-lead');
      const id = await life.submitted({ aboutPersonId: heir.id });
      const force = {
        ...{ name: '供电专班', purpose: '统筹', leadPersonId: leaver.id },
        ...{ memberUnitIds: [life.unit.township], ticketIds: [id] },
      };
      done(await life.cast.office.post('/task-forces', force), 201);
      const asked = order(leaver.id, heir.id, await day(life));
      const made = done(await life.cast.office.post('/handovers', asked), 201).body;
      expect(made.tickets).toEqual([expect.objectContaining({ id, cause: 'complaint' })]);
      expect((await seenBy(life.cast.office, id)).holder).toMatchObject({ unit: { id: life.unit.office } });
      const log = rows(await life.cast.enterprise.get(`/tickets/${id}/timeline?limit=100`));
      expect(log.find(({ type }) => type === 'handedOver')?.['data']).toEqual({
        tier: 4,
        unitId: life.unit.office,
        personId: null,
      });
    });
  });

  describe('while others write', () => {
    it('leave nothing with the predecessor that was given to it meanwhile', async () => {
      const leaver = await colleagueOf(life, 'township', 'crossing');
      const heir = await colleagueOf(life, 'township', 'crossing-heir');
      const id = await life.submitted({ severity: 'complex' });
      const { app } = life.demo;
      const [work, takeAction] = [app.get(UnitOfWork), app.get(TakeAction, { strict: false })];
      const asked = order(leaver.id, heir.id, await day(life), { leaves: true });
      const input = () => ({ unitId: life.unit.township, personId: leaver.id });
      const version = (await seenBy(life.cast.office, id)).version;
      const { actor } = (await app.get(ActorBook).find(await ownId('office'), leaver.id)) ?? {};
      if (actor === undefined) throw new Error('nobody at the office');
      await work.run(async (tx) => {
        await takeAction.within(tx, {
          action: 'dispatch',
          ticketId: id,
          actor,
          expectedVersion: version,
          input,
        });
        done(await life.cast.office.post('/handovers', asked), 201);
      });
      expect((await seenBy(life.cast.office, id)).holder.person.id).toBe(leaver.id);
      await Promise.all([rounds.tick(), rounds.tick()]);
      await life.demo.settle();
      expect((await seenBy(life.cast.office, id)).holder.person.id).toBe(heir.id);
      const log = rows(await life.cast.office.get(`/tickets/${id}/timeline`));
      expect(log.filter(({ type }) => type === 'handedOver')).toHaveLength(1);
    });

    it('are one when two are asked for at once', async () => {
      const leaver = await colleagueOf(life, 'township', 'wanted-twice');
      const heirs = [
        await colleagueOf(life, 'township', 'first-heir'),
        await colleagueOf(life, 'township', 'second-heir'),
      ];
      const id = await life.submitted({ severity: 'complex' });
      done(await leaver.caller.act(id, 'claim'));
      const today = await day(life);
      const made = await Promise.all(
        heirs.map((heir) => life.cast.office.post('/handovers', order(leaver.id, heir.id, today))),
      );
      expect(made.map(({ status }) => status).sort()).toEqual([201, 409]);
      const [won, lost] = [...made].sort((left, right) => left.status - right.status);
      expect(won?.body.tickets).toEqual([expect.objectContaining({ id })]);
      expect(lost?.body.code).toBe('handover.empty');
      expect((await seenBy(life.cast.office, id)).holder.person.id).toBe(won?.body.to.id);
    });
  });
});
