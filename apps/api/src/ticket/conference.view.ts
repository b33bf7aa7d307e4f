import { NamedView } from './named.view';

/** 会商确定的一项后续事项 */
export class FollowUpView {
  ordinal: number;
  what: string;
  unit: NamedView | null;
  person: NamedView | null;
  dueOn: string;
  dueAt: string;
  /** 已到期限仍未落实 */
  overdue: boolean;
  doneAt: string | null;
  doneBy: NamedView | null;
  result: string | null;
}

/** 一次会商（一事一议） */
export class ConferenceView {
  ordinal: number;
  /** planned | concluded | cancelled | lapsed */
  state: string;
  stateLabel: string;
  round: number;
  subject: string;
  heldAt: string;
  place: string | null;
  units: NamedView[];
  people: NamedView[];
  guests: string[];
  convenedAt: string;
  convenedBy: NamedView | null;
  endedAt: string | null;
  endedBy: NamedView | null;
  minutes: string | null;
  decision: string | null;
  /** 取消的理由 */
  reason: string | null;
  followUps: FollowUpView[];
}
