import type { Day } from '../time';

/** What a project is built for; the programme serves four sectors. */
export const PROJECT_SECTORS = ['commercial', 'industrial', 'agricultural', 'infrastructure'] as const;
export type ProjectSector = (typeof PROJECT_SECTORS)[number];

export const PROJECT_SECTOR_LABEL = {
  commercial: '商业',
  industrial: '工业',
  agricultural: '农业',
  infrastructure: '基础设施',
} as const satisfies Record<ProjectSector, string>;

/** Where the money comes from. */
export const PROJECT_FUNDINGS = ['private', 'special_bond', 'central_budget'] as const;
export type ProjectFunding = (typeof PROJECT_FUNDINGS)[number];

export const PROJECT_FUNDING_LABEL = {
  private: '社会投资',
  special_bond: '专项债券',
  central_budget: '中央预算内投资',
} as const satisfies Record<ProjectFunding, string>;

export const PROJECT_STATES = ['planned', 'building', 'completed', 'cancelled'] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];

/** While it runs, its problems are the programme's. */
export const RUNNING_PROJECT_STATES = ['planned', 'building'] as const satisfies readonly ProjectState[];

export const PROJECT_STATE_LABEL = {
  planned: '待开工',
  building: '在建',
  completed: '已竣工',
  cancelled: '已取消',
} as const satisfies Record<ProjectState, string>;

/** What the office keeps of a project and may change; whose it is and where never changes. */
export interface ProjectPlan {
  readonly name: string;
  /** The number of the project's approval or record (项目代码). */
  readonly code: string | null;
  /** The township it is built in. */
  readonly townshipId: string | null;
  readonly sector: ProjectSector;
  /** In 10,000 yuan (万元). */
  readonly investmentWan: number;
  readonly funding: ProjectFunding;
  /** Who answers for it: one leader, one department, one project secretary. */
  readonly leaderId: string | null;
  readonly departmentId: string | null;
  readonly secretaryId: string | null;
  readonly state: ProjectState;
  readonly startsOn: Day | null;
  readonly completesOn: Day | null;
}

/** What may be left open, and be cleared again. */
export const CLEARABLE_PROJECT_FIELDS = [
  'code',
  'townshipId',
  'leaderId',
  'departmentId',
  'secretaryId',
  'startsOn',
  'completesOn',
] as const satisfies readonly (keyof ProjectPlan)[];
export type ClearableProjectField = (typeof CLEARABLE_PROJECT_FIELDS)[number];

/** A key project (重点项目) of an enterprise of the district. */
export interface Project extends ProjectPlan {
  readonly id: string;
  readonly regionCode: string;
  /** Whose it is (业主). */
  readonly enterpriseId: string;
  /** 1 when it was entered, one more with every change. */
  readonly version: number;
}
