import type { SimilarTicket } from '@zhuqi/application';
import { TicketView } from './ticket.view';

/** 可能重复的一件诉求 */
export class SimilarBriefView {
  id: string;
  number: string;
  title: string;
  /** 0–1，越大越像 */
  score: number;
  /** 像在哪里 */
  reasons: string[];
}

/** 刚提交的诉求，附本人可见范围内可能重复的诉求 */
export class SubmittedTicketView extends TicketView {
  similar: SimilarBriefView[];
}

/** Only what does not change: a repeated submission is told the same. */
export const similarBrief = ({ ticket, score, reasons }: SimilarTicket): SimilarBriefView => ({
  id: ticket.id,
  number: ticket.number,
  title: ticket.title,
  score,
  reasons: [...reasons],
});
