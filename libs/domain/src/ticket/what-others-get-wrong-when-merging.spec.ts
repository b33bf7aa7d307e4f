import { districtCalendar, november } from '../../../../test/support/november';
import { routed, TicketStory, type Said } from '../../../../test/support/ticket-stage';
import { workMinutesLeft } from '../sla';
import { figuresOf } from '../statistics/ledger';
import { nextCheckAt } from './settle';
import { promiseOf } from './ticket';

const HOUR = 3_600_000;
const MONDAY = november('02T09:00');
/** A simple problem, claimed by the officer; due on the 11th at closing. */
const inHand = (said: Said = {}): TicketStory =>
  routed(MONDAY, said).take('claim', 'officer', november('02T10:00'));

describe('what others get wrong: merged tickets', () => {
  const childAndParent = (): { child: TicketStory; parent: TicketStory } => ({
    child: inHand({ id: 'child', number: 'ZQ-2' }),
    parent: inHand(),
  });

  test('a merged child stands still and is counted nowhere; its parent is counted once', () => {
    const { child, parent } = childAndParent();
    const before = figuresOf(parent.ticket);
    child.merge(parent, 'office', november('03T10:00'));
    expect(Object.values(figuresOf(child.ticket)).filter((figure) => figure !== 0)).toEqual([]);
    expect(figuresOf(parent.ticket)).toEqual(before);
    expect(child.ticket.clocks.filter(({ state }) => state === 'running')).toEqual([]);
    expect(nextCheckAt(child.ticket)).toBeNull();
  });

  test('an unmerged child comes back exactly where it stood, its waits and figures included', () => {
    const { child, parent } = childAndParent();
    child.take('requestInfo', 'officer', november('03T10:00'));
    const { wakeAt, status, resumeStatus } = child.ticket;
    const counted = figuresOf(child.ticket);
    const left = (at: string): number[] =>
      child.ticket.clocks
        .filter(({ state }) => state !== 'stopped')
        .map((clock) => workMinutesLeft(clock, november(at), districtCalendar));
    const remained = left('04T10:00');
    child.merge(parent, 'office', november('04T10:00')).unmerge('office', november('06T10:00'));
    expect(child.ticket).toMatchObject({ status, resumeStatus });
    expect(child.ticket.wakeAt).toBe(districtCalendar.addTime(wakeAt ?? 0, 14 * HOUR));
    expect(figuresOf(child.ticket)).toEqual(counted);
    child.take('supplyInfo', 'enterprise', november('06T10:00'));
    expect(left('06T10:00')).toEqual(remained);
  });

  test('a child is not merged into a later promise, nor a parent into another ticket', () => {
    const { child, parent } = childAndParent();
    const later = routed(november('03T09:00'), { id: 'later', number: 'ZQ-3' });
    const into = (story: TicketStory, other: TicketStory): string | null =>
      story.refusal('merge', 'office', november('03T10:00'), { parent: other.ticket });
    expect(into(child, later)).toBe('merge.later_promise');
    child.merge(parent, 'office', november('03T10:00'));
    expect(into(parent, inHand({ id: 'other' }))).toBe('merge.has_children');
    expect(into(later, child)).toBe('merge.parent_ended');
  });

  test.each([
    ['withdrawn', 'withdraw', 'enterprise'],
    ['rejected', 'reject', 'office'],
  ] as const)('a child is set free when its parent is %s', (status, action, by) => {
    const { child } = childAndParent();
    const parent = routed(MONDAY);
    child.merge(parent, 'office', november('03T10:00'));
    parent.take(action, by, november('04T10:00'));
    expect(parent.ticket.status).toBe(status);
    expect(child.ticket).toMatchObject({ status: 'in_progress', mergedIntoId: null });
    expect(promiseOf(child.ticket)).toMatchObject({ state: 'running', dueAt: november('12T17:00') });
  });

  test('a child is told when its parent is answered and closed, and stays where it is', () => {
    const { child, parent } = childAndParent();
    child.merge(parent, 'office', november('03T10:00'));
    const { length } = child.events;
    parent
      .take('answer', 'officer', november('04T10:00'))
      .take('confirm', 'enterprise', november('05T10:00'));
    expect(child.events.slice(length)).toMatchObject([
      { type: 'parentAdvanced', data: { status: 'answered', parentNumber: 'ZQ-1' } },
      { type: 'parentAdvanced', data: { status: 'closed', parentNumber: 'ZQ-1' } },
    ]);
    expect(child.ticket.status).toBe('merged');
  });
});
