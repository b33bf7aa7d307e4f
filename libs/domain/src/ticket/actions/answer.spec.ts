import { inNovember, november } from '../../../../../test/support/november';
import { CAST } from '../../../../../test/support/ticket-cast';
import { contextOf, routed, TicketStory } from '../../../../../test/support/ticket-stage';
import { answer } from './answer';
import { chainReport } from '../../responsibility/chain-report';
import { districtCalendar } from '../../../../../test/support/november';

const MONDAY = november('02T09:00');
const ON_THE_SPOT = { outcome: 'answered_on_spot', route: '现场解答', result: '已说明办理途径' } as const;

const inHand = (): TicketStory => routed(MONDAY).take('claim', 'officer', november('02T10:00'));

describe('an answer', () => {
  it('names a responsible unit, a route and a result', () => {
    const at = november('03T09:00');
    const said = { outcome: 'resolved', route: '现场协调', result: '已接电' } as const;
    expect(inHand().refusal('answer', 'officer', at, { ...said, route: ' ' })).toBe('ticket.missing_route');
    expect(inHand().refusal('answer', 'officer', at, { ...said, result: '' })).toBe('ticket.missing_result');
    expect(inHand().take('answer', 'officer', at, said).ticket).toMatchObject({
      status: 'answered',
      responsibleUnitId: 'office',
      route: '现场协调',
      result: '已接电',
      answeredAt: at,
    });
  });

  it('is refused without a responsible unit: a person of no unit must name one', () => {
    const withoutUnit = contextOf({ ...CAST.officer, unitId: null }, november('03T09:00'));
    const said = { outcome: 'resolved', route: '现场协调', result: '已接电' } as const;
    const decision = answer(inHand().ticket, said, withoutUnit);
    expect(decision).toMatchObject({ refusal: { code: 'ticket.missing_responsible_unit' } });
  });

  it('ends what was owed to the enterprise, and pauses the promise and the leg', () => {
    const story = routed(MONDAY, { severity: 'complex' }).take('claim', 'township', november('02T10:00'));
    story.take('supervise', 'office', november('02T11:00')).take('answer', 'township', november('03T10:00'));
    expect(Object.fromEntries(story.ticket.clocks.map((clock) => [clock.kind, clock.state]))).toEqual({
      claim: 'stopped',
      leg: 'paused',
      firstContact: 'stopped',
      reply: 'stopped',
      resolve: 'paused',
      supervise: 'stopped',
    });
  });

  it('is only given on the spot before anybody has claimed the problem', () => {
    const story = routed(MONDAY);
    expect(story.refusal('answer', 'officer', november('02T10:00'))).toBe('ticket.on_spot_only');
    expect(story.refusal('answer', 'officer', november('02T10:00'), ON_THE_SPOT)).toBeNull();
  });

  it('waits five working days for the enterprise', () => {
    const story = inHand().take('answer', 'officer', november('03T10:00'));
    expect(inNovember(story.ticket.wakeAt)).toBe('10T17:00');
  });
});

describe('an answer on the spot', () => {
  const logged = (): TicketStory => new TicketStory(MONDAY, {}, 'officer');

  it('of a problem the officer has just logged names that officer as its holder', () => {
    const { ticket, events } = logged().take('answer', 'officer', november('02T09:30'), ON_THE_SPOT);
    expect(ticket).toMatchObject({ status: 'answered', tier: 1, holderPersonId: 'officer', version: 2 });
    expect(ticket.holdings).toMatchObject([{ ordinal: 1, tier: 1, personId: 'officer', toAt: null }]);
    expect(events.map((event) => event.type)).toEqual(['submitted', 'answered']);
  });

  it('starts the promise it answers, so that a dispute finds something to resume', () => {
    const story = logged().take('answer', 'officer', november('02T09:30'), ON_THE_SPOT);
    expect(story.clock('resolve').state).toBe('paused');
    story.take('dispute', 'enterprise', november('03T09:30'));
    expect(story.clock('resolve').state).toBe('running');
    expect(story.ticket.escalateAt).not.toBeNull();
  });

  it('costs its holder no working time while the enterprise makes up its mind', () => {
    const story = logged().take('answer', 'officer', november('02T09:30'), ON_THE_SPOT);
    expect(chainReport(story.ticket, districtCalendar, november('06T09:30')).total.workingSeconds).toBe(0);
  });

  it('of a unit that has not claimed names the person who gave it', () => {
    const story = routed(MONDAY, { severity: 'complex' });
    story.take('answer', 'townshipColleague', november('02T10:00'), ON_THE_SPOT);
    expect(story.ticket.holderPersonId).toBe('zhao');
    expect(story.ticket.holdings).toMatchObject([{ unitId: 'township', personId: 'zhao', toAt: null }]);
  });
});
