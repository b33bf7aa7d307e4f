import type { SimilarTicket } from '@zhuqi/application';
import { ticketSummaryView, TicketSummaryView } from '../ticket-list/ticket-summary.view';

/** 可能是同一件事的诉求 */
export class SimilarTicketView {
  ticket: TicketSummaryView;
  /** 0–1，越大越像 */
  score: number;
  /** 像在哪里 */
  reasons: string[];
}

export class SimilarTicketsView {
  items: SimilarTicketView[];
  nextCursor: string | null;
}

export const similarTicketsView = (similar: readonly SimilarTicket[]): SimilarTicketsView => ({
  items: similar.map(({ ticket, score, reasons }) => ({
    ticket: ticketSummaryView(ticket),
    score,
    reasons: [...reasons],
  })),
  nextCursor: null,
});
