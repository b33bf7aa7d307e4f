import type { TaskForceFile, TaskForceItem } from '@zhuqi/application';
import { isoOf } from '../edge';
import { ReferenceView, ticketSummaryView, TicketSummaryView } from '../ticket-list/ticket-summary.view';

/** 一个专班 */
export class TaskForceItemView {
  id: string;
  name: string;
  regionCode: string;
  /** active | dissolved */
  state: string;
  /** 为何事设立 */
  purpose: string;
  lead: ReferenceView;
  members: ReferenceView[];
  createdAt: string;
  createdBy: ReferenceView;
  dissolvedAt: string | null;
  dissolvedBy: ReferenceView | null;
  /** 解散的说明 */
  note: string | null;
  /** 承办中的诉求，只计您可以查看的 */
  heldTickets: number;
}

/** 一个专班与它承办中的诉求 */
export class TaskForceView extends TaskForceItemView {
  /** 您可以查看的，提交早的在前，至多 100 件 */
  tickets: TicketSummaryView[];
}

/** 解散的结果 */
export class DissolutionView extends TaskForceView {
  /** 移交了多少件诉求，只计您可以查看的 */
  handedOver: number;
}

/** 一页专班 */
export class TaskForcePageView {
  items: TaskForceItemView[];
  nextCursor: string | null;
  total?: number;
}

export const taskForceItemView = (force: TaskForceItem): TaskForceItemView => ({
  id: force.id,
  name: force.name,
  regionCode: force.regionCode,
  state: force.state,
  purpose: force.purpose,
  lead: force.lead,
  members: [...force.members],
  createdAt: isoOf(force.createdAt),
  createdBy: force.createdBy,
  dissolvedAt: force.dissolvedAt === null ? null : isoOf(force.dissolvedAt),
  dissolvedBy: force.dissolvedBy,
  note: force.note,
  heldTickets: force.heldTickets,
});

export const taskForceView = (force: TaskForceFile): TaskForceView => ({
  ...taskForceItemView(force),
  tickets: force.tickets.map(ticketSummaryView),
});
