import type { Day, Instant, PersonActor, RequestKind, RequestState, Severity, Tier } from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { Named, TicketSummary } from '../ticket-list';

/** `pending`: waits for the reader's ruling; `ruled`: the reader has ruled on it. */
export const RULING_STATES = ['pending', 'ruled'] as const;
export type RulingState = (typeof RULING_STATES)[number];

export interface RulingFilter {
  readonly state: RulingState;
  readonly kind?: RequestKind;
}

/** A request as whoever rules on it needs to see it. */
export interface RulingItem {
  readonly id: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly ticket: TicketSummary;
  readonly reason: string;
  readonly basis: string | null;
  readonly evidence: string | null;
  /** Who would have the ticket instead. */
  readonly to: { readonly tier: Tier; readonly unit: Named | null; readonly person: Named | null } | null;
  readonly newDueOn: Day | null;
  readonly reviewOn: Day | null;
  readonly toSeverity: Severity | null;
  readonly askedAt: Instant;
  readonly askedBy: Named | null;
  readonly askedUnit: Named | null;
  readonly ruleBy: Instant;
  /** The deadline passed before there was a ruling. */
  readonly overdue: boolean;
  readonly ruledAt: Instant | null;
  readonly note: string | null;
  /** Whether this reader may rule right now; who only looks may not, and nobody while the ticket waits. */
  readonly mayRule: boolean;
}

/**
 * What waits for a person to rule on it, the nearest deadline first, or what it ruled on, the latest first: within
 * its scope, and pending only where it stands to the ticket as `ruler`. The auditor looks at all that is pending.
 */
export abstract class RulingQueue {
  abstract page(reader: PersonActor, filter: RulingFilter, page: PageRequest): Promise<Page<RulingItem>>;
}
