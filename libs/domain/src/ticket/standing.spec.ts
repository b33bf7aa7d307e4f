import fc from 'fast-check';
import { CAST, CAST_NAMES } from '../../../../test/support/ticket-cast';
import { november } from '../../../../test/support/november';
import { routed, TicketStory } from '../../../../test/support/ticket-stage';
import { OWN_POST_ONLY, ROLES, scopeOf, withinScope, type PersonActor } from '../access';
import { allowedActions } from './permit';
import { standingsOf } from './standing';

const MONDAY = november('02T09:00');
const standings = (story: TicketStory) =>
  Object.fromEntries(
    CAST_NAMES.map((name) => [name, [...standingsOf(CAST[name], story.ticket)]]).filter(
      ([, list]) => (list as string[]).length > 0,
    ),
  ) as Record<string, string[]>;

describe('how people stand to a ticket', () => {
  it('is what they are to its enterprise, its district and its holder', () => {
    expect(standings(routed(MONDAY))).toEqual({
      enterprise: ['enterprise'],
      officer: ['officer', 'holder'],
      office: ['office'],
      leader: ['leader'],
      otherLeader: ['leader'],
      city: ['city'],
      system: ['system'],
    });
  });

  it('of the handlers of the holding unit is holder, claimed or not', () => {
    const story = routed(MONDAY, { severity: 'complex' });
    expect(standings(story)).toMatchObject({ township: ['holder'], townshipColleague: ['holder'] });
    story.take('claim', 'township', november('02T10:00'));
    expect(standings(story)).toMatchObject({ township: ['holder'], townshipColleague: ['holder'] });
  });

  it('of the officer who sits in the holding unit is not holder: sitting there is not handling', () => {
    expect(standings(routed(MONDAY, { severity: 'major' }))['officer']).toEqual(['officer']);
  });
});

describe('a complaint about the officer', () => {
  const complaint = (): TicketStory => routed(MONDAY, { aboutPersonId: 'officer', severity: 'simple' });

  it('goes to the office and never to that officer', () => {
    expect(complaint().ticket).toMatchObject({ tier: 4, holderUnitId: 'office', holderPersonId: null });
  });

  it('is invisible to that officer, who can do nothing with it', () => {
    const { ticket } = complaint();
    expect(withinScope(scopeOf(CAST.officer), ticket)).toBe(false);
    expect([...standingsOf(CAST.officer, ticket)]).toEqual([]);
    expect(allowedActions(CAST.officer, ticket)).toEqual([]);
  });

  it('stays so even if it came into that officer’s hands', () => {
    const { ticket } = complaint();
    const held = { ...ticket, holderPersonId: 'officer', heldPersonIds: ['officer'] };
    expect([...standingsOf(CAST.officer, held)]).toEqual([]);
    expect(withinScope(scopeOf(CAST.officer), held)).toBe(false);
  });
});

describe('a confidential ticket', () => {
  it('has the paired leader, and no other leader stands to it', () => {
    const story = routed(MONDAY, { confidential: true });
    expect(standings(story)).toMatchObject({ leader: ['leader'] });
    expect(standings(story)['otherLeader']).toBeUndefined();
  });
});

describe('whoever may not read a ticket', () => {
  const id = fc.constantFrom('owner', 'officer', 'wang', 'leader', 'nobody');
  const regions = fc.subarray(['220105', '220106']);
  const person = fc.record({
    id,
    role: fc.constantFrom(...ROLES),
    regionCodes: regions,
    unitId: fc.constantFrom(null, 'township', 'department', 'other-township'),
    enterpriseId: fc.constantFrom(null, 'enterprise', 'rival'),
    pairedEnterpriseIds: fc.subarray(['enterprise', 'rival']),
    duties: fc.constant(OWN_POST_ONLY),
  });
  /** An office or city handler answers for a unit of a region it belongs to; anyone else’s unit is its own. */
  const wellFormed = (actor: PersonActor): boolean =>
    actor.regionCodes.includes('220105') || actor.unitId === null;

  it('does not stand to it either', () => {
    const severities = fc.constantFrom('simple', 'complex', 'major');
    const about = fc.constantFrom(undefined, 'officer', 'wang');
    fc.assert(
      fc.property(
        person,
        severities,
        fc.boolean(),
        about,
        ({ role, ...rest }, severity, confidential, aboutPersonId) => {
          const actor: PersonActor = {
            kind: 'person',
            name: '',
            roles: [role],
            regionCode: '220105',
            ...rest,
          };
          fc.pre(wellFormed(actor));
          const said = {
            severity,
            confidential,
            ...(aboutPersonId === undefined ? {} : { aboutPersonId }),
          } as const;
          const { ticket } = routed(MONDAY, said);
          const holdsInPerson = ticket.holderPersonId === actor.id && role !== 'liaison_officer';
          fc.pre(!holdsInPerson);
          if (withinScope(scopeOf(actor), ticket)) return;
          expect([...standingsOf(actor, ticket)]).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
