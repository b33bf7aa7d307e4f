import { districtCalendar, november } from '../../../../test/support/november';
import { routed, TicketStory } from '../../../../test/support/ticket-stage';
import { explainEscalation } from './explain-escalation';

const MONDAY = november('02T09:00');

const explained = (story: TicketStory) =>
  story.events
    .filter(({ type }) => type === 'escalated')
    .map(({ data }) => explainEscalation(data, districtCalendar));

describe('why a ticket rose', () => {
  it('by time names the due time, the wait of the policy and the moment it was over', () => {
    const story = routed(MONDAY).take('claim', 'officer', november('02T10:00')).sweep(november('20T17:00'));
    expect(explained(story)).toEqual([
      {
        rule: 'escalateAfterDue',
        values: {
          ...{ policyVersion: 1, after: '3 workingDays', overdueSeconds: 3 * 7 * 3600 },
          ...{ dueAt: november('11T17:00'), arrivedAt: MONDAY, reachedAt: november('16T17:00') },
        },
        text:
          '自办结时限 2026-11-11 17:00 起满 3 个工作日（2026-11-16 17:00）仍未答复，由驻企专员提级到属地街镇，' +
          '当时按工作时间已超过办结时限 21 小时（按第 1 版政策）。',
      },
      {
        rule: 'escalateAfterDue',
        values: expect.objectContaining({ arrivedAt: november('16T17:00'), reachedAt: november('19T17:00') }),
        text:
          '办结时限 2026-11-11 17:00 已过，自 2026-11-16 17:00 到达本层级起满 3 个工作日（2026-11-19 17:00）' +
          '仍未答复，由属地街镇提级到行管部门，当时按工作时间已超过办结时限 42 小时（按第 1 版政策）。',
      },
    ]);
  });

  it('by hand says so, and that nothing was overdue', () => {
    const story = routed(MONDAY).take('escalate', 'officer', november('02T10:00'));
    expect(explained(story)).toEqual([
      {
        rule: 'manual',
        values: { policyVersion: 1, overdueSeconds: 0 },
        text: '承办单位或调度办申请提级，由驻企专员提级到属地街镇，当时未超过办结时限（按第 1 版政策）。',
      },
    ]);
  });

  it('by counting names the count and the limit', () => {
    const to = (unitId: string) =>
      ({ holder: { tier: 2, unitId, personId: null }, assistUnitIds: [] }) as const;
    const redispatched = routed(MONDAY, { severity: 'complex' })
      .take('dispatch', 'office', november('02T10:00'), to('other-township'))
      .take('dispatch', 'office', november('02T11:00'), to('township'));
    expect(explained(redispatched)).toMatchObject([
      {
        rule: 'escalateAtRedispatch',
        values: { count: 2, limit: 2 },
        text: expect.stringContaining('改派 2 次'),
      },
    ]);
    const disputed = routed(MONDAY).take('claim', 'officer', november('02T10:00'));
    for (const day of ['03', '04']) {
      disputed
        .take('answer', 'officer', november(`${day}T10:00`))
        .take('dispute', 'enterprise', november(`${day}T11:00`));
    }
    expect(explained(disputed)).toMatchObject([
      {
        rule: 'escalateAtDispute',
        values: { count: 2, limit: 2 },
        text: expect.stringContaining('第 2 次不认可'),
      },
    ]);
  });

  it('is told as far as it is known when the event kept less', () => {
    const known = { fromTier: 1, toTier: 2, overdueSeconds: 60 };
    expect(explainEscalation({ ...known, cause: 'resolve_overdue' }, districtCalendar)).toEqual({
      rule: 'escalateAfterDue',
      values: { overdueSeconds: 60 },
      text: '当时没有记录触发规则的数值，由驻企专员提级到属地街镇，当时按工作时间已超过办结时限 1 分钟。',
    });
    expect(explainEscalation({ cause: 'omen' }, districtCalendar)).toEqual({
      rule: null,
      values: {},
      text: '当时没有记录触发规则的数值。',
    });
  });
});
