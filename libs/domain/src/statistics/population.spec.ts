import { november } from '../../../../test/support/november';
import { routed } from '../../../../test/support/ticket-stage';
import { populationOf } from './population';

describe('the population a ticket counts in', () => {
  it('is that of its project from the submission to the end, otherwise that of the enterprises', () => {
    const own = routed(november('02T09:00'));
    expect(populationOf(own.ticket)).toBe('enterprise');
    const story = routed(november('02T09:00'), { projectId: 'project' });
    story.take('claim', 'officer', november('02T10:00')).take('contact', 'officer', november('02T11:00'));
    story.take('escalate', 'officer', november('03T10:00'));
    expect(populationOf(story.ticket)).toBe('project');
    expect(story.events[0]?.data).toMatchObject({ projectId: 'project' });
    expect(own.events[0]?.data).not.toHaveProperty('projectId');
  });
});
