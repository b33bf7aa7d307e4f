import { inNovember, november } from '../../../../../test/support/november';
import { CAST } from '../../../../../test/support/ticket-cast';
import { atTownship, unit } from '../../../../../test/support/ticket-requests';
import { routed, TicketStory } from '../../../../../test/support/ticket-stage';
import { outstanding } from '../assist';
import { allowedActions } from '../permit';
import { standingsOf } from '../standing';

const TUESDAY = november('03T10:00');
const asked = (dueOn?: string): TicketStory =>
  atTownship().take('assist', 'township', TUESDAY, {
    ...{ unitId: 'department', question: '管线由谁迁移' },
    ...(dueOn === undefined ? {} : { dueOn }),
  });
const assists = (story: TicketStory): string[] =>
  story.ticket.assists.map(({ unitId, state }) => `${unitId} ${state}`);

describe('asking another unit for its opinion', () => {
  it('says what is asked, starts a clock of that unit’s own and lets it read the ticket', () => {
    const story = asked();
    expect(story.ticket.assists).toMatchObject([
      {
        ...{ ordinal: 1, unitId: 'department', round: 1, state: 'asked', question: '管线由谁迁移' },
        ...{ askedAt: TUESDAY, askedById: 'wang', endedAt: null, opinion: null },
      },
    ]);
    expect(story.clock('assist')).toMatchObject({ unitId: 'department', state: 'running' });
    expect(story.ticket.assists[0]?.clockId).toBe(story.clock('assist').id);
    expect(inNovember(story.clock('assist').dueAt)).toBe('06T17:00');
    expect(story.ticket.heldUnitIds).toEqual(['township', 'department']);
    expect([...standingsOf(CAST.department, story.ticket)]).toEqual(['assistant']);
    expect(story.ticket).toMatchObject({ status: 'in_progress', holderUnitId: 'township' });
  });

  it('may set a day of its own, from tomorrow on', () => {
    expect(inNovember(asked('2026-11-12').clock('assist').dueAt)).toBe('12T17:00');
    for (const dueOn of ['2026-11-03', '2026-11-07', '2027-11-05']) {
      const input = { unitId: 'department', question: '意见', dueOn };
      expect(atTownship().refusal('assist', 'township', TUESDAY, input)).toBe('assist.due_on');
    }
  });

  it('is for another unit than the lead, and not twice at a time', () => {
    const to = (story: TicketStory, unitId: string): string | null =>
      story.refusal('assist', 'township', november('03T11:00'), { unitId, question: '意见' });
    expect(to(asked(), 'township')).toBe('unit.same_holder');
    expect(to(asked(), 'department')).toBe('assist.already_asked');
    expect(to(asked(), 'task-force')).toBeNull();
    const given = asked().take('giveOpinion', 'department', november('03T11:00'));
    expect(to(given, 'department')).toBeNull();
  });

  it('turns red like any other clock, and names whose it is', () => {
    const story = asked().sweep(november('06T17:00'));
    const red = story.events.find(({ data }) => data['kind'] === 'assist' && data['lamp'] === 'red');
    expect(red).toMatchObject({ type: 'lampChanged', data: { unitId: 'department', personId: null } });
  });
});

describe('an opinion', () => {
  it('ends the unit’s clock and stays on record with who gave it', () => {
    const story = asked().take('giveOpinion', 'department', november('04T10:00'), {
      opinion: '由供电公司迁移',
    });
    expect(story.ticket.assists).toMatchObject([
      { state: 'given', opinion: '由供电公司迁移', endedAt: november('04T10:00'), endedById: 'li' },
    ]);
    expect(story.clock('assist')).toMatchObject({ state: 'stopped', stoppedAt: november('04T10:00') });
    expect(story.events.at(-1)).toMatchObject({
      type: 'opinionGiven',
      data: { assistUnitId: 'department' },
      texts: { opinion: '由供电公司迁移' },
    });
  });

  it('is given once, and by a handler of the unit that was asked', () => {
    const story = asked();
    for (const by of ['township', 'office', 'taskForce', 'officer'] as const) {
      expect([by, story.refusal('giveOpinion', by, november('04T10:00'))]).toEqual([
        by,
        'ticket.not_permitted',
      ]);
    }
    story.take('giveOpinion', 'department', november('04T10:00'));
    expect(story.refusal('giveOpinion', 'department', november('04T11:00'))).toBe('assist.not_asked');
    expect(allowedActions(CAST.department, story.ticket)).toEqual(['comment']);
  });

  it('is not kept up by a wait for material', () => {
    const story = asked().take('requestInfo', 'township', november('03T11:00'));
    expect(story.clock('assist').state).toBe('paused');
    story.take('giveOpinion', 'department', november('04T10:00'));
    expect(story.clock('assist').state).toBe('stopped');
    expect(story.ticket.status).toBe('need_info');
  });
});

