import { NamedView } from './named.view';

/** 申请中应承办的去向 */
export class RequestDestinationView {
  tier: number;
  unit: NamedView | null;
  person: NamedView | null;
}

/** 一项须由他人裁定的申请：退回、延期、挂起、降级 */
export class RequestView {
  id: string;
  /** return | extension | suspension | downgrade */
  kind: string;
  kindLabel: string;
  /** pending | approved | refused | lapsed | recalled */
  state: string;
  stateLabel: string;
  round: number;
  reason: string;
  basis: string | null;
  evidence: string | null;
  to: RequestDestinationView | null;
  newDueOn: string | null;
  reviewOn: string | null;
  toSeverity: string | null;
  askedAt: string;
  askedBy: NamedView | null;
  askedUnit: NamedView | null;
  /** 裁定期限 */
  ruleBy: string;
  /** 有权裁定者；另有 rulerUnit 的承办人员 */
  rulers: string[];
  rulerUnit: NamedView | null;
  ruledAt: string | null;
  ruledBy: NamedView | null;
  note: string | null;
}

/** 刚提出的申请，与诉求的新版本 */
export class RequestMadeView extends RequestView {
  ticketVersion: number;
}

export class RequestsView {
  items: RequestView[];
  nextCursor: string | null;
}
