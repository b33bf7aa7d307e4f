import { november } from '../../../../test/support/november';
import { routed, TicketStory } from '../../../../test/support/ticket-stage';
import { atTownship, downgrade, ruled } from '../../../../test/support/ticket-requests';
import { OUTCOMES } from '../ticket/axes';
import { amountsOf, MEASURES, measuresOf, type Measure } from './measures';

const MONDAY = november('02T09:00');
const counts = (story: TicketStory): Measure[] =>
  MEASURES.filter((measure) => measuresOf(story.ticket)[measure] === 1);
const inHand = (): TicketStory => routed(MONDAY).take('claim', 'officer', november('02T10:00'));
const answered = (at = '04T10:00'): TicketStory => inHand().take('answer', 'officer', november(at));

describe('what a ticket counts for', () => {
  it('is nothing before it is taken on', () => {
    expect(counts(new TicketStory(MONDAY))).toEqual([]);
  });

  it('is collected and open once it is dispatched or accepted', () => {
    expect(counts(routed(MONDAY))).toEqual(['collected', 'open']);
    expect(counts(new TicketStory(MONDAY, {}, 'officer'))).toEqual(['collected', 'open']);
  });

  it('is nothing any more when it is rejected or withdrawn', () => {
    expect(counts(routed(MONDAY).take('reject', 'office', november('02T10:00')))).toEqual([]);
    expect(counts(inHand().take('withdraw', 'enterprise', november('03T10:00')))).toEqual([]);
  });

  it('is resolved with the answer, by two of the outcomes only', () => {
    const resolving = OUTCOMES.filter((outcome) => {
      const said = { outcome, route: '协调', result: '结果' };
      return counts(inHand().take('answer', 'officer', november('04T10:00'), said)).includes('resolved');
    });
    expect(resolving).toEqual(['resolved', 'answered_on_spot']);
  });

  it('is resolved no more after a dispute, but reworked', () => {
    const story = answered().take('dispute', 'enterprise', november('05T10:00'));
    expect(counts(story)).toEqual(['collected', 'reworked', 'open']);
  });

  it('is closed on time when the answer, not the closing, came in time', () => {
    const inTime = answered('11T17:00').sweep(november('30T10:00'));
    expect(counts(inTime)).toEqual(expect.arrayContaining(['closed', 'closedOnTime', 'notRated']));
    const late = inHand()
      .take('answer', 'officer', november('11T17:00') + 1)
      .sweep(november('30T10:00'));
    expect(counts(late)).toContain('closed');
    expect(counts(late)).not.toContain('closedOnTime');
  });

  it('is in time when only the wait for material reached past the first due time', () => {
    const story = inHand().take('requestInfo', 'officer', november('10T10:00'));
    story
      .take('supplyInfo', 'enterprise', november('13T10:00'))
      .take('answer', 'officer', november('16T10:00'));
    expect(counts(story.take('confirm', 'enterprise', november('17T10:00')))).toContain('closedOnTime');
  });

  it('is satisfied with four or five, rated with any number, and by silence neither', () => {
    const rated = (rating?: number): Measure[] => {
      const verdict = rating === undefined ? {} : { rating };
      return counts(
        answered().take('confirm', 'enterprise', november('05T10:00'), { solved: 'yes', ...verdict }),
      );
    };
    expect([1, 2, 3, 4, 5].map((rating) => rated(rating).includes('satisfied'))).toEqual([
      ...[false, false, false, true, true],
    ]);
    expect(rated(1)).toEqual(expect.arrayContaining(['rated', 'confirmedByEnterprise']));
    expect(rated()).toEqual(expect.arrayContaining(['notRated', 'confirmedByEnterprise']));
    const silent = counts(answered().sweep(november('30T10:00')));
    expect(silent).toContain('notRated');
    for (const measure of ['satisfied', 'rated', 'confirmedByEnterprise'] as const) {
      expect(silent).not.toContain(measure);
    }
  });

  it('by silence after a dispute is not confirmed by the enterprise either', () => {
    const story = answered().take('dispute', 'enterprise', november('05T10:00'));
    story.take('answer', 'officer', november('06T10:00')).sweep(november('30T10:00'));
    expect(story.ticket.status).toBe('closed');
    expect(counts(story)).toEqual(expect.arrayContaining(['closed', 'notRated', 'reworked']));
    expect(counts(story)).not.toContain('confirmedByEnterprise');
  });

  it('is a first contact in time only when somebody made it in time', () => {
    const at = (when: string) => counts(routed(MONDAY).take('contact', 'officer', november(when)));
    expect(at('03T17:00')).toContain('firstContactOnTime');
    expect(at('04T08:30')).not.toContain('firstContactOnTime');
    expect(counts(answered())).not.toContain('firstContactOnTime');
  });

  it('is overdue from the red lamp until the answer', () => {
    const story = inHand().sweep(november('11T16:59'));
    expect(counts(story)).not.toContain('overdue');
    story.sweep(november('11T17:00'));
    expect(counts(story)).toContain('overdue');
    expect(counts(story.take('answer', 'officer', november('12T10:00')))).not.toContain('overdue');
  });
});

