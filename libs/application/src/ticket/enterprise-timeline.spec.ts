import { EVENT_TYPES } from '@zhuqi/domain';
import type { LoggedEvent } from '../ports/ticket-reader';
import { forEnterprise } from './enterprise-timeline';

const event = (over: Partial<LoggedEvent>): LoggedEvent => ({
  ...{ seq: 1, type: 'commented', at: 0, data: {}, texts: { note: '请抓紧' }, hash: '' },
  actor: { kind: 'person', id: 'chen', name: '陈明', enterpriseId: null },
  ...over,
});
const told = (over: Partial<LoggedEvent>) => forEnterprise([event(over)]);

describe('the log as an enterprise reads it', () => {
  it('leaves out what the offices say to each other', () => {
    expect(EVENT_TYPES.filter((type) => told({ type }).length === 0)).toEqual([
      ...['reminded', 'supervised', 'instructed', 'assistAsked', 'opinionGiven', 'assistReleased'],
      ...['conferenceConvened', 'conferenceConcluded', 'conferenceCancelled', 'conferenceLapsed'],
      ...['followUpFinished', 'followUpOverdue', 'followUpsReassigned'],
      ...['requested', 'recalled', 'ruled', 'rulingDue', 'requestLapsed', 'severityLowered', 'reported'],
      ...['childMerged', 'childUnmerged', 'joinedMatter', 'leftMatter', 'rescheduled'],
    ]);
  });

  it('leaves out an internal remark and the lamps of internal clocks, and no other', () => {
    const lamp = (kind: string) => told({ type: 'lampChanged', data: { kind } }).length;
    expect([lamp('assist'), lamp('supervise'), lamp('resolve'), lamp('leg')]).toEqual([0, 0, 1, 1]);
    expect(told({ data: { visibility: 'internal' } })).toEqual([]);
    expect(told({ data: { visibility: 'enterprise' } })).toHaveLength(1);
  });

  it.each(['dispatched', 'escalated', 'urged', 'resumed'] as const)('tells %s without the words', (type) => {
    expect(told({ type })).toMatchObject([{ type, texts: {} }]);
  });

  it('tells who has the ticket now, not who assists and not that a colleague had asked for it', () => {
    const holder = { tier: 3, unitId: 'department', personId: null };
    const data = { ...holder, because: 'return', assistUnitIds: ['township'] };
    expect(told({ type: 'dispatched', data })).toMatchObject([{ data: holder }]);
    expect(Object.keys(told({ type: 'dispatched', data })[0]?.data ?? {})).toEqual(Object.keys(holder));
    expect(told({ type: 'closed', data: { because: 'silence' } })).toMatchObject([
      { data: { because: 'silence' } },
    ]);
  });

  it('tells a rise, and what led to it unless that was the offices’ own affair', () => {
    const way = { fromTier: 2, toTier: 3, policyVersion: 1 };
    const rise = (cause: string) => told({ type: 'escalated', data: { ...way, cause, count: 3, limit: 2 } });
    expect(rise('returned').map(({ data }) => data)).toEqual([{ ...way, cause: 'internal' }]);
    expect(rise('disputed_twice')).toMatchObject([{ data: { cause: 'disputed_twice', count: 3 } }]);
  });

  it('tells an answer, and not with whom it was shared', () => {
    const data = {
      outcome: 'resolved',
      responsibleUnitId: 'township',
      matterId: 'matter',
      leadTicketId: 'other',
    };
    expect(told({ type: 'answered', data })[0]?.data).toEqual({
      outcome: 'resolved',
      responsibleUnitId: 'township',
    });
  });

  it('tells who goes on after a handover, not whose post it was, nor why', () => {
    const holder = { tier: 2, unitId: 'township', personId: 'zhao' };
    const data = {
      ...holder,
      fromPersonId: 'wang',
      fromUnitId: 'force',
      cause: 'complaint',
      handoverId: 'h1',
    };
    expect(told({ type: 'handedOver', data })[0]?.data).toEqual(holder);
  });

  it.each(EVENT_TYPES)('never tells in whose place it was done: %s', (type) => {
    const actor = { ...event({}).actor, onBehalfOf: { id: 'wang', name: '王芳' } };
    const data = { onBehalfOfId: 'wang', kinds: ['resolve'] };
    expect(JSON.stringify(told({ type, actor, data }))).not.toContain('wang');
  });

  it('keeps the enterprise’s own words', () => {
    const actor = { kind: 'person', id: 'owner', name: '孙总', enterpriseId: 'enterprise' } as const;
    expect(told({ type: 'urged', actor })).toMatchObject([{ texts: { note: '请抓紧' } }]);
  });
});
