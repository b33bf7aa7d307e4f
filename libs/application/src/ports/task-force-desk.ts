import type { Instant } from '@zhuqi/domain';

/** A task force as it is founded: a unit of its district from now on. */
export interface NewTaskForce {
  readonly id: string;
  readonly regionCode: string;
  readonly name: string;
  readonly purpose: string;
  readonly leadId: string;
  readonly memberUnitIds: readonly string[];
  readonly createdById: string;
}

export interface LockedTaskForce {
  readonly id: string;
  readonly name: string;
  readonly regionCode: string;
  readonly leadId: string;
  readonly memberUnitIds: readonly string[];
  readonly dissolvedAt: Instant | null;
}

export interface MemberChange {
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

/** The writes on task forces (专班) of one transaction. */
export abstract class TaskForceDesk {
  /** Refuses `taskForce.name_taken` when the district has a unit of that name. */
  abstract found(force: NewTaskForce, at: Instant): Promise<void>;

  /** Nobody else changes or dissolves it, and nothing new is dispatched to it, until this transaction ends. */
  abstract lock(id: string): Promise<LockedTaskForce | null>;

  /**
   * Whether this unit is a task force that has been dissolved: asked of the database, and so until this transaction
   * ends, unlike what the directory remembers.
   */
  abstract dissolved(unitId: string): Promise<boolean>;

  /**
   * The tickets it holds in whatever status, those on which its opinion is outstanding and those of which it has
   * something to do, in the order in which they are to be locked.
   */
  abstract concernedTicketIds(id: string): Promise<readonly string[]>;

  abstract changeLead(id: string, leadId: string): Promise<void>;
  abstract changeMembers(id: string, change: MemberChange, at: Instant): Promise<void>;
  abstract dissolve(
    id: string,
    end: { readonly byId: string; readonly note: string },
    at: Instant,
  ): Promise<void>;
}
