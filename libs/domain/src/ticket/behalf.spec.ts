import { CAST, districtChain } from '../../../../test/support/ticket-cast';
import { november } from '../../../../test/support/november';
import { atOfficer, atTownship } from '../../../../test/support/ticket-requests';
import type { PersonActor } from '../access';
import { act } from '../../../../test/support/ticket-plays';
import { routed, TicketStory } from '../../../../test/support/ticket-stage';
import { behalfOf } from './behalf';

/** The other officer while the officer is away. */
const substitute: PersonActor = {
  ...CAST.otherOfficer,
  pairedEnterpriseIds: ['rival', 'enterprise'],
  duties: { ...CAST.otherOfficer.duties, standsInForIds: ['officer'] },
};

describe('what is done in somebody’s place', () => {
  it('is done for the holder or the officer whose place is taken', () => {
    expect(behalfOf(substitute, atOfficer().ticket, districtChain)).toBe('officer');
    expect(behalfOf(substitute, atTownship().ticket, districtChain)).toBe('officer');
  });

  it('is nobody’s but one’s own for who stands to the ticket itself', () => {
    const { ticket } = atOfficer();
    expect(behalfOf(substitute, ticket, { ...districtChain, officerId: substitute.id })).toBeNull();
    expect(behalfOf(CAST.officer, ticket, districtChain)).toBeNull();
    expect(behalfOf(CAST.system, ticket, districtChain)).toBeNull();
    const colleague = {
      ...CAST.townshipColleague,
      duties: { ...substitute.duties, standsInForIds: ['wang'] },
    };
    expect(behalfOf(colleague, atTownship().ticket, districtChain)).toBeNull();
  });

  it('of a leader is nobody’s for who has come after it, and the present one’s for its substitute', () => {
    const secret = new TicketStory(november('02T09:00'), { confidential: true }).ticket;
    const chain = { ...districtChain, leaderId: 'leader-b' };
    const duties = { ...substitute.duties, standsInForIds: [], leadsForIds: ['leader'] };
    const successor = { ...CAST.otherLeader, duties };
    expect(behalfOf(successor, secret, chain)).toBeNull();
    const away = { ...successor, id: 'leader-d', duties: { ...duties, standsInForIds: ['leader-b'] } };
    expect(behalfOf(away, secret, chain)).toBe('leader-b');
  });

  it('says so in every event and takes nothing away from the holder', () => {
    const story = routed(november('02T09:00'));
    const ctx = {
      ...story.context('officer', november('02T10:00')),
      actor: substitute,
      onBehalfOfId: 'officer',
    };
    const claimed = act(story.ticket, 'claim', ctx);
    if (!claimed.ok) throw new Error(claimed.refusal.code);
    expect(claimed.value.ticket).toMatchObject({ status: 'in_progress', holderPersonId: 'officer' });
    expect(claimed.value.events).toMatchObject([
      { actor: { id: substitute.id }, data: { personId: 'officer', onBehalfOfId: 'officer' } },
    ]);
  });
});