describe('a signal of gaming', () => {
  it('is an answer within the last open hour of the promise, not one before or after it', () => {
    const at = (when: string): boolean => counts(answered(when)).includes('answeredLastHour');
    // Due on the 11th at 17:00.
    expect(['11T15:59', '11T16:00', '11T17:00', '12T08:30'].map(at)).toEqual([false, true, true, false]);
  });

  it('is a pause with less than half a working day left, until it is taken out with its ticket', () => {
    const pausedAt = (when: string): TicketStory => inHand().take('requestInfo', 'officer', november(when));
    expect(counts(pausedAt('11T11:00'))).not.toContain('pausedNearDue');
    expect(counts(pausedAt('11T13:00'))).toContain('pausedNearDue');
    expect(counts(pausedAt('12T10:00'))).not.toContain('pausedNearDue');
    expect(counts(pausedAt('11T13:00').take('withdraw', 'enterprise', november('12T10:00')))).toEqual([]);
  });

  it('is a severity that was lowered, not a downgrade to a lower tier alone', () => {
    const lowered = (to: Parameters<typeof downgrade>[0]): Measure[] =>
      counts(
        ruled(
          atTownship().take('request', 'township', november('03T10:00'), downgrade(to)),
          true,
          'office',
          '03T11:00',
        ),
      );
    expect(lowered({ toSeverity: 'consult' })).toContain('severityLowered');
    expect(lowered({})).not.toContain('severityLowered');
  });

  it('is a closing without anybody having spoken to the enterprise', () => {
    const silent = answered().take('confirm', 'enterprise', november('05T10:00'));
    expect(counts(silent)).toContain('closedWithoutContact');
    const spoken = inHand().take('contact', 'officer', november('03T10:00'));
    spoken
      .take('answer', 'officer', november('04T10:00'))
      .take('confirm', 'enterprise', november('05T10:00'));
    expect(counts(spoken)).not.toContain('closedWithoutContact');
  });
});

describe('what a ticket adds to the amounts', () => {
  const DAY = 7 * 60;
  const waited = (): TicketStory =>
    inHand()
      .take('requestInfo', 'officer', november('03T10:00'))
      .take('supplyInfo', 'enterprise', november('04T10:00'));

  it('is nothing before an answer, and nothing again while a new round is worked on', () => {
    expect(amountsOf(waited().ticket)).toEqual({ handlingMinutes: 0, pausedMinutes: 0 });
    const disputed = waited().take('answer', 'officer', november('05T10:00'));
    disputed.take('dispute', 'enterprise', november('06T10:00'));
    expect(amountsOf(disputed.ticket)).toEqual({ handlingMinutes: 0, pausedMinutes: 0 });
  });

  it('is the time from the dispatch to the answer, and how much of it the clocks stood', () => {
    const story = waited().take('answer', 'officer', november('05T10:00'));
    // The 2nd from nine, two full days, and an hour and a half of the 5th.
    expect(amountsOf(story.ticket)).toEqual({ handlingMinutes: 6.5 * 60 + 2 * DAY + 90, pausedMinutes: DAY });
  });

  it('counts no wait for the enterprise’s verdict, over all the rounds', () => {
    const story = waited().take('answer', 'officer', november('05T10:00'));
    story.take('dispute', 'enterprise', november('09T10:00')).take('answer', 'officer', november('09T11:00'));
    expect(amountsOf(story.ticket)).toEqual({
      handlingMinutes: 6.5 * 60 + 2 * DAY + 90 + 60,
      pausedMinutes: DAY,
    });
  });

  it('counts a suspension as paused', () => {
    const suspended = { kind: 'suspension', reason: '待批复', reviewOn: '2026-11-05' } as const;
    const story = inHand().take('request', 'officer', november('03T10:00'), suspended);
    story.take('rule', 'office', november('03T10:00')).sweep(november('05T08:30'));
    story.take('answer', 'officer', november('05T09:30'));
    expect(amountsOf(story.ticket).pausedMinutes).toBe(5.5 * 60 + DAY);
  });

  it('is nothing of a ticket that goes along with another', () => {
    const parent = routed(MONDAY, { id: 'parent' });
    const story = waited().take('answer', 'officer', november('05T10:00'));
    story.merge(parent, 'office', november('06T10:00'));
    expect(amountsOf(story.ticket)).toEqual({ handlingMinutes: 0, pausedMinutes: 0 });
  });
});
