import type { EscalationCause, PersonActor, Span, Tier } from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { TicketSummary } from '../ticket-list';

/** `open` until the ticket is answered or has ended, `done` from then on. */
export const ESCALATION_STATES = ['open', 'done'] as const;
export type EscalationState = (typeof ESCALATION_STATES)[number];

/** The promise as far as its overrun asks. */
export interface PromiseStand {
  readonly dueAt: number;
  /** Now, or when its time stood still. */
  readonly standsAt: number;
  readonly pauses: readonly Span[];
}

/** A ticket and its latest escalation, as it is kept. */
export interface EscalatedTicket {
  readonly ticket: TicketSummary;
  readonly regionCode: string;
  readonly fromTier: Tier;
  readonly toTier: Tier;
  readonly cause: EscalationCause;
  readonly at: number;
  readonly previousOpinion: string | null;
  /** Null when the ticket was never dispatched. */
  readonly promise: PromiseStand | null;
}

/** One item per ticket: red before yellow, then the oldest first. Who sees which is decided by role and scope. */
export abstract class EscalatedTickets {
  abstract page(
    reader: PersonActor,
    state: EscalationState,
    page: PageRequest,
  ): Promise<Page<EscalatedTicket>>;
}
