import { CAST, PEOPLE, type PersonName } from '../../../../test/support/ticket-cast';
import { november } from '../../../../test/support/november';
import { routed, TicketStory } from '../../../../test/support/ticket-stage';
import type { Ticket } from '../ticket/ticket';
import { isHolder, standingsOf } from '../ticket/standing';
import { OWN_POST_ONLY, type PersonActor } from './actor';
import { scopeOf, withinScope } from './scope';

const MONDAY = november('02T09:00');

const readers = (ticket: Ticket): PersonName[] =>
  PEOPLE.filter((name) => withinScope(scopeOf(CAST[name]), ticket));

describe('who may read a ticket', () => {
  it('is its enterprise, its officer, its district’s office, leaders, auditor and administrator, and the city', () => {
    expect(readers(new TicketStory(MONDAY).ticket)).toEqual([
      ...['enterprise', 'officer', 'office', 'leader', 'otherLeader', 'city', 'auditor', 'administrator'],
    ]);
  });

  it('is the unit that holds it too, with all its handlers', () => {
    const held = readers(routed(MONDAY, { severity: 'complex' }).ticket);
    expect(held).toEqual(expect.arrayContaining(['township', 'townshipColleague']));
    expect(held).not.toContain('department');
  });

  it('is the unit that held it, also after it has moved on, and the one that assists', () => {
    const story = routed(MONDAY, { severity: 'complex' }).take('dispatch', 'office', november('03T09:00'), {
      holder: { tier: 3, unitId: 'department', personId: null },
      assistUnitIds: ['task-force'],
    });
    expect(readers(story.ticket)).toEqual(expect.arrayContaining(['township', 'department', 'taskForce']));
  });

  it('is nobody of another district and no other enterprise', () => {
    const strangers = ['otherEnterprise', 'otherOfficer', 'foreignOffice', 'foreignLeader', 'otherTownship'];
    const seen = readers(routed(MONDAY, { severity: 'complex' }).ticket);
    expect(seen.filter((name) => strangers.includes(name))).toEqual([]);
  });

  it('of a confidential ticket is of the leaders the paired one alone', () => {
    const seen = readers(new TicketStory(MONDAY, { confidential: true }).ticket);
    expect(seen).toContain('leader');
    expect(seen).not.toContain('otherLeader');
  });

  describe('of who has come after a leader', () => {
    const successor = (more: object): PersonActor => ({
      ...CAST.otherLeader,
      duties: { ...OWN_POST_ONLY, ...more },
    });
    const secret = new TicketStory(MONDAY, { confidential: true }).ticket;
    const complaint = new TicketStory(MONDAY, { aboutPersonId: 'leader' }).ticket;
    const may = (actor: PersonActor, ticket: Ticket) => [
      withinScope(scopeOf(actor), ticket),
      standingsOf(actor, ticket).has('leader'),
    ];

    it('is the confidential ticket too, and a complaint about the one before as before', () => {
      const heir = successor({ leadsForIds: ['leader'] });
      expect([may(heir, secret), may(heir, complaint)]).toEqual([
        [true, true],
        [true, true],
      ]);
      const held = { ...routed(MONDAY).ticket, holderPersonId: 'leader', heldPersonIds: ['leader'] };
      expect(isHolder({ ...heir, roles: ['liaison_officer'] }, held)).toBe(false);
    });

    it('is no complaint about whose place is taken for a while', () => {
      const substitute = successor({ standsInForIds: ['leader'] });
      expect([may(substitute, secret), may(substitute, complaint)]).toEqual([
        [true, true],
        [false, false],
      ]);
    });
  });

  it.each(['officer', 'leader', 'office', 'township', 'auditor'] as const)(
    'is never the %s the ticket is about, whatever else would let them',
    (about) => {
      const story = routed(MONDAY, { aboutPersonId: CAST[about].id });
      const held = { ...story.ticket, heldPersonIds: [CAST[about].id], heldUnitIds: ['township', 'office'] };
      expect(readers(held)).not.toContain(about);
    },
  );
});
