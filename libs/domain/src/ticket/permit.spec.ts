import { november } from '../../../../test/support/november';
import { CAST, CAST_NAMES } from '../../../../test/support/ticket-cast';
import { permitted, routed, TicketStory } from '../../../../test/support/ticket-stage';
import { STATUSES } from './axes';
import { ACTIONS, PERSON_ACTIONS, ruleOf } from './lifecycle';
import { allowedActions, fitsStatus, mayAct } from './permit';
import type { Ticket } from './ticket';

const MONDAY = november('02T09:00');
const TICKETS: readonly Ticket[] = [
  new TicketStory(MONDAY).ticket,
  routed(MONDAY).ticket,
  routed(MONDAY, { severity: 'complex' }).ticket,
  routed(MONDAY, { severity: 'major', confidential: true }).ticket,
  routed(MONDAY, { aboutPersonId: 'officer' }).ticket,
];

describe('what an actor may do', () => {
  it('is for an officer not to take a ticket from above the township, nor to dispatch without one', () => {
    const up = routed(MONDAY).take('escalate', 'officer', MONDAY + 1);
    up.take('escalate', 'township', MONDAY + 2);
    expect(allowedActions(CAST.officer, up.ticket)).not.toContain('dispatch');
    expect(up.refusal('dispatch', 'officer', MONDAY + 3)).toBe('unit.not_allowed');
    const nowhere = { ...routed(MONDAY).ticket, townshipId: null };
    expect(allowedActions(CAST.officer, nowhere)).not.toContain('dispatch');
    expect(allowedActions(CAST.office, nowhere)).toContain('dispatch');
  });

  it('is what the table allows somebody standing so, in this status', () => {
    for (const base of TICKETS) {
      for (const status of STATUSES) {
        const ticket = { ...base, status };
        for (const name of CAST_NAMES) {
          const allowed = allowedActions(CAST[name], ticket);
          const possible = PERSON_ACTIONS.filter((action) => permitted(action, CAST[name], ticket).ok);
          expect([name, status, allowed]).toEqual([name, status, possible]);
        }
      }
    }
  });

  it('leaves out what has been used up', () => {
    const ticket = { ...routed(MONDAY).ticket, infoRound: 1, escalationKeys: ['1:1:manual'] };
    expect(allowedActions(CAST.officer, ticket)).not.toContain('requestInfo');
    expect(allowedActions(CAST.officer, ticket)).not.toContain('escalate');
    expect(allowedActions(CAST.office, { ...ticket, escalationKeys: [], tier: 5 })).not.toContain('escalate');
  });

  it.each([
    ['rejected', []],
    ['withdrawn', []],
    ['closed', ['office: reopen']],
    ['merged', ['office: unmerge', 'system: unmerge']],
  ] as const)('on a ticket that is %s is %p', (status, expected) => {
    const ticket = { ...TICKETS[1], status } as Ticket;
    const offered = CAST_NAMES.flatMap((name) =>
      allowedActions(CAST[name], ticket).map((action) => `${name}: ${action}`),
    );
    expect(offered).toEqual(expected);
  });
});

describe('a refusal', () => {
  const { ticket } = new TicketStory(MONDAY);

  it('names who may do it instead', () => {
    expect(mayAct('claim', CAST.office, ticket)).toMatchObject({
      refusal: { code: 'ticket.not_holder', detail: '“认领”只能由当前承办人进行' },
    });
    expect(mayAct('close', CAST.enterprise, ticket)).toMatchObject({
      refusal: { code: 'ticket.not_permitted', detail: '“销号”只能由调度办进行' },
    });
  });

  it('names the statuses it may be done in', () => {
    expect(fitsStatus('confirm', ticket)).toMatchObject({
      refusal: { code: 'ticket.wrong_status', detail: '诉求现为“待受理”，“确认销号”只能在已答复时进行' },
    });
  });

  it('of a narrowed status names those it is narrowed to', () => {
    const dispatched = { ...ticket, status: 'dispatched' } as const;
    expect(mayAct('requestInfo', CAST.office, dispatched)).toMatchObject({
      refusal: { code: 'ticket.not_holder' },
    });
  });

  it('of what is the system’s own is given to every person', () => {
    const own = ACTIONS.filter((action) => !PERSON_ACTIONS.includes(action));
    expect(own).toEqual(['route', 'lapseInfo']);
    for (const action of own) {
      expect(mayAct(action, CAST.office, { ...ticket, status: ruleOf(action).from[0] ?? 'closed' }).ok).toBe(
        false,
      );
      expect(mayAct(action, CAST.system, ticket).ok).toBe(true);
    }
  });
});
