import { NamedView } from './named.view';

export class ChainSharesView {
  workingSeconds: number;
  workingMinutes: number;
  overdueSeconds: number;
  overdueMinutes: number;
}

/** 为什么由这一环承办 */
export class HopReasonView {
  /** 开始这一环的事件 */
  seq: number;
  event: string;
  text: string;
}

/** 责任链上的一环：谁、从何时到何时、占用多少工作时间、超期多少 */
export class ChainLinkView extends ChainSharesView {
  tier: number;
  round: number;
  unit: NamedView | null;
  person: NamedView | null;
  from: string;
  to: string | null;
  /** 办结时限；overdueMinutes 以此计 */
  dueAt: string | null;
  /** 本级时限 */
  legDueAt: string | null;
  because: HopReasonView | null;
}

/** 一轮：从首次交办、不认可或重办，到下一轮开始或结束 */
export class RoundView extends ChainSharesView {
  round: number;
  /** dispatch | dispute | reopen */
  opened: string;
  from: string;
  to: string | null;
  answeredAt: string | null;
  outcome: string | null;
  /** yes | partly | no；企业没有表示时为 null */
  solved: string | null;
  rating: number | null;
  /** 答复晚于办结时限；尚未答复时为 null */
  late: boolean | null;
  /** 没有延期的话是否也晚；尚未答复时为 null */
  lateWithoutExtension: boolean | null;
}

export class DurationView {
  workingSeconds: number;
  workingMinutes: number;
}

/** 首轮、末轮与全程的工作时间；交办前没有轮次 */
export class DurationsView {
  first: DurationView | null;
  last: DurationView | null;
  total: DurationView;
}

/** 一个协办单位的用时，不计入各环之和 */
export class AssistShareView extends ChainSharesView {
  unit: NamedView;
  /** asked | given | released */
  state: string;
  round: number;
  askedAt: string;
  endedAt: string | null;
  /** 协办期限 */
  dueAt: string | null;
}

export class ChainView {
  items: ChainLinkView[];
  /** 各环之和 */
  total: ChainSharesView;
  rounds: RoundView[];
  durations: DurationsView;
  /** 企业看不到 */
  assists: AssistShareView[];
  nextCursor: string | null;
}

export class SegmentView {
  from: string;
  to: string;
  seconds: number;
  /** open | closed | holiday | makeup | pause */
  reason: string;
  note?: string;
}

/** 日历或规则的一次变更移动了到期时间 */
export class ClockMoveView {
  at: string;
  dueBefore: string;
  dueAfter: string;
  /** 变更的理由 */
  reasons: string[];
  /** 改按哪一版工作日历 */
  calendarVersion: number;
  /** 改按哪一版时限规则；未变时为 null */
  policyVersion: number | null;
}

export class ExplanationView {
  startedAt: string;
  dueAt: string;
  workingSeconds: number;
  segments: SegmentView[];
  /** 按哪一版工作日历计算 */
  calendarVersion: number;
  /** 因日历或规则变更而移动的每一次 */
  moves: ClockMoveView[];
}

/** 一次提级：触发的规则、数值和一句说明 */
export class EscalationExplanationView {
  at: string;
  fromTier: number | null;
  toTier: number | null;
  /** manual | resolve_overdue | redispatched | disputed_twice | returned | leg_overdue | unclaimed；企业看不到内部原因，为 internal */
  cause: string;
  causeLabel: string;
  /** 政策中的条款；manual 为申请提级 */
  rule: string | null;
  values: Record<string, unknown>;
  text: string;
  unit: NamedView | null;
  person: NamedView | null;
  overdueWorkingMinutes: number;
  round: number;
}

export class EscalationExplanationsView {
  items: EscalationExplanationView[];
  nextCursor: string | null;
}

export class RefusalReasonView {
  code: string;
  detail: string;
}

export class PossibilityView {
  label: string;
  allowed: boolean;
  /** 现在尝试会得到的拒绝 */
  refusal: RefusalReasonView | null;
  /** 要能进行，还须满足的全部条件 */
  needs: string[];
}

/** 一个动作现在能否进行 */
export class ActionPossibilityView extends PossibilityView {
  action: string;
}

/** 一种申请现在能否提出 */
export class RequestPossibilityView extends PossibilityView {
  /** return | extension | suspension | downgrade */
  kind: string;
}

export class PossibilitiesView {
  items: ActionPossibilityView[];
  requests: RequestPossibilityView[];
  nextCursor: string | null;
}
