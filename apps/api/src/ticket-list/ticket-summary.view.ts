import type { TicketSummary } from '@zhuqi/application';
import type { Lamp, Outcome, Severity, TicketStatus, Tier, Urgency } from '@zhuqi/domain';
import { isoOf } from '../edge';

/** 编号与名称 */
export class ReferenceView {
  id: string;
  name: string;
}

/** 提出诉求的企业；保密件对承办单位隐去，编号为空 */
export class SubmitterView {
  id: string | null;
  name: string;
}

/** 当前承办单位与承办人 */
export class SummaryHolderView {
  unit?: ReferenceView;
  person?: ReferenceView;
}

/** 列表中的一件诉求 */
export class TicketSummaryView {
  id: string;
  number: string;
  version: number;
  status: TicketStatus;
  tier: Tier | null;
  severity: Severity;
  urgency: Urgency;
  lamp: Lamp;
  round: number;
  outcome: Outcome | null;
  title: string;
  category: string;
  categoryName: string;
  enterprise: SubmitterView;
  holder: SummaryHolderView;
  nextDueAt: string | null;
  submittedAt: string;
  confidential: boolean;
}

/** 一页诉求 */
export class TicketPageView {
  items: TicketSummaryView[];
  nextCursor: string | null;
  total?: number;
}

/** Every field by name: taking an object apart and spreading the rest costs a list a sixth of its time. */
export function ticketSummaryView(summary: TicketSummary): TicketSummaryView {
  const { nextDueAt } = summary;
  return {
    id: summary.id,
    number: summary.number,
    version: summary.version,
    status: summary.status,
    tier: summary.tier,
    severity: summary.severity,
    urgency: summary.urgency,
    lamp: summary.lamp,
    round: summary.round,
    outcome: summary.outcome,
    title: summary.title,
    category: summary.category,
    categoryName: summary.categoryName,
    enterprise: summary.enterprise,
    holder: holderView(summary.holder),
    nextDueAt: nextDueAt === null ? null : isoOf(nextDueAt),
    submittedAt: isoOf(summary.submittedAt),
    confidential: summary.confidential,
  };
}

function holderView({ unit, person }: TicketSummary['holder']): TicketSummaryView['holder'] {
  if (unit === null) return person === null ? {} : { person };
  return person === null ? { unit } : { unit, person };
}
