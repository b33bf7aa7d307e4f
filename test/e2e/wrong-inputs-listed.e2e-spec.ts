import { done, openLifecycle, seenBy, type Lifecycle } from './lifecycle-stage';
import { answersTo, listed } from './listed-inputs';
import { neighboursOf, OUTAGE, reported, together, TOGETHER } from './matter-stage';
import { colleagueOf } from './post-stage';

const NOBODY = '01a2018e-8587-70e6-9d52-c6f55495d9b9';
const TODAY = '2023-10-20';

let stage: Lifecycle;
beforeAll(async () => {
  stage = await openLifecycle();
}, 120_000);
afterAll(() => stage.close());

const idOf = async (name: 'officer' | 'township' | 'leader' | 'enterprise' | 'department'): Promise<string> =>
  done(await stage.cast[name].get('/me')).body.id;

describe('the wrong inputs that are listed are answered as listed:', () => {
  it('rules', async () => {
    const { office } = stage.cast;
    const { terms } = done(await office.get('/policies/220105')).body.versions[0];
    const day = { day: '2023-10-24', kind: 'closed', name: '停工', source: '区府办' };
    const calendar = (change: object) => () =>
      office.post('/calendars/220105/changes', { reason: '调整', ...change });
    const policy = (more: object) => () =>
      office.post('/policies/220105/changes', {
        ...{ terms, effectiveOn: '2023-11-01', reason: '提速', ...more },
      });
    const newYear = { day: '2027-01-01', kind: 'holiday', name: '元旦', source: '通知', state: 'official' };
    const lines = await answersTo([
      ['a day that ends before it begins', calendar({ setDays: [{ ...day, until: '2023-10-23' }] })],
      ['hours over midnight', calendar({ weekly: { mon: [['22:00', '02:00']] } })],
      ['no opening for good', calendar({ weekly: {} })],
      ['a notice with a day of another year', calendar({ notice: { year: 2026, days: [newYear] } })],
      ['a change of nothing', calendar({ clearDays: ['2023-10-24'] })],
      ['a change based on a version that is not the last', calendar({ setDays: [day], basedOn: 7 })],
      [
        "another district's calendar",
        () => office.post('/calendars/220106/changes', { setDays: [day], reason: '停工' }),
      ],
      ['terms without the claim', policy({ terms: { ...terms, claim: undefined } })],
      ['an allowance in hours', policy({ terms: { ...terms, claim: { unit: 'hours', count: 1 } } })],
      ['terms as they are', policy({})],
      [
        'terms that work backwards',
        policy({ effectiveOn: '2023-10-19', terms: { ...terms, mostReturns: 9 } }),
      ],
      ['terms based on a version that is not the last', policy({ basedOn: 7 })],
      [
        'a try-out before there was a policy',
        () => office.post('/policies/try-out', { severity: 'complex', start: '2001-01-01T01:00:00Z' }),
      ],
    ]);
    expect(lines).toEqual(listed('Calendars and policies'));
  });

  it('posts', async () => {
    const { office, officer } = stage.cast;
    const [deputy, third] = [
      await colleagueOf(stage, 'officer', 'deputy'),
      await colleagueOf(stage, 'officer', 'third'),
    ];
    const [own, township, enterprise] = [
      await idOf('officer'),
      await idOf('township'),
      await idOf('enterprise'),
    ];
    const hand = (more: object) => () =>
      office.post('/handovers', {
        ...{ fromPersonId: own, toPersonId: deputy.id, effectiveOn: TODAY, reason: '岗位调整', ...more },
      });
    const away = (more: object) => () =>
      office.post('/substitutions', {
        ...{
          personId: own,
          substituteId: deputy.id,
          from: TODAY,
          to: '2023-10-25',
          reason: '年休假',
          ...more,
        },
      });
    const planned = done(await hand({ effectiveOn: '2023-11-20', overCapacity: true })(), 201).body.id;
    const substitution = done(await away({})(), 201).body.id;
    const lines = await answersTo([
      ['a handover to oneself', hand({ toPersonId: own })],
      ['to somebody of another post', hand({ toPersonId: township })],
      ['of somebody without a post', hand({ fromPersonId: enterprise })],
      ['of somebody who is not there', hand({ fromPersonId: NOBODY })],
      ['in the past', hand({ effectiveOn: '2023-10-19' })],
      ['a second one while one is planned', hand({ effectiveOn: '2023-11-21', overCapacity: true })],
      ['a handover that is not there', () => office.get(`/handovers/${NOBODY}`)],
      [
        'cancelled a second time',
        async () => {
          done(await office.delete(`/handovers/${planned}`), 204);
          return office.delete(`/handovers/${planned}`);
        },
      ],
      ['more enterprises than the successor may look after', hand({})],
      ['a substitution that ends before it begins', away({ from: '2023-10-27', to: '2023-10-26' })],
      ['a second one for the same days', away({ from: '2023-10-25', to: '2023-10-26' })],
      [
        'an absence of somebody who stands in for another',
        away({ personId: deputy.id, substituteId: third.id, to: '2023-10-21' }),
      ],
      [
        'for others, by who is not the office',
        () =>
          officer.post('/substitutions', {
            personId: deputy.id,
            substituteId: own,
            from: TODAY,
            to: TODAY,
            reason: '年休假',
          }),
      ],
      [
        'ended a second time',
        async () => {
          done(await office.delete(`/substitutions/${substitution}`), 204);
          return office.delete(`/substitutions/${substitution}`);
        },
      ],
    ]);
    expect(lines).toEqual(listed('Handovers and substitutions'));
  });

  it('task forces', async () => {
    const { office } = stage.cast;
    const order = {
      name: '排水专班',
      purpose: '统筹排水',
      leadPersonId: await idOf('department'),
      memberUnitIds: [stage.unit.township],
    };
    const [ticket, other] = [await stage.submitted(), await stage.submitted()];
    const { id } = done(await office.post('/task-forces', { ...order, ticketIds: [ticket] }), 201).body;
    const found = (more: object) => () =>
      office.post('/task-forces', { ...order, name: '另一专班', ...more });
    const dissolve = (more: object) => () =>
      office.post(`/task-forces/${id}/dissolution`, { note: '任务完成', ...more });
    const elsewhere = [{ ticketId: other, unitId: stage.unit.township }];
    const lines = await answersTo([
      ['a name that is taken', found({ name: order.name })],
      ['a lead who handles no tickets', found({ leadPersonId: await idOf('leader') })],
      ['a member that is a task force itself', found({ memberUnitIds: [id] })],
      ['a task force that is not there', () => office.get(`/task-forces/${NOBODY}`)],
      [
        'the last member taken out',
        () => office.patch(`/task-forces/${id}`, { removeUnitIds: [stage.unit.township] }),
      ],
      ['dissolved while a ticket has nowhere to go', dissolve({})],
      ['with a ticket it does not hold', dissolve({ toUnitId: stage.unit.township, tickets: elsewhere })],
      ['with itself as the destination', dissolve({ toUnitId: id })],
      [
        'dissolved a second time',
        async () => {
          done(await dissolve({ toUnitId: stage.unit.township })());
          return dissolve({})();
        },
      ],
    ]);
    expect(lines).toEqual(listed('Task forces'));
  });

  it('case conferences', async () => {
    const { township, department, leader } = stage.cast;
    const id = await stage.withTownship();
    const { serverNow } = await seenBy(township, id);
    const convene = (more: object) => () =>
      township.act(id, 'convene', {
        subject: '排水管网',
        heldAt: serverNow,
        unitIds: [stage.unit.department],
        ...more,
      });
    const record = { conference: 1, minutes: '各单位发言', decision: '先行疏通' };
    const conclude = (more: object) => () => township.act(id, 'conclude', { ...record, ...more });
    const task = { what: '疏通', dueOn: '2023-10-24' };
    const mine = [
      { ...task, unitId: stage.unit.department },
      { ...task, unitId: stage.unit.township },
    ];
    const lines = await answersTo([
      ['a conference with nobody', convene({ unitIds: [] })],
      ['ten years from now', convene({ heldAt: '2033-01-01T00:00:00Z' })],
      ['concluded though none was called', conclude({})],
      [
        'concluded before it was held',
        async () => {
          done(await convene({ heldAt: '2023-10-20T17:00:00+08:00' })());
          return conclude({})();
        },
      ],
      ['one that is not planned', conclude({ conference: 2 })],
      [
        'concluded by who did not call it',
        async () => {
          done(await township.act(id, 'cancel-conference', { conference: 1, reason: '改期' }));
          done(await convene({})());
          return leader.act(id, 'conclude', { ...record, conference: 2 });
        },
      ],
      ['a task of nobody', conclude({ conference: 2, followUps: [task] })],
      [
        'a task for a day that has passed',
        conclude({ conference: 2, followUps: [{ ...mine[0], dueOn: '2023-10-02' }] }),
      ],
      [
        'a task finished though there is none',
        () => township.act(id, 'finish-follow-up', { followUp: 1, result: '已办' }),
      ],
      [
        'a task that is not open',
        async () => {
          done(await conclude({ conference: 2, followUps: mine })());
          return township.act(id, 'finish-follow-up', { followUp: 9, result: '已办' });
        },
      ],
      ["somebody else's task", () => department.act(id, 'finish-follow-up', { followUp: 2, result: '已办' })],
    ]);
    expect(lines).toEqual(listed('Case conferences'));
  });

  it('matters', async () => {
    const { office, township, enterprise } = stage.cast;
    const ids = await reported(stage, await neighboursOf(stage));
    const [extra, complaint] = [
      await stage.submitted(),
      await stage.submitted({ aboutPersonId: await idOf('township') }),
    ];
    const gone = await stage.submitted();
    done(await enterprise.act(gone, 'withdraw', { reason: '不办了' }));
    const matterId = await together(stage, ids);
    const make = (ticketIds: readonly (string | undefined)[]) => () =>
      office.post('/matters', { title: '停电', leadTicketId: ticketIds[0], ticketIds, reason: '同一件事' });
    const answer =
      (body: object = TOGETHER) =>
      () =>
        office.post(`/matters/${matterId}/answer`, body);
    const lines = await answersTo([
      ['a ticket that is not there', make([extra, NOBODY])],
      ['a ticket of another matter', make([ids[0], extra])],
      ['the lead alone', make([extra])],
      ['a complaint among others', make([extra, complaint])],
      ['a ticket that has ended', make([extra, gone])],
      ['a matter that is not there', () => office.post(`/matters/${NOBODY}/answer`, TOGETHER)],
      ['put together by who is not the office', () => township.post('/matters', { ...OUTAGE })],
      ['the lead taken out', () => office.delete(`/matters/${matterId}/tickets/${ids[0]!}`)],
      ['a ticket taken out that is not in it', () => office.delete(`/matters/${matterId}/tickets/${extra}`)],
      ['an answer without its route', answer({ ...TOGETHER, route: ' ' })],
      [
        'a second answer that says something else',
        async () => {
          done(await answer()());
          return answer({ ...TOGETHER, result: '另一种结果' })();
        },
      ],
      ['dissolved after its answer', () => office.delete(`/matters/${matterId}`)],
      [
        'added to after it was dissolved',
        async () => {
          const other = done(await make([extra, await stage.submitted()])(), 201).body.id;
          done(await office.delete(`/matters/${other}`), 204);
          return office.post(`/matters/${other}/tickets`, { ticketIds: [extra] });
        },
      ],
      [
        'answered while nothing can be',
        async () => {
          const waiting = await stage.withTownship();
          const also = await stage.withTownship();
          const other = done(await make([waiting, also])(), 201).body.id;
          for (const id of [waiting, also]) {
            done(await township.act(id, 'request-info', { items: ['停电通知'] }));
          }
          return office.post(`/matters/${other}/answer`, TOGETHER);
        },
      ],
    ]);
    expect(lines).toEqual(listed('Similar matters'));
  });
});
