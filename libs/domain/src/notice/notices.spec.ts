import { november } from '../../../../test/support/november';
import { routed, TicketStory } from '../../../../test/support/ticket-stage';
import { EVENT_TYPES } from '../ticket/events';
import { noticeRule, noticeText } from './notices';

const MONDAY = november('02T09:00');
const last = (story: TicketStory) => {
  const event = story.events.at(-1);
  return event === undefined ? null : noticeRule(event);
};

describe('who is told', () => {
  it('is decided for every event, and every sentence says something', () => {
    const texts = EVENT_TYPES.map((type) => noticeRule({ type, data: {} })?.text);
    expect(texts.filter((text) => text === '')).toEqual([]);
  });

  it('is the holder when a ticket comes', () => {
    expect(last(routed(MONDAY))).toMatchObject({ kind: 'assigned', to: ['holder'] });
  });

  it('is the paired leader too when a ticket comes to the office', () => {
    expect(last(routed(MONDAY, { severity: 'major' }))).toMatchObject({
      to: ['holder', 'leader'],
      text: '诉求已交领导小组办公室承办，请按时认领',
    });
  });

  it('is the paired leader at every rise', () => {
    const story = routed(MONDAY).take('escalate', 'officer', november('03T09:00'));
    expect(last(story)?.to).toContain('leader');
  });

  it('is the enterprise when it can see a comment, and nobody when the comment is internal', () => {
    const say = (visibility: 'internal' | 'enterprise') =>
      last(routed(MONDAY).take('comment', 'officer', november('02T10:00'), { text: '在办', visibility }));
    expect(say('enterprise')?.to).toEqual(['enterprise']);
    expect(say('internal')).toBeNull();
  });

  it('is the holder and the officer when the enterprise itself writes', () => {
    const story = routed(MONDAY).take('comment', 'enterprise', november('02T10:00'));
    expect(last(story)).toMatchObject({ to: ['holder', 'officer'], text: '企业有新的留言' });
  });

  it('hears which lamp it is', () => {
    expect(noticeRule({ type: 'lampChanged', data: { lamp: 'yellow' } })?.text).toContain('黄灯');
    expect(noticeRule({ type: 'lampChanged', data: { lamp: 'red' } })?.text).toContain('红灯');
  });

  it('is whoever may rule when something is asked for, and the holder when it has been ruled on', () => {
    const suspension = { kind: 'suspension', reason: '待批复', reviewOn: '2026-11-10' } as const;
    const story = routed(MONDAY).take('claim', 'officer', november('02T10:00'));
    story.take('request', 'officer', november('03T10:00'), suspension);
    expect(last(story)).toMatchObject({ kind: 'request', to: ['rulers'] });
    story.take('rule', 'office', november('03T11:00'), {
      ...{ requestId: story.ticket.requests[0]?.id ?? '', approved: false, note: '继续办理' },
    });
    expect(last(story)).toMatchObject({ kind: 'ruling', to: ['holder'], text: '申请未获同意，请继续办理' });
  });

  it('is the office as well when a ruling is late', () => {
    expect(noticeRule({ type: 'rulingDue', data: {} })?.to).toEqual(['rulers', 'office']);
  });

  it('of an overdue item is who owes it: the holder a reply, the enterprise a document', () => {
    const to = (kind: string) => noticeRule({ type: 'itemOverdue', data: { kind, item: 1 } })?.to;
    expect(to('question')).toEqual(['holder', 'officer']);
    expect(to('deferred')).toEqual(['enterprise', 'officer']);
  });

  it('reads no threshold that the district’s policy may change', () => {
    const texts = EVENT_TYPES.map((type) => noticeRule({ type, data: { tier: 4 } })?.text ?? '');
    expect(texts.filter((text) => /\d/.test(text))).toEqual([]);
  });

  it('reads the number and the title', () => {
    const rule = noticeRule({ type: 'closed', data: {} });
    expect(rule && noticeText(rule, { number: 'ZQ-1', title: '供电' })).toBe('ZQ-1《供电》：诉求已销号');
  });
});
