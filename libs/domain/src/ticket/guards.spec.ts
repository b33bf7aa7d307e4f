import { november } from '../../../../test/support/november';
import { CAST } from '../../../../test/support/ticket-cast';
import { atOfficer, atTownship, suspension } from '../../../../test/support/ticket-requests';
import { questions } from '../../../../test/support/ticket-moves';
import { routed } from '../../../../test/support/ticket-stage';
import { hindranceOf, hindrancesOf } from './guards';
import { ACTIONS } from './lifecycle';
import { allowedActions, isFree } from './permit';

const TUESDAY = november('03T10:00');

describe('what stands in the way of an action', () => {
  it('is nothing for most of them on a fresh ticket', () => {
    const { ticket } = atOfficer();
    const hindered = ACTIONS.filter((action) => hindranceOf(action, ticket, CAST.officer) !== null);
    expect(hindered).toEqual([
      'reply',
      'planItems',
      'supplyDeferred',
      'giveOpinion',
      'release',
      'conclude',
      'cancelConference',
      'finishFollowUp',
      'recall',
      'rule',
    ]);
  });

  it('is told all together for an answer, the first one first', () => {
    const story = atOfficer({ items: questions(2, november('02T09:00')) }).take('assist', 'officer', TUESDAY);
    const codes = hindrancesOf('answer', story.ticket, CAST.officer).map(({ refusal }) => refusal.code);
    expect(codes).toEqual(['assist.outstanding', 'item.open']);
    expect(hindranceOf('answer', story.ticket, CAST.officer)).toMatchObject({
      refusal: { detail: '还有 1 个协办单位未出具意见，请等待意见或解除协办后再答复' },
    });
  });

  it('depends on whose opinion is asked for', () => {
    const { ticket } = atTownship().take('assist', 'township', TUESDAY, {
      ...{ unitId: 'department', question: '意见' },
    });
    expect(isFree('giveOpinion', CAST.department, ticket).ok).toBe(true);
    expect(isFree('giveOpinion', CAST.otherTownship, ticket).ok).toBe(false);
    expect(isFree('giveOpinion', CAST.system, ticket).ok).toBe(false);
  });

  it('takes an action off what somebody could do', () => {
    const story = atTownship();
    expect(allowedActions(CAST.township, story.ticket)).toEqual(
      expect.arrayContaining(['request', 'answer']),
    );
    expect(allowedActions(CAST.township, story.ticket)).not.toContain('recall');
    story.take('request', 'township', TUESDAY, suspension('2026-11-10'));
    expect(allowedActions(CAST.township, story.ticket)).toContain('recall');
    expect(allowedActions(CAST.township, story.ticket)).not.toContain('request');
    expect(allowedActions(CAST.office, story.ticket)).toContain('rule');
  });

  it('at the top of the ladder is that nobody is above', () => {
    const story = routed(november('02T09:00'), { severity: 'major' }).take('escalate', 'office', TUESDAY);
    expect(hindranceOf('escalate', story.ticket, CAST.city)).toMatchObject({
      refusal: { code: 'ticket.top_tier' },
    });
  });
});
