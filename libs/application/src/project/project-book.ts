import type {
  Instant,
  PersonActor,
  Project,
  ProjectChanges,
  ProjectFunding,
  ProjectSector,
  ProjectState,
} from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { Named } from '../ticket-list';

/** A project as people read it: names beside the ids. */
export interface ProjectSummary extends Omit<Project, ProjectPlaces> {
  readonly enterprise: Named;
  readonly township: Named | null;
  readonly department: Named | null;
  readonly leader: Named | null;
  readonly secretary: Named | null;
}

type ProjectPlaces = 'enterpriseId' | 'townshipId' | 'departmentId' | 'leaderId' | 'secretaryId';

/** One line of a project's trail. */
export interface ProjectTrail {
  readonly version: number;
  readonly at: Instant;
  readonly by: Named;
  readonly reason: string | null;
  readonly changed: ProjectChanges;
  /** The people and units that the change tells by their ids. */
  readonly named: readonly Named[];
}

export interface ProjectFile extends ProjectSummary {
  /** Latest first. */
  readonly trail: readonly ProjectTrail[];
}

export interface ProjectFilter {
  readonly enterpriseId?: string;
  readonly sector?: ProjectSector;
  readonly funding?: ProjectFunding;
  readonly state?: ProjectState;
  readonly leaderId?: string;
  /** A fragment of the name, or the beginning of the code. */
  readonly q?: string;
}

/** The projects of the enterprises a reader may see, and those that name the reader or its unit. */
export abstract class ProjectBook {
  abstract page(reader: PersonActor, filter: ProjectFilter, page: PageRequest): Promise<Page<ProjectSummary>>;
  abstract find(reader: PersonActor, projectId: string): Promise<ProjectFile | null>;
  /** For who may read one of its tickets and is told whose it is. */
  abstract brief(projectId: string): Promise<Named | null>;
}
