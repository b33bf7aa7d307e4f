import type {
  Channel,
  ContactMeans,
  Outcome,
  Severity,
  Tier,
  TicketStatus,
  Urgency,
  Visibility,
} from '@zhuqi/domain';
import type { CategoryCode, RejectionGround } from '../reference';

/** Shanghai wall time with its offset, `2023-03-05T10:20:00+08:00`. */
export type LocalTime = string;

/** Who acts, as the story knows them; `holder` is whoever holds the ticket at that time. */
export type StoryActor = 'enterprise' | 'officer' | 'holder' | 'office' | 'leader';

/** Which of the enterprise's own units a dispatch goes to. */
export type DispatchTarget = 'township' | 'department';

/** What each act takes along; the names are those of the use cases. */
export interface StoryInputs {
  readonly contact: { readonly means: ContactMeans; readonly note: string };
  readonly claim: Readonly<Record<string, never>>;
  readonly accept: Readonly<Record<string, never>>;
  readonly dispatch: { readonly to: DispatchTarget; readonly note: string };
  readonly comment: { readonly text: string; readonly visibility: Visibility };
  readonly escalate: { readonly reason: string };
  readonly requestInfo: { readonly items: readonly string[] };
  readonly supplyInfo: { readonly text: string };
  readonly answer: { readonly outcome: Outcome; readonly route: string; readonly result: string };
  readonly confirm: {
    readonly solved: 'yes' | 'partly';
    readonly rating?: number;
    readonly comment?: string;
  };
  readonly dispute: { readonly reason: string };
  readonly close: { readonly callBack: string };
  readonly urge: { readonly note: string };
  readonly instruct: { readonly text: string };
  readonly supervise: { readonly instruction: string };
  readonly withdraw: { readonly reason: string };
  readonly reject: { readonly ground: RejectionGround; readonly explanation: string };
}

export type StoryAct = keyof StoryInputs;

type StepOf<A extends StoryAct> = {
  readonly at: LocalTime;
  readonly act: A;
  readonly by: StoryActor;
  readonly input: StoryInputs[A];
};

/** One use case call of a story. */
export type StoryStep = { [A in StoryAct]: StepOf<A> }[StoryAct];

/** Where the story should have led when the demo's clock starts. */
export interface PlannedEnd {
  readonly status: TicketStatus;
  readonly tier: Tier | null;
  readonly round: number;
  readonly outcome: Outcome | null;
  /** Told for tickets still open only. */
  readonly lamp?: 'green' | 'yellow' | 'red' | 'grey';
}

/** A ticket as a plan: submitted once, then moved by use cases at given times. */
export interface Story {
  readonly key: string;
  readonly regionCode: string;
  /** Natural key of the enterprise. */
  readonly enterprise: string;
  readonly by: 'enterprise' | 'officer' | 'office';
  readonly channel: Channel;
  readonly title: string;
  readonly description: string;
  readonly category: CategoryCode;
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly confidential: boolean;
  readonly submittedAt: LocalTime;
  readonly steps: readonly StoryStep[];
  readonly planned: PlannedEnd;
}
