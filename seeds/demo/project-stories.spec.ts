import { RUNNING_PROJECT_STATES } from '@zhuqi/domain';
import { chainOf } from './rehearsal';
import { demoProjects } from './projects';
import { district, ofProjects } from './rehearsed-stories';

const projects = demoProjects(district);
const distinct = (list: readonly unknown[]) => new Set(list).size;

describe('the projects of the demo', () => {
  it('are seven, in the four sectors and of the three fundings, each with people of its own', () => {
    expect(projects).toHaveLength(7);
    expect(distinct(projects.map(({ sector }) => sector))).toBe(4);
    expect(distinct(projects.map(({ funding }) => funding))).toBe(3);
    expect(projects.every(({ investmentWan }) => investmentWan >= 5_000)).toBe(true);
    for (const each of ['enterpriseId', 'leaderId', 'code', 'name'] as const) {
      expect(distinct(projects.map((project) => project[each]))).toBe(projects.length);
    }
    const secretaries = projects.map(({ secretaryId, departmentId }) => [
      district.people.find(({ id }) => id === secretaryId)?.unitId,
      departmentId,
    ]);
    expect(secretaries.filter(([unitId, departmentId]) => unitId !== departmentId)).toEqual([]);
  });

  it('leave the enterprises of the named accounts alone', () => {
    const own = new Set(projects.map(({ enterpriseId }) => enterpriseId));
    const named = new Set(district.accounts.flatMap(({ personId }) => personId ?? []));
    expect(district.accounts.filter(({ enterpriseId }) => own.has(enterpriseId ?? ''))).toEqual([]);
    expect(
      district.pairings.filter(({ enterpriseId, personId }) => own.has(enterpriseId) && named.has(personId)),
    ).toEqual([]);
  });
});

describe('the problems of the projects', () => {
  it('are twelve collected, nine of them resolved, each of a project that runs', () => {
    expect(ofProjects).toHaveLength(12);
    const resolved = ofProjects.filter(({ ticket }) => ticket.outcome === 'resolved');
    expect(resolved).toHaveLength(9);
    const states = ofProjects.map(({ story }) => projects.find(({ key }) => key === story.project)?.state);
    expect(states.filter((state) => !RUNNING_PROJECT_STATES.some((running) => running === state))).toEqual(
      [],
    );
  });

  it('go along the chain of the project: its township, its department, its leader', () => {
    for (const { story, ticket } of ofProjects) {
      const project = projects.find(({ key }) => key === story.project);
      expect(ticket).toMatchObject({ projectId: project?.id, leaderId: project?.leaderId });
      const { townshipId, departmentId } = chainOf(story, district);
      expect([townshipId, departmentId]).toEqual([project?.townshipId, project?.departmentId]);
    }
    const risen = ofProjects.filter(({ ticket }) => ticket.tier === 3);
    expect(risen.map(({ ticket }) => ticket.departmentId)).toEqual(
      risen.map(({ story }) => projects.find(({ key }) => key === story.project)?.departmentId),
    );
    expect(risen.length).toBeGreaterThanOrEqual(3);
  });
});
