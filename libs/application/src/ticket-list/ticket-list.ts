import type { Lamp, PersonActor, Population, Severity, Tier, TicketStatus } from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { TicketSummary } from './ticket-summary';

export const TICKET_VIEWS = ['mine', 'unit', 'escalations', 'overdue', 'triage'] as const;
export type TicketView = (typeof TICKET_VIEWS)[number];

/** `due`: what falls due first, tickets without a due time last. */
export const TICKET_SORTS = ['due', '-submittedAt'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

/** Every filter narrows; an absent one does not. */
export interface TicketFilter {
  readonly statuses?: readonly TicketStatus[];
  readonly tier?: Tier;
  readonly severity?: Severity;
  readonly lamp?: Lamp;
  readonly category?: string;
  readonly enterpriseId?: string;
  /** The problems of one project. */
  readonly projectId?: string;
  /** Problems of enterprises or of projects only. */
  readonly population?: Population;
  readonly holderUnitId?: string;
  /** A fragment of the title, the number or the enterprise's name. */
  readonly q?: string;
  readonly view?: TicketView;
}

export interface TicketListRequest extends PageRequest {
  readonly filter: TicketFilter;
  readonly sort: TicketSort;
}

/** Tickets the reader may see, one page at a time. */
export abstract class TicketList {
  abstract page(reader: PersonActor, request: TicketListRequest): Promise<Page<TicketSummary>>;
}
