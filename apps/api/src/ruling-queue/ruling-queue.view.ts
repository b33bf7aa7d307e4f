import type { RulingItem } from '@zhuqi/application';
import { REQUEST_RULES, type RequestKind, type RequestState, type Severity, type Tier } from '@zhuqi/domain';
import { isoOf } from '../edge';
import { ReferenceView, ticketSummaryView, TicketSummaryView } from '../ticket-list/ticket-summary.view';

/** 建议改由谁承办 */
export class RulingDestinationView {
  tier: Tier;
  unit: ReferenceView | null;
  person: ReferenceView | null;
}

/** 一项待裁定或已裁定的申请 */
export class RulingItemView {
  id: string;
  /** return | extension | suspension | downgrade */
  kind: RequestKind;
  kindLabel: string;
  /** pending | approved | refused */
  state: RequestState;
  ticket: TicketSummaryView;
  reason: string;
  basis: string | null;
  evidence: string | null;
  to: RulingDestinationView | null;
  newDueOn: string | null;
  reviewOn: string | null;
  toSeverity: Severity | null;
  askedAt: string;
  askedBy: ReferenceView | null;
  askedUnit: ReferenceView | null;
  /** 裁定期限 */
  ruleBy: string;
  /** 到期仍未裁定，或裁定时已过期限 */
  overdue: boolean;
  ruledAt: string | null;
  note: string | null;
  /** 您现在是否可以裁定 */
  mayRule: boolean;
}

/** 一页申请 */
export class RulingPageView {
  items: RulingItemView[];
  nextCursor: string | null;
  total?: number;
}

export const rulingItemView = (item: RulingItem): RulingItemView => ({
  id: item.id,
  kind: item.kind,
  kindLabel: REQUEST_RULES[item.kind].label,
  state: item.state,
  ticket: ticketSummaryView(item.ticket),
  reason: item.reason,
  basis: item.basis,
  evidence: item.evidence,
  to: item.to,
  newDueOn: item.newDueOn,
  reviewOn: item.reviewOn,
  toSeverity: item.toSeverity,
  askedAt: isoOf(item.askedAt),
  askedBy: item.askedBy,
  askedUnit: item.askedUnit,
  ruleBy: isoOf(item.ruleBy),
  overdue: item.overdue,
  ruledAt: item.ruledAt === null ? null : isoOf(item.ruledAt),
  note: item.note,
  mayRule: item.mayRule,
});
