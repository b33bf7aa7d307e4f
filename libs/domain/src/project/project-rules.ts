import { can, type Actor, type Role } from '../access';
import { accepted, refused, type Decision, type Declined } from '../decision';
import { DEFAULT_CASELOAD_RULES, mayLeadKeyProject } from '../enterprise';
import { isOneOf } from '../ticket/axes';
import {
  PROJECT_STATE_LABEL,
  RUNNING_PROJECT_STATES,
  type Project,
  type ProjectPlan,
  type ProjectState,
} from './project';

/** The office of a district keeps its list of key projects (包保重点项目清单). */
export const mayManageProject = (actor: Actor, regionCode: string): Decision<true> =>
  actor.kind === 'person' && can(actor.roles, 'project.manage') && actor.regionCodes.includes(regionCode)
    ? accepted(true)
    : refused('permission.denied', '重点项目由本区调度办登记和维护');

/** Problems of a project are those it has before it is finished; null is a project the enterprise does not have. */
export function mayRaiseProblem(state: ProjectState | null): Decision<true> {
  if (state === null) return refused('project.unknown', '该企业名下没有这个项目', '/projectId');
  if (isOneOf(RUNNING_PROJECT_STATES, state)) return accepted(true);
  const detail = `该项目${PROJECT_STATE_LABEL[state]}，请作为企业诉求提交`;
  return refused('project.over', detail, '/projectId');
}

/** A unit or a person as a plan names it; null when it is unknown or not in service. */
export interface NamedUnit {
  readonly kind: string;
  readonly regionCode: string;
}
export interface NamedPerson {
  readonly roles: readonly Role[];
  readonly regionCode: string;
}

/** What is known about those a plan names; null where nobody is named or nobody known. */
export interface ProjectCast {
  readonly township: NamedUnit | null;
  readonly department: NamedUnit | null;
  readonly leader: NamedPerson | null;
  readonly secretary: NamedPerson | null;
  /** Other running projects the leader answers for. */
  readonly ledByLeader: number;
}

export interface PlanTerms {
  readonly regionCode: string;
  readonly plan: ProjectPlan;
  readonly cast: ProjectCast;
  /** The office has said that the leader may take on more projects than the rule allows. */
  readonly overCapacity: boolean;
}

/** Whether a project may stand as planned: its days in order, and whom it names of the district and of the right kind. */
export function checkPlan(terms: PlanTerms): Decision<true> {
  const { startsOn, completesOn } = terms.plan;
  if (startsOn !== null && completesOn !== null && completesOn < startsOn) {
    return refused('project.days', '计划竣工日期不能早于开工日期', '/completesOn');
  }
  return firstRefusal(terms) ?? accepted(true);
}

function firstRefusal({ regionCode, plan, cast, overCapacity }: PlanTerms): Declined | null {
  const isUnit = (unit: NamedUnit | null, kind: string): boolean =>
    unit?.kind === kind && unit.regionCode === regionCode;
  if (plan.townshipId !== null && !isUnit(cast.township, 'township')) {
    return refused('project.unit', '属地应为本区的街镇', '/townshipId');
  }
  if (plan.departmentId !== null && !isUnit(cast.department, 'department')) {
    return refused('project.unit', '责任部门应为本区的行管部门', '/departmentId');
  }
  if (plan.secretaryId !== null && !isStaff(cast.secretary, regionCode)) {
    return refused('project.person', '项目秘书应为本区在岗的工作人员', '/secretaryId');
  }
  if (plan.leaderId === null) return null;
  if (!isStaff(cast.leader, regionCode) || cast.leader?.roles.includes('district_leader') !== true) {
    return refused('project.person', '包保领导应为本区在岗的区级领导', '/leaderId');
  }
  if (overCapacity || !isOneOf(RUNNING_PROJECT_STATES, plan.state)) return null;
  const capacity = mayLeadKeyProject(DEFAULT_CASELOAD_RULES, cast.ledByLeader);
  return capacity.ok ? null : refused('pairing.over_capacity', capacity.refusal.detail, '/leaderId');
}

const isStaff = (person: NamedPerson | null, regionCode: string): boolean =>
  person?.regionCode === regionCode &&
  !person.roles.some((role) => role === 'enterprise' || role === 'integrator');

export type ProjectField = keyof ProjectPlan;
/** Each changed field with its value before and after. */
export type ProjectChanges = Readonly<
  Partial<Record<ProjectField, readonly [string | number | null, string | number | null]>>
>;

/** Whom a plan names; the others are null. */
export type NamedInPlan = Pick<ProjectPlan, 'townshipId' | 'departmentId' | 'leaderId' | 'secretaryId'>;

/**
 * Whom a change has to be looked at for: those it names, for somebody named before may have left since; but everybody
 * when the project begins to run again.
 */
export function newlyNamed(before: Project, after: Project): NamedInPlan {
  const isRunning = ({ state }: Project): boolean => isOneOf(RUNNING_PROJECT_STATES, state);
  const begunAgain = isRunning(after) && !isRunning(before);
  const named = (field: keyof NamedInPlan): string | null =>
    begunAgain || after[field] !== before[field] ? after[field] : null;
  return {
    townshipId: named('townshipId'),
    departmentId: named('departmentId'),
    leaderId: named('leaderId'),
    secretaryId: named('secretaryId'),
  };
}

/** The project under a changed plan, one version on, with what changed; a change of nothing is refused. */
export function changeProject(
  before: Project,
  wanted: Partial<ProjectPlan>,
): Decision<{ readonly project: Project; readonly changed: ProjectChanges }> {
  const fields = Object.keys(wanted) as ProjectField[];
  const differing = fields.filter((field) => wanted[field] !== undefined && wanted[field] !== before[field]);
  if (differing.length === 0) return refused('project.unchanged', '提交的内容与现有内容相同');
  const said = Object.fromEntries(differing.map((field) => [field, wanted[field]])) as Partial<ProjectPlan>;
  const project = { ...before, ...said, version: before.version + 1 };
  return accepted({
    project,
    changed: Object.fromEntries(differing.map((field) => [field, [before[field], project[field]]])),
  });
}
