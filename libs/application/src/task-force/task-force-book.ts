import type { Instant, PersonActor } from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { Named, TicketSummary } from '../ticket-list';

export const TASK_FORCE_STATES = ['active', 'dissolved'] as const;
export type TaskForceState = (typeof TASK_FORCE_STATES)[number];

export interface TaskForceFilter {
  readonly state: TaskForceState;
}

/** A task force as its district sees it. */
export interface TaskForceItem extends Named {
  readonly regionCode: string;
  readonly state: TaskForceState;
  readonly purpose: string;
  readonly lead: Named;
  /** The units that take part now, or took part at the end. */
  readonly members: readonly Named[];
  readonly createdAt: Instant;
  readonly createdBy: Named;
  readonly dissolvedAt: Instant | null;
  readonly dissolvedBy: Named | null;
  readonly note: string | null;
  /** How many tickets it holds that the reader may read. */
  readonly heldTickets: number;
}

export interface TaskForceFile extends TaskForceItem {
  /** Those tickets, the oldest first, at most 100. */
  readonly tickets: readonly TicketSummary[];
}

/** The task forces of the reader's regions, the latest first. */
export abstract class TaskForceBook {
  abstract page(
    reader: PersonActor,
    filter: TaskForceFilter,
    page: PageRequest,
  ): Promise<Page<TaskForceItem>>;

  /** Null outside the reader's regions. */
  abstract byId(reader: PersonActor, id: string): Promise<TaskForceFile | null>;
}
