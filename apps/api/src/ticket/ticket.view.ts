import type { Lamp, MatterState } from '@zhuqi/domain';
import { AssistView } from './assist.view';
import { ConferenceView } from './conference.view';
import { ItemView } from './item.view';
import { NamedView, UnitView } from './named.view';
import { RequestView } from './request.view';

/** 诉求所属企业；保密件对承办单位隐去 */
export class TicketEnterpriseView {
  id: string | null;
  name: string;
  creditCode: string | null;
  industry: string;
  township: string | null;
}

export class HolderView {
  unit?: UnitView;
  person?: NamedView;
}

/** 一只时钟：认领、首次联系、阶段反馈、办结、本级、督办 */
export class ClockView {
  id: string;
  /** claim | firstContact | reply | resolve | leg | supervise | assist */
  kind: string;
  round: number;
  tier?: number;
  lamp: Lamp;
  /** idle | running | paused | stopped */
  state: string;
  startedAt: string;
  stoppedAt: string | null;
  dueAt: string;
  originalDueAt: string;
  pausedMinutes: number;
  /** 到期日超出已公布的放假安排，待公布后重算 */
  provisional: boolean;
  policyVersion: number;
}

/** 企业的评价 */
export class VerdictView {
  /** yes | partly | no */
  solved: string;
  rating: number | null;
  comment: string | null;
}

export class ContactView {
  name: string | null;
  phone: string | null;
}

export class TicketReferenceView {
  id: string;
  number: string;
}

/** 所在的一组同类诉求 */
export class TicketMatterView {
  id: string;
  title: string;
  /** open | answered */
  state: MatterState;
}

/** 一件诉求 */
export class TicketView {
  id: string;
  number: string;
  version: number;
  status: string;
  statusLabel: string;
  tier: number | null;
  severity: string;
  urgency: string;
  lamp: Lamp;
  round: number;
  outcome: string | null;
  title: string;
  description: string;
  category: string;
  categoryName: string;
  channel: string;
  regionCode: string;
  enterprise: TicketEnterpriseView;
  /** 项目问题所属的项目；企业诉求为空，保密件对承办单位隐去 */
  project: NamedView | null;
  confidential: boolean;
  contact: ContactView;
  holder: HolderView;
  /** 正在协办的单位；企业看不到 */
  assistUnits: UnitView[];
  leader: NamedView | null;
  officer: NamedView | null;
  /** 企业看不到协办与督办的时钟 */
  clocks: ClockView[];
  nextDueAt: string | null;
  workMinutesLeft: number | null;
  nextLampChangeAt: string | null;
  serverNow: string;
  submittedAt: string;
  collectedAt: string | null;
  dispatchedAt: string | null;
  answeredAt: string | null;
  closedAt: string | null;
  triageReason: string | null;
  responsibleUnit: NamedView | null;
  route: string | null;
  result: string | null;
  verdict: VerdictView | null;
  /** 交办至最近一次答复的工作分钟，等待企业评价的时间除外 */
  handlingMinutes: number;
  /** 其中暂停（补材料、挂起）的工作分钟 */
  pausedMinutes: number;
  /** 须作阶段性报告；企业看不到 */
  reportAsked: boolean;
  /** 所反映的工作人员；承办单位看不到 */
  aboutPerson: NamedView | null;
  /** 问题清单 */
  items: ItemView[];
  /** 容缺材料 */
  deferred: ItemView[];
  /** 协办；企业看不到 */
  assists: AssistView[];
  /** 会商（一事一议）；企业看不到 */
  conferences: ConferenceView[];
  /** 申请与裁定；企业看不到 */
  requests: RequestView[];
  mergedInto: TicketReferenceView | null;
  /** 并入本件的诉求；企业看不到 */
  children: TicketReferenceView[];
  /** 所在的同类诉求；企业看不到 */
  matter: TicketMatterView | null;
  /** 您现在可以做的动作 */
  allowedActions: string[];
  /** 您现在可以提出的申请 */
  allowedRequests: string[];
}

export class ActorView {
  /** person | system */
  kind: string;
  id: string | null;
  name: string;
  /** 代谁办理 */
  onBehalfOf?: NamedView;
}

export class EventView {
  seq: number;
  type: string;
  at: string;
  actor: ActorView;
  data: Record<string, unknown>;
  hash: string;
}

export class TimelineView {
  items: EventView[];
  nextCursor: string | null;
}