describe('a release', () => {
  it('by the lead or the office lets the assistant go, with the reason, and the lead may answer', () => {
    for (const by of ['township', 'office'] as const) {
      const story = asked().take('release', by, november('04T10:00'), {
        unitId: 'department',
        reason: '已无需',
      });
      expect(story.ticket.assists).toMatchObject([{ state: 'released', releaseReason: '已无需' }]);
      expect(story.ticket.assistUnitIds).toEqual([]);
      expect(story.clock('assist').state).toBe('stopped');
      expect(story.refusal('answer', 'township', november('04T11:00'))).toBeNull();
      expect([...standingsOf(CAST.department, story.ticket)]).toEqual([]);
    }
  });

  it('needs somebody to let go', () => {
    const input = { unitId: 'task-force', reason: '已无需' };
    expect(asked().refusal('release', 'township', november('04T10:00'), input)).toBe('assist.not_asked');
    expect(atTownship().refusal('release', 'township', november('04T10:00'), input)).toBe('assist.not_asked');
  });
});

describe('a dispatch with assistants', () => {
  const dispatched = (assistUnitIds: readonly string[]): TicketStory =>
    new TicketStory(november('02T09:00'), {}, 'officer').take('dispatch', 'office', november('02T10:00'), {
      holder: unit(2, 'township'),
      assistUnitIds,
    });

  it('asks each of them, and the lead cannot answer before they have', () => {
    const story = dispatched(['department', 'task-force']).take('claim', 'township', november('02T11:00'));
    expect(assists(story)).toEqual(['department asked', 'task-force asked']);
    expect(story.ticket.clocks.filter(({ kind }) => kind === 'assist')).toHaveLength(2);
    story.take('giveOpinion', 'department', november('03T10:00'));
    expect(story.refusal('answer', 'township', november('03T11:00'))).toBe('assist.outstanding');
    story.take('giveOpinion', 'taskForce', november('03T14:00'));
    expect(story.refusal('answer', 'township', november('03T15:00'))).toBeNull();
  });

  it('a second time releases who is left out, asks who is new and leaves who stays on its clock', () => {
    const story = dispatched(['department', 'task-force']);
    const clock = story.ticket.clocks.find(({ unitId }) => unitId === 'department');
    story.take('dispatch', 'office', november('03T10:00'), {
      holder: unit(2, 'other-township'),
      assistUnitIds: ['department', 'township'],
    });
    expect(assists(story)).toEqual(['department asked', 'task-force released', 'township asked']);
    expect(story.ticket.clocks).toContainEqual(clock);
    expect(story.ticket.assistUnitIds).toEqual(['department', 'township']);
    const told = story.events.slice(-3).map(({ type, data }) => `${type} ${String(data['unitId'])}`);
    expect(told).toEqual([
      ...['dispatched other-township', 'assistReleased task-force', 'assistAsked township'],
    ]);
  });

  it('does not ask a unit again that has given its opinion in this round', () => {
    const story = dispatched(['department']).take('claim', 'township', november('02T11:00'));
    story.take('giveOpinion', 'department', november('03T10:00'));
    story.take('dispatch', 'office', november('03T11:00'), {
      holder: unit(2, 'other-township'),
      assistUnitIds: ['department'],
    });
    expect(assists(story)).toEqual(['department given']);
  });

  it('waits for nobody’s opinion any more once the enterprise has withdrawn', () => {
    const story = dispatched(['department']).take('withdraw', 'enterprise', november('03T10:00'));
    expect(assists(story)).toEqual(['department released']);
  });

  it('to a unit that assisted makes it the lead, who owes no opinion any more', () => {
    const story = dispatched(['department']);
    story.take('dispatch', 'office', november('03T10:00'), {
      holder: unit(3, 'department'),
      assistUnitIds: [],
    });
    expect(assists(story)).toEqual(['department released']);
    story.take('claim', 'department', november('03T11:00'));
    expect(story.refusal('answer', 'department', november('03T14:00'))).toBeNull();
  });

  it('to nobody beside the lead leaves the assistants of a rise as they were', () => {
    const story = routed(november('02T09:00'), { severity: 'complex' }).take('claim', 'township', TUESDAY);
    story.take('assist', 'township', TUESDAY, { unitId: 'task-force', question: '意见' });
    story.take('escalate', 'township', november('04T10:00'));
    expect(outstanding(story.ticket.assists)).toMatchObject([{ unitId: 'task-force' }]);
    story.take('claim', 'department', november('04T11:00'));
    expect(story.refusal('answer', 'department', november('04T14:00'))).toBe('assist.outstanding');
  });
});
