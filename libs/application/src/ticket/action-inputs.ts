import type {
  AcceptInput,
  AnswerInput,
  AssistInput,
  CancelConferenceInput,
  ConcludeInput,
  ConfirmInput,
  ContactMeans,
  Day,
  Deferral,
  DisputeInput,
  FinishFollowUpInput,
  ItemPlan,
  ItemReply,
  ReopenInput,
  RequestKind,
  RulingInput,
  Severity,
  SuperviseInput,
  Visibility,
} from '@zhuqi/domain';
import type { DispatchRequest } from './chosen-holder';

/** A request as a person makes it; the unit is looked up before the domain decides. */
export interface RequestOrder {
  readonly kind: RequestKind;
  readonly reason: string;
  readonly basis?: string;
  readonly evidence?: string;
  readonly toUnitId?: string;
  readonly newDueOn?: Day;
  readonly reviewOn?: Day;
  readonly toSeverity?: Severity;
}

/** A conference as a person calls it; its units and people are looked up before the domain decides. */
export interface ConferenceOrder {
  readonly subject: string;
  /** ISO-8601 with its offset. */
  readonly heldAt: string;
  readonly place?: string;
  readonly unitIds?: readonly string[];
  readonly personIds?: readonly string[];
  readonly guests?: readonly string[];
}

/** What a person says with each action on one ticket; a merge concerns two and has a use case of its own. */
export interface ActionInputs {
  readonly accept: AcceptInput;
  readonly reject: { readonly ground: string; readonly explanation: string };
  readonly dispatch: DispatchRequest;
  readonly claim: object;
  readonly contact: { readonly means: ContactMeans; readonly note: string };
  readonly requestInfo: { readonly items: readonly string[] };
  readonly supplyInfo: { readonly text: string };
  readonly reply: { readonly replies: readonly ItemReply[] };
  readonly planItems: { readonly plan: readonly ItemPlan[] };
  readonly defer: Deferral;
  readonly supplyDeferred: { readonly items: readonly number[]; readonly text: string };
  readonly assist: AssistInput;
  readonly giveOpinion: { readonly opinion: string };
  readonly release: { readonly unitId: string; readonly reason: string };
  readonly convene: ConferenceOrder;
  readonly conclude: ConcludeInput;
  readonly cancelConference: CancelConferenceInput;
  readonly finishFollowUp: FinishFollowUpInput;
  readonly request: RequestOrder;
  readonly recall: object;
  readonly rule: RulingInput;
  readonly resume: { readonly note?: string };
  readonly report: { readonly text: string };
  readonly answer: AnswerInput;
  readonly confirm: ConfirmInput;
  readonly dispute: DisputeInput;
  readonly close: { readonly callBack?: string };
  readonly reopen: ReopenInput;
  readonly escalate: { readonly reason: string };
  readonly withdraw: { readonly reason: string };
  readonly urge: { readonly note?: string };
  readonly supervise: SuperviseInput;
  readonly instruct: { readonly text: string };
  readonly comment: { readonly text: string; readonly visibility: Visibility };
}

export type PersonAction = keyof ActionInputs;
