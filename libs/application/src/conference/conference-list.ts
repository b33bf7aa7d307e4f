import type { ConferenceState, Day, Instant, PersonActor } from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { Named, TicketSummary } from '../ticket-list';

/** `followUpsOpen`: concluded, and something that was decided has not been done yet. */
export const CONFERENCE_QUEUES = ['planned', 'concluded', 'followUpsOpen'] as const;
export type ConferenceQueue = (typeof CONFERENCE_QUEUES)[number];

export interface ConferenceFilter {
  readonly state: ConferenceQueue;
}

export interface FollowUpItem {
  readonly ordinal: number;
  readonly what: string;
  readonly unit: Named | null;
  readonly person: Named | null;
  readonly dueOn: Day;
  readonly overdue: boolean;
}

/** A conference with its ticket, as those who have to do with it need to see it. */
export interface ConferenceItem {
  readonly ticket: TicketSummary;
  readonly ordinal: number;
  readonly state: ConferenceState;
  readonly subject: string;
  readonly heldAt: Instant;
  readonly place: string | null;
  readonly convenedBy: Named | null;
  readonly endedAt: Instant | null;
  readonly decision: string | null;
  /** What is still to be done. */
  readonly followUps: readonly FollowUpItem[];
}

/**
 * The conferences a person has to do with, within its scope: convened, invited to, charged with something, or on a
 * ticket it holds. The office and the auditor see all of their regions. What is to take place comes in the order of
 * its time, what was decided with the latest first, what is open by the nearest day.
 */
export abstract class ConferenceList {
  abstract page(
    reader: PersonActor,
    filter: ConferenceFilter,
    page: PageRequest,
  ): Promise<Page<ConferenceItem>>;
}
