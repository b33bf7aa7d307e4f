import { inNovember, november } from '../../../../../test/support/november';
import { districtPolicy } from '../../../../../test/support/ticket-cast';
import { atOfficer, atTownship, extension, ruled } from '../../../../../test/support/ticket-requests';
import { DISTRICT, routed, type TicketStory } from '../../../../../test/support/ticket-stage';

const at = november('09T10:00');
const asked = (story: TicketStory, newDueOn: string, when = at): string | null =>
  story.refusal('request', 'officer', when, extension(newDueOn));

describe('an extension', () => {
  it('moves the promise and the holder’s own clock to the closing of the day', () => {
    const story = atTownship().take('request', 'township', november('04T10:00'), extension('2026-11-30'));
    ruled(story, true, 'department', '04T14:00');
    expect(['resolve', 'leg'].map((kind) => inNovember(story.clock(kind as 'leg').dueAt))).toEqual([
      '30T17:00',
      '30T17:00',
    ]);
    expect(inNovember(story.clock('leg').originalDueAt)).toBe('09T17:00');
    expect(story.events.at(-1)).toMatchObject({
      type: 'extended',
      data: { fromDueOn: '2026-11-23', toDueOn: '2026-11-30', dueAt: november('30T17:00') },
    });
    expect(story.ticket.status).toBe('in_progress');
  });

  it('is asked for at least a working day before the promise is due', () => {
    expect(asked(atOfficer(), '2026-11-18', november('10T16:59'))).toBeNull();
    expect(asked(atOfficer(), '2026-11-18', november('11T08:30'))).toBe('extension.too_late');
  });

  it('counts that by the day, also where a pause has moved the due time into a morning', () => {
    const story = atOfficer().take('requestInfo', 'officer', november('03T08:30'));
    story.take('supplyInfo', 'enterprise', november('03T11:00'));
    expect(inNovember(story.clock('resolve').dueAt)).toBe('12T11:00');
    expect(asked(story, '2026-11-18', november('11T15:00'))).toBeNull();
    expect(asked(story, '2026-11-18', november('12T08:30'))).toBe('extension.too_late');
  });

  it('is not offered where the cap leaves no later day', () => {
    const story = atOfficer().take('request', 'officer', november('03T10:00'), extension('2026-11-23'));
    ruled(story, true, 'office', '03T14:00');
    expect(asked(story, '2026-11-24', november('04T10:00'))).toBe('extension.at_cap');
  });

  it.each([
    ['no day at all', undefined, 'request.due_required'],
    ['the due day itself', '2026-11-11', 'extension.due_on'],
    ['a Saturday', '2026-11-14', 'extension.due_on'],
    ['a day that is gone', '2026-11-06', 'extension.due_on'],
    ['a day beyond the severity’s cap', '2026-11-24', 'extension.beyond_cap'],
    ['the last day of the cap', '2026-11-23', null],
  ])('to %s is answered as it should be', (_what, newDueOn, code) => {
    const { newDueOn: _day, ...bare } = extension('');
    const input = newDueOn === undefined ? bare : extension(newDueOn);
    expect(atOfficer().refusal('request', 'officer', at, input)).toBe(code);
  });

  it('has no cap where stage reports take its place', () => {
    const story = routed(november('02T09:00'), { severity: 'major' });
    expect(story.refusal('request', 'office', at, extension('2027-06-30'))).toBeNull();
  });

  it('is granted once by the office, once more by a leader, and then no more', () => {
    const story = atTownship().take('request', 'township', november('04T10:00'), extension('2026-11-30'));
    ruled(story, true, 'office', '04T14:00');
    story.take('request', 'township', november('05T10:00'), extension('2026-12-01'));
    ruled(story, true, 'leader', '05T14:00');
    expect(story.refusal('request', 'township', november('06T10:00'), extension('2026-12-02'))).toBe(
      'extension.used_up',
    );
  });

  it('that was refused does not use one up', () => {
    const story = atTownship().take('request', 'township', november('04T10:00'), extension('2026-11-30'));
    ruled(story, false, 'office', '04T14:00');
    story.take('request', 'township', november('05T10:00'), extension('2026-11-30'));
    expect(story.ticket.requests.at(-1)).toMatchObject({ rulers: ['office'] });
  });

  it('that is ruled on late still grants the day that was asked for in time', () => {
    const story = atOfficer().take('request', 'officer', november('10T10:00'), extension('2026-11-13'));
    story.sweep(november('12T10:00'));
    expect(story.clock('resolve').lapsed).toBe(true);
    ruled(story, true, 'office', '12T10:00');
    expect(inNovember(story.clock('resolve').dueAt)).toBe('13T17:00');
    expect(story.clock('resolve').lapsed).toBe(false);
    expect(inNovember(story.ticket.escalateAt)).toBe('18T17:00');
  });

  it('that a pause has overtaken is not approved any more', () => {
    const story = atOfficer().take('request', 'officer', november('06T10:00'), extension('2026-11-12'));
    story.take('requestInfo', 'officer', november('06T11:00'));
    story.take('supplyInfo', 'enterprise', november('12T11:00'));
    expect(story.refusal('rule', 'office', november('12T14:00'))).toBe('request.overtaken');
  });

  it('follows the policy’s numbers', () => {
    const policy = {
      ...districtPolicy,
      ...{ mostExtensions: 0, extensionNotice: { unit: 'workingDays', count: 3 } as const },
    };
    const story = atOfficer({}, { ...DISTRICT, policy });
    expect(asked(story, '2026-11-18', november('09T10:00'))).toBe('extension.too_late');
    story.take('request', 'officer', november('05T10:00'), extension('2026-11-18'));
    expect(story.ticket.requests).toMatchObject([{ rulers: ['leader'] }]);
  });
});
