import type { EscalationItem } from '@zhuqi/application';
import type { EscalationCause, Tier } from '@zhuqi/domain';
import { isoOf } from '../edge';
import { ticketSummaryView, TicketSummaryView } from '../ticket-list/ticket-summary.view';

/** 一件诉求最近一次提级 */
export class EscalationItemView {
  ticket: TicketSummaryView;
  fromTier: Tier;
  toTier: Tier;
  /** manual | resolve_overdue | redispatched | disputed_twice */
  cause: EscalationCause;
  at: string;
  /** 超过办结时限的工作分钟数，未超为 0 */
  overdueWorkingMinutes: number;
  previousOpinion: string | null;
}

/** 一页提级 */
export class EscalationPageView {
  items: EscalationItemView[];
  nextCursor: string | null;
  total?: number;
}

export const escalationItemView = (item: EscalationItem): EscalationItemView => ({
  ticket: ticketSummaryView(item.ticket),
  fromTier: item.fromTier,
  toTier: item.toTier,
  cause: item.cause,
  at: isoOf(item.at),
  overdueWorkingMinutes: item.overdueWorkingMinutes,
  previousOpinion: item.previousOpinion,
});
