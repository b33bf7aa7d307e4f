import type { ProbableDuplicate } from '@zhuqi/application';
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

/** 刚提交的诉求，附该企业此前可能重复的诉求 */
export class SubmittedTicketView extends TicketView {
  similar: SimilarBriefView[];
}

/** Only what does not change: a repeated submission is told the same. */
export const similarBrief = ({ id, number, title, score, reasons }: ProbableDuplicate): SimilarBriefView => ({
  ...{ id, number, title, score },
  reasons: [...reasons],
});
