import { districtCalendar, november } from '../../../../test/support/november';
import { routed } from '../../../../test/support/ticket-stage';
import { assistReport } from './assist-report';
import { chainReport } from './chain-report';

const HOUR = 3600;
const held = () =>
  routed(november('02T09:00'), { severity: 'complex' })
    .take('claim', 'township', november('02T10:00'))
    .take('assist', 'township', november('03T09:00'), { unitId: 'department', question: '能否增容' });
const shares = (story: ReturnType<typeof held>, day: string) =>
  assistReport(story.ticket, districtCalendar, november(day));

describe('an assistant’s account', () => {
  it('runs from the asking on the assistant’s own clock', () => {
    expect(shares(held(), '03T11:00')).toMatchObject([
      {
        assist: { unitId: 'department' },
        dueAt: november('06T17:00'),
        workingSeconds: 2 * HOUR,
        overdueSeconds: 0,
      },
    ]);
  });

  it('stands with the clocks, and counts what is over the own due time', () => {
    const story = held()
      .take('requestInfo', 'township', november('03T10:00'))
      .take('supplyInfo', 'enterprise', november('03T11:00'));
    expect(shares(story, '09T10:30')).toMatchObject([
      { dueAt: november('09T09:30'), workingMinutes: (1 + 0.5 + 4 + 21 + 2) * 60, overdueMinutes: 60 },
    ]);
  });

  it('ends with the opinion, and is in no sum of the chain', () => {
    const story = held();
    const before = chainReport(story.ticket, districtCalendar, november('05T09:00')).total;
    story.take('giveOpinion', 'department', november('03T14:00'));
    expect(shares(story, '20T09:00')).toMatchObject([{ workingSeconds: 3.5 * HOUR, overdueSeconds: 0 }]);
    expect(chainReport(story.ticket, districtCalendar, november('05T09:00')).total).toEqual(before);
  });
});
