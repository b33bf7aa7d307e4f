import type { Instant, NamedInPlan, Project, ProjectCast, ProjectChanges } from '@zhuqi/domain';

/** Who entered or changed a project, and when. */
export interface ProjectDeed {
  readonly byId: string;
  readonly at: Instant;
  /** Why, in the office's words; null for the entry itself. */
  readonly reason: string | null;
  readonly changed: ProjectChanges;
}

/** The writes on projects of one transaction; hangs on it as `tx.projects`. */
export abstract class ProjectDesk {
  /** The region of an enterprise; null when there is none of that id. */
  abstract regionOfOwner(enterpriseId: string): Promise<string | null>;
  /** Locks the leader against another project at the same time; `exceptId` is not counted among its projects. */
  abstract castOf(named: NamedInPlan, exceptId: string): Promise<ProjectCast>;
  /** Locked; null when there is none. */
  abstract lock(projectId: string): Promise<Project | null>;
  /** Refused at the end with `project.code_taken` when another project of the region bears the code. */
  abstract add(project: Project, deed: ProjectDeed): Promise<void>;
  /** As it is from now on, with its trail; refused like an entry. */
  abstract change(project: Project, deed: ProjectDeed): Promise<void>;
}
