import { inNovember, november } from '../../../../test/support/november';
import { districtPolicy } from '../../../../test/support/ticket-cast';
import {
  atOfficer,
  atTownship,
  extension,
  ruled,
  suspension,
} from '../../../../test/support/ticket-requests';
import { DISTRICT, routed, TicketStory } from '../../../../test/support/ticket-stage';
import { nextCheckAt, nextDueAt } from './settle';

const MONDAY = november('02T09:00');
const nextCheck = (story: TicketStory): string | null => inNovember(nextCheckAt(story.ticket));
const nextDue = (story: TicketStory): string | null => inNovember(nextDueAt(story.ticket));

describe('when a ticket rises by itself', () => {
  const rises = (story: TicketStory): string | null => inNovember(story.ticket.escalateAt);

  it('is three working days after the promise is due, or after the arrival at the tier if that is later', () => {
    expect(rises(atOfficer())).toBe('16T17:00');
    expect(rises(atOfficer().sweep(november('16T17:00')))).toBe('19T17:00');
  });

  it('moves with the due time: a pause, an extension and a new round put it off', () => {
    const paused = atOfficer().take('requestInfo', 'officer', november('03T10:00'));
    expect(rises(paused)).toBeNull();
    expect(rises(paused.take('supplyInfo', 'enterprise', november('04T10:00')))).toBe('17T17:00');
    const extended = atOfficer().take('request', 'officer', november('04T10:00'), extension('2026-11-18'));
    expect(rises(ruled(extended, true, 'office', '04T11:00'))).toBe('23T17:00');
  });

  it('is never while it waits for a verdict, and never before anybody holds it', () => {
    expect(rises(atOfficer().take('answer', 'officer', november('03T10:00')))).toBeNull();
    expect(rises(new TicketStory(MONDAY, {}, 'officer'))).toBeNull();
  });

  it('is put off by a wait that began when the ticket was overdue already', () => {
    const story = atOfficer()
      .sweep(november('12T10:00'))
      .take('requestInfo', 'officer', november('12T10:00'));
    expect(rises(story.take('supplyInfo', 'enterprise', november('13T10:00')))).toBe('17T17:00');
  });

  it('happens once from a tier in a round: a ticket handed back down does not climb for the same cause', () => {
    const story = atOfficer()
      .sweep(november('16T17:00'))
      .take('dispatch', 'office', november('17T10:00'), {
        ...{ holder: { tier: 1, unitId: null, personId: 'officer' }, assistUnitIds: [] },
      });
    expect(rises(story)).toBeNull();
  });
});

describe('when the sweep must look next', () => {
  it('is at the first lamp that changes', () => {
    expect(nextCheck(routed(MONDAY))).toBe('03T14:40');
  });

  it('is when a ruling is due, once', () => {
    const story = atTownship().take('contact', 'township', november('02T11:00'));
    story.take('comment', 'township', november('02T11:00'), { text: '在办', visibility: 'enterprise' });
    story.take('request', 'township', november('03T10:00'), suspension('2026-11-20'));
    expect(nextCheck(story)).toBe('04T17:00');
    story.check(november('04T17:00'));
    expect(story.events.at(-1)).toMatchObject({
      type: 'rulingDue',
      data: { kind: 'suspension', rulers: ['office'], rulerUnitId: null },
    });
    expect(nextCheck(story)).toBe('06T10:50');
  });

  it('is when a suspension is to be reviewed', () => {
    const story = atTownship().take('request', 'township', november('03T10:00'), suspension('2026-11-10'));
    expect(nextCheck(ruled(story, true, 'office', '03T11:00'))).toBe('10T08:30');
  });

  it('is never for a ticket that has ended, and never while it goes along with another', () => {
    expect(nextCheck(atOfficer().take('withdraw', 'enterprise', november('03T10:00')))).toBeNull();
    const child = routed(MONDAY, { id: 'child' }).merge(atOfficer(), 'office', november('03T10:00'));
    expect(nextCheck(child)).toBeNull();
  });
});

describe('what the queues sort by', () => {
  it('is the earlier of the promise and the present hop’s own clock', () => {
    expect(nextDue(atOfficer())).toBe('11T17:00');
    expect(nextDue(atTownship())).toBe('09T17:00');
  });

  it('is the promise alone where the tier has no clock of its own', () => {
    const policy = { ...districtPolicy, legs: {} };
    const story = routed(MONDAY, { severity: 'complex' }, { ...DISTRICT, policy });
    expect(nextDue(story)).toBe('23T17:00');
  });

  it('is nothing before a dispatch, after an end and while merged', () => {
    expect(nextDue(new TicketStory(MONDAY))).toBeNull();
    expect(nextDue(atOfficer().take('withdraw', 'enterprise', november('03T10:00')))).toBeNull();
    expect(nextDue(atOfficer({ id: 'child' }).merge(atOfficer(), 'office', november('03T10:00')))).toBeNull();
  });
});
