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

export function ticketSummaryView({
  holder,
  nextDueAt,
  submittedAt,
  ...summary
}: TicketSummary): TicketSummaryView {
  const { unit, person } = holder;
  return {
    ...summary,
    holder: { ...(unit === null ? {} : { unit }), ...(person === null ? {} : { person }) },
    nextDueAt: nextDueAt === null ? null : isoOf(nextDueAt),
    submittedAt: isoOf(submittedAt),
  };
}
