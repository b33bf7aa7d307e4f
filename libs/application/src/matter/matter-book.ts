import type { Instant, MatterAnswer, MatterState, PersonActor, Solved } from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { Named, TicketSummary } from '../ticket-list';

/** What the enterprises have said to their answers, among the tickets the reader may see. */
export interface VerdictCounts extends Readonly<Record<Solved, number>> {
  /** Answered, and the enterprise has not spoken yet. */
  readonly waiting: number;
  /** Closed without a word of the enterprise. */
  readonly silent: number;
}

/** A matter as it stands in a list. Every count is of tickets within the reader's scope. */
export interface MatterSummary {
  readonly id: string;
  readonly regionCode: string;
  readonly title: string;
  readonly state: MatterState;
  readonly leadTicket: { readonly id: string; readonly number: string } | null;
  readonly madeAt: Instant;
  readonly madeBy: Named;
  readonly tickets: number;
  readonly enterprises: number;
  /** Tickets that still wait for an answer. */
  readonly open: number;
  readonly verdicts: VerdictCounts;
}

export interface MatterMember {
  readonly ticket: TicketSummary;
  readonly lead: boolean;
  /** What the enterprise said in the ticket's last answered round; null while it has not. */
  readonly solved: Solved | null;
  readonly rating: number | null;
  readonly answeredAt: Instant | null;
}

export interface MatterFile extends MatterSummary {
  readonly reason: string;
  readonly answer: (Omit<MatterAnswer, 'responsibleUnitId'> & { readonly responsibleUnit: Named }) | null;
  readonly answeredAt: Instant | null;
  readonly answeredBy: Named | null;
  readonly dissolvedAt: Instant | null;
  readonly members: readonly MatterMember[];
}

export interface MatterFilter {
  readonly state?: MatterState;
}

/** Matters of which the reader may read a ticket; an enterprise sees none, so that none learns of another. */
export abstract class MatterBook {
  abstract page(reader: PersonActor, filter: MatterFilter, page: PageRequest): Promise<Page<MatterSummary>>;
  /** For who may read one of its tickets. */
  abstract brief(matterId: string): Promise<Pick<MatterSummary, 'id' | 'title' | 'state'> | null>;
  abstract find(reader: PersonActor, matterId: string): Promise<MatterFile | null>;
}
