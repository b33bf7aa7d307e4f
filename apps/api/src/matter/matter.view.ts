import type {
  AnsweredMatter,
  MatterFile,
  MatterMember,
  MatterSummary,
  SuggestedMatter,
} from '@zhuqi/application';
import { MATTER_STATE_LABEL, type MatterState, type Outcome, type Solved } from '@zhuqi/domain';
import { isoOf } from '../edge';
import { NamedView } from '../ticket/named.view';
import { TicketReferenceView } from '../ticket/ticket.view';
import { isoOrNull } from '../ticket/view-values';
import { ticketSummaryView, TicketSummaryView } from '../ticket-list/ticket-summary.view';

/** 各企业对答复的评价：yes 已解决、partly 部分解决、no 未解决、waiting 待评价、silent 未评价而销号 */
export class VerdictCountsView {
  yes: number;
  partly: number;
  no: number;
  waiting: number;
  silent: number;
}

/** 一组同类诉求；各项数目只计您可见的诉求 */
export class MatterSummaryView {
  id: string;
  regionCode: string;
  title: string;
  /** open | answered | dissolved */
  state: MatterState;
  stateLabel: string;
  /** 您看不到牵头诉求时为空 */
  leadTicket: TicketReferenceView | null;
  madeAt: string;
  madeBy: NamedView;
  tickets: number;
  enterprises: number;
  /** 尚未答复的件数 */
  open: number;
  verdicts: VerdictCountsView;
}

/** 一页同类诉求 */
export class MatterPageView {
  items: MatterSummaryView[];
  nextCursor: string | null;
  total?: number;
}

/** 统一答复的内容 */
export class MatterAnswerView {
  outcome: Outcome;
  responsibleUnit: NamedView;
  route: string;
  result: string;
}

/** 其中一件诉求及其企业的评价 */
export class MatterMemberView {
  ticket: TicketSummaryView;
  lead: boolean;
  /** 最近一次答复后企业的评价；未评价为空 */
  solved: Solved | null;
  rating: number | null;
  answeredAt: string | null;
}

/** 一组同类诉求的全貌 */
export class MatterView extends MatterSummaryView {
  reason: string;
  answer: MatterAnswerView | null;
  answeredAt: string | null;
  answeredBy: NamedView | null;
  dissolvedAt: string | null;
  members: MatterMemberView[];
}

export class AnsweredTicketView {
  ticketId: string;
  number: string;
}

/** 未能一并答复的一件及其原因 */
export class LeftTicketView extends AnsweredTicketView {
  code: string;
  detail: string;
}

export class OutOfSightView {
  answered: number;
  left: number;
}

/** 统一答复的结果；您看不到的诉求只计件数 */
export class AnsweredMatterView {
  answered: AnsweredTicketView[];
  left: LeftTicketView[];
  outOfSight: OutOfSightView;
}

/** 看来是同一件事的几件诉求，最像的在前 */
export class SuggestedMatterView {
  /** 0–1 */
  score: number;
  leadTicketId: string;
  tickets: TicketSummaryView[];
}

export class SuggestedMattersView {
  items: SuggestedMatterView[];
  nextCursor: string | null;
}

export const matterSummaryView = (matter: MatterSummary): MatterSummaryView => ({
  id: matter.id,
  regionCode: matter.regionCode,
  title: matter.title,
  state: matter.state,
  stateLabel: MATTER_STATE_LABEL[matter.state],
  leadTicket: matter.leadTicket,
  madeAt: isoOf(matter.madeAt),
  madeBy: matter.madeBy,
  tickets: matter.tickets,
  enterprises: matter.enterprises,
  open: matter.open,
  verdicts: matter.verdicts,
});

export const matterView = (matter: MatterFile): MatterView => ({
  ...matterSummaryView(matter),
  reason: matter.reason,
  answer: matter.answer,
  answeredAt: isoOrNull(matter.answeredAt),
  answeredBy: matter.answeredBy,
  dissolvedAt: isoOrNull(matter.dissolvedAt),
  members: matter.members.map(memberView),
});

const memberView = ({ ticket, lead, solved, rating, answeredAt }: MatterMember): MatterMemberView => ({
  ticket: ticketSummaryView(ticket),
  ...{ lead, solved, rating },
  answeredAt: isoOrNull(answeredAt),
});

export const answeredMatterView = ({ answered, left, outOfSight }: AnsweredMatter): AnsweredMatterView => ({
  answered: [...answered],
  left: [...left],
  outOfSight,
});

export const suggestedMatterView = ({ score, tickets }: SuggestedMatter): SuggestedMatterView => ({
  score,
  leadTicketId: tickets[0]?.id ?? '',
  tickets: tickets.map(ticketSummaryView),
});
