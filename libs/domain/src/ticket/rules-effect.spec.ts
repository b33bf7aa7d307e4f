import { districtHours, inNovember, november } from '../../../../test/support/november';
import { atOfficer, atTownship } from '../../../../test/support/ticket-requests';
import { routed, type Terms, type TicketStory } from '../../../../test/support/ticket-stage';
import { workingCalendar, type WorkingCalendar } from '../sla';
import { rulesEffect, type RulesEffect } from './rules-effect';

const closedOn = (...holidays: readonly string[]): WorkingCalendar =>
  workingCalendar({ ...districtHours, holidays });

/** What bringing the story under other rules does to it. */
function effectOf(story: TicketStory, rules: Partial<Terms>, at: string): RulesEffect | null {
  const before = story.ticket;
  const { calendar: sofar } = story.context('system', november(at));
  story.comeUnder(rules, november(at));
  return rulesEffect(before, story.ticket, { ...story.context('system', november(at)), sofar });
}

describe('what a change of rules does to a ticket', () => {
  it('is nothing where no due time moves', () => {
    expect(effectOf(atOfficer(), { calendar: closedOn('2026-12-24') }, '03T10:00')).toBeNull();
  });

  it('is every clock with its due times, and when the ticket rises by itself', () => {
    const effect = effectOf(atOfficer(), { calendar: closedOn('2026-11-04') }, '03T10:00');
    expect(
      effect?.clocks.map(({ kind, dueBefore, dueAfter }) => [
        kind,
        inNovember(dueBefore),
        inNovember(dueAfter),
      ]),
    ).toEqual([
      ['reply', '05T17:00', '06T17:00'],
      ['resolve', '11T17:00', '12T17:00'],
    ]);
    expect([inNovember(effect?.riseBefore ?? null), inNovember(effect?.riseAfter ?? null)]).toEqual([
      '16T17:00',
      '17T17:00',
    ]);
    expect(effect).toMatchObject({ number: 'ZQ-1', notices: [], risenEarly: false });
  });

  it('is that it stops being late, was told early, and has risen early', () => {
    const story = atOfficer().sweep(november('11T17:00'));
    const late = effectOf(story, { calendar: closedOn('2026-11-11', '2026-11-12') }, '11T18:00');
    expect(late?.clocks).toMatchObject([{ kind: 'resolve', stopsBeingLate: true, becomesLate: false }]);
    expect(late?.notices).toMatchObject([{ kind: 'resolve', lamp: 'red', what: 'early' }]);
    const risen = atOfficer().sweep(november('16T17:00'));
    const calendar = closedOn('2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13');
    expect(effectOf(risen, { calendar }, '16T17:00')?.risenEarly).toBe(true);
  });

  it('is that it becomes late, and the one lamp that is told at once', () => {
    const calendar = closedOn('2026-11-04', '2026-11-05');
    const story = atOfficer({}, { ...atOfficer().terms, calendar }).check(november('12T09:00'));
    const effect = effectOf(story, { calendar: closedOn() }, '12T09:00');
    expect(effect?.clocks.find(({ kind }) => kind === 'resolve')).toMatchObject({ becomesLate: true });
    expect(effect?.notices.filter(({ kind }) => kind === 'resolve')).toMatchObject([
      { lamp: 'red', what: 'due' },
    ]);
    const told = story.events.length;
    story.check(november('12T09:00'));
    const lamps = story.events
      .slice(told)
      .filter(({ type, data }) => type === 'lampChanged' && data['kind'] === 'resolve');
    expect(lamps).toHaveLength(1);
  });

  it('is the policy’s triggers as well: who was urged early, and who is urged at once', () => {
    const ofTheClaim = (effect: RulesEffect | null) =>
      effect?.notices
        .filter(({ kind }) => kind === 'claim')
        .map((each) => [each.lamp ?? each.trigger, each.what]);
    const early = routed(november('02T09:00')).sweep(november('03T17:00'));
    expect(ofTheClaim(effectOf(early, { calendar: closedOn('2026-11-03') }, '03T17:30'))).toEqual([
      ['yellow', 'early'],
      ['red', 'early'],
      ['unclaimed', 'early'],
    ]);
    const terms = { ...atOfficer().terms, calendar: closedOn('2026-11-03') };
    const late = routed(november('02T09:00'), {}, terms).sweep(november('03T18:00'));
    expect(ofTheClaim(effectOf(late, { calendar: closedOn() }, '03T18:00'))).toEqual([
      ['red', 'due'],
      ['unclaimed', 'due'],
    ]);
  });

  it('is that a due time has become certain', () => {
    const calendar = workingCalendar({ ...districtHours, publishedThrough: '2026-11-20' });
    const story = atTownship({}, { ...atTownship().terms, calendar });
    expect(effectOf(story, { calendar: closedOn() }, '03T10:00')?.clocks).toMatchObject([
      { kind: 'resolve', confirmed: true, becomesLate: false, stopsBeingLate: false },
    ]);
  });

  it('takes a clock that stands as late as it stood', () => {
    const story = atOfficer().take('answer', 'officer', november('10T10:00'));
    const effect = effectOf(story, { calendar: closedOn('2026-11-04') }, '20T10:00');
    expect(effect?.clocks).toMatchObject([{ kind: 'resolve', becomesLate: false, stopsBeingLate: false }]);
    expect(effect?.notices).toEqual([]);
  });
});
