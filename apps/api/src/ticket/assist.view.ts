import { NamedView } from './named.view';

/** 一个单位的一次协办 */
export class AssistView {
  unit: NamedView;
  /** asked | given | released */
  state: string;
  stateLabel: string;
  /** 请该单位就什么出具意见 */
  question: string | null;
  opinion: string | null;
  round: number;
  askedAt: string;
  /** 协办期限 */
  dueAt: string | null;
  endedAt: string | null;
  endedBy: NamedView | null;
  releaseReason: string | null;
}
