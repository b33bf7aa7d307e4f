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

  /** The tickets it holds, in whatever status, in the order in which they are to be locked. */
  abstract heldTicketIds(id: string): Promise<readonly string[]>;

  /** The tickets on which its opinion is outstanding, in the order in which they are to be locked. */
  abstract assistedTicketIds(id: string): Promise<readonly string[]>;

  abstract changeLead(id: string, leadId: string): Promise<void>;
  abstract changeMembers(id: string, change: MemberChange, at: Instant): Promise<void>;
  abstract dissolve(
    id: string,
    end: { readonly byId: string; readonly note: string },
    at: Instant,
  ): Promise<void>;
}
