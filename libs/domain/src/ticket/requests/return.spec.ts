import { november } from '../../../../../test/support/november';
import { atOfficer, atTownship, returnTo, ruled, unit } from '../../../../../test/support/ticket-requests';
import { routed, type Inputs, type TicketStory } from '../../../../../test/support/ticket-stage';
import { measuresOf } from '../../statistics/measures';

const at = november('02T11:00');
const OTHER = returnTo(unit(2, 'other-township'));
const asked = (input = OTHER): TicketStory => atTownship().take('request', 'township', at, input);

describe('a return', () => {
  it('hands the ticket to the unit that was named, to be claimed there on a clock of its own', () => {
    const story = ruled(asked(), true, 'office', '02T14:00');
    expect(story.ticket).toMatchObject({
      ...{ status: 'dispatched', tier: 2, holderUnitId: 'other-township', holderPersonId: null },
      ...{ returnCount: 1, handDispatchCount: 0 },
    });
    expect(story.events.at(-1)).toMatchObject({
      type: 'dispatched',
      data: { unitId: 'other-township', because: 'return' },
    });
    expect(story.clock('leg')).toMatchObject({ unitId: 'other-township', startedAt: november('02T14:00') });
    expect(measuresOf(story.ticket).returned).toBe(1);
  });

  it('may name a unit of another tier', () => {
    const story = ruled(asked(returnTo(unit(3, 'department'))), true, 'office', '02T14:00');
    expect(story.ticket).toMatchObject({ tier: 3, holderUnitId: 'department' });
    expect(story.escalations).toEqual([]);
  });

  it('names the right unit and the basis', () => {
    const { to: _to, ...nowhere } = OTHER;
    const { basis: _basis, ...groundless } = OTHER;
    const code = (input: Inputs['request']): string | null =>
      atTownship().refusal('request', 'township', at, input);
    expect(code(nowhere)).toBe('request.unit_required');
    expect(code({ ...groundless, to: unit(3, 'department') })).toBe('request.basis_required');
    expect(code({ ...OTHER, basis: ' ' })).toBe('request.basis_required');
    expect(code(returnTo(unit(2, 'township')))).toBe('unit.same_holder');
  });

  it('is asked for within a working day of the arrival, whether claimed or not', () => {
    const late = (when: string): string | null =>
      atTownship().refusal('request', 'township', november(when), OTHER);
    expect(late('03T17:00')).toBeNull();
    expect(late('04T08:30')).toBe('return.too_late');
    const unclaimed = routed(november('02T09:00'), { severity: 'complex' });
    expect(unclaimed.refusal('request', 'township', november('03T17:00'), OTHER)).toBeNull();
  });

  it('counts the day from the arrival at this holder, not from the first dispatch', () => {
    const story = atOfficer().take('escalate', 'officer', november('05T10:00'));
    expect(story.refusal('request', 'township', november('06T17:00'), OTHER)).toBeNull();
    expect(story.refusal('request', 'township', november('09T08:30'), OTHER)).toBe('return.too_late');
  });

  it('that was refused is final for this holder, and not for the next', () => {
    const story = ruled(asked(), false, 'office', '02T14:00');
    expect(story.refusal('request', 'township', november('02T15:00'), OTHER)).toBe('return.final');
    expect(story.ticket.returnCount).toBe(0);
    story.take('escalate', 'township', november('02T16:00'));
    expect(story.refusal('request', 'department', november('03T10:00'), OTHER)).toBeNull();
  });

  it('that was recalled can be asked for again', () => {
    const story = asked().take('recall', 'township', november('02T14:00'));
    expect(story.refusal('request', 'township', november('02T15:00'), OTHER)).toBeNull();
  });

  it('above the limit moves on all the same where nobody above is left to decide', () => {
    const story = asked(returnTo(unit(3, 'department')));
    ruled(story, true, 'office', '02T14:00');
    story.take('request', 'department', november('02T15:00'), returnTo(unit(5, 'city-office')));
    ruled(story, true, 'office', '02T15:00');
    story.take('request', 'city', november('02T16:00'), returnTo(unit(2, 'other-township')));
    ruled(story, true, 'office', '02T16:00');
    expect(story.ticket).toMatchObject({ returnCount: 3, tier: 2, holderUnitId: 'other-township' });
    expect(story.escalations).toEqual([]);
  });
});
