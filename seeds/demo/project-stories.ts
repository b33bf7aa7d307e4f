import type { DemoDistrict } from './district-types';
import * as s from './open-steps';
import { PROJECT_PROBLEMS, type ProjectProblem, type SolvedProblem } from './texts/project-problems';
import { demoProjects } from './projects';
import type { PlannedEnd, Story, StoryStep } from './story-types';

const KEY_WIDTH = 2;

/** The problems of the key projects, told like any other: nine solved, three still open when the demo starts. */
export function projectStories(district: DemoDistrict): readonly Story[] {
  const projects = demoProjects(district);
  return PROJECT_PROBLEMS.map((problem, index) => {
    const project = projects.find(({ key }) => key === problem.project);
    const owner = district.enterprises.find(({ id }) => id === project?.enterpriseId);
    if (project === undefined || owner === undefined) throw new Error(`no project ${problem.project}`);
    return {
      key: `erdao-p${String(index + 1).padStart(KEY_WIDTH, '0')}`,
      regionCode: owner.regionCode,
      enterprise: owner.key,
      project: project.key,
      by: 'enterprise',
      channel: 'enterprise',
      ...{ title: problem.title, description: problem.description, category: problem.category },
      ...{ severity: problem.severity, urgency: 'normal', confidential: false },
      submittedAt: s.onClock(problem.submitted),
      ...courseOf(problem),
    } satisfies Story;
  });
}

interface Course {
  readonly steps: readonly StoryStep[];
  readonly planned: PlannedEnd;
}

function courseOf(problem: ProjectProblem): Course {
  const start = problem.severity === 'complex' ? 2 : 1;
  const risen =
    problem.handedUp === undefined ? [] : [s.handUp(...problem.handedUp), s.claim(problem.claimedAgain)];
  const begun = [
    s.claim(problem.claimed),
    s.contact(...problem.contacted),
    ...risen,
    s.tell(...problem.told),
  ];
  const tier = problem.handedUp === undefined ? start : start === 2 ? 3 : 2;
  if (!('answered' in problem)) {
    return { steps: begun, planned: { status: 'in_progress', tier, round: 1, outcome: null } };
  }
  const planned = { status: 'closed', tier, round: 1, outcome: 'resolved' } as const;
  return { steps: [...begun, ...endOf(problem)], planned };
}

/** Without a word of the enterprise it is closed by the system. */
const endOf = ({ answered, confirmed }: SolvedProblem): StoryStep[] => [
  s.answer(...answered),
  ...(confirmed === undefined ? [] : [s.confirm(...confirmed)]),
];
