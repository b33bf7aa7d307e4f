import type {
  Channel,
  ContactMeans,
  Day,
  Deferral,
  ItemInput,
  ItemReply,
  Outcome,
  RequestKind,
  RulingInput,
  Severity,
  Tier,
  TicketStatus,
  Urgency,
  Visibility,
} from '@zhuqi/domain';
import type { CategoryCode, RejectionGround } from '../reference';

/** Shanghai wall time with its offset, `2023-03-05T10:20:00+08:00`. */
export type LocalTime = string;

/**
 * Who acts, as the story knows them: `holder` is whoever holds the ticket at that time, `above` the unit one tier up
 * that a request waits for, `assistant` the unit whose opinion has been outstanding longest.
 */
export type StoryActor = 'enterprise' | 'officer' | 'holder' | 'office' | 'leader' | 'above' | 'assistant';

/** Which of the enterprise's own units a dispatch goes to. */
export type DispatchTarget = 'township' | 'department';

/** Natural key of a unit, `erdao.commerce`. */
export type UnitKey = `${string}.${string}`;

/** Natural key of a key project. */
export type ProjectKey =
  'coldChain' | 'standardPlant' | 'resettlement' | 'drainage' | 'greenhouse' | 'mall' | 'parking';

/** What a holder asks for; the ruling follows as a step of its own, or not before the demo starts. */
export interface RequestWords {
  readonly kind: RequestKind;
  readonly reason: string;
  readonly basis?: string;
  readonly evidence?: string;
  /** The right unit, for a return. */
  readonly to?: UnitKey;
  readonly newDueOn?: Day;
  readonly reviewOn?: Day;
}

/** What each act takes along; the names are those of the use cases. */
export interface StoryInputs {
  readonly contact: { readonly means: ContactMeans; readonly note: string };
  readonly claim: Readonly<Record<string, never>>;
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
  readonly request: RequestWords;
  /** On the request that is pending. */
  readonly rule: Omit<RulingInput, 'requestId'>;
  readonly assist: { readonly unit: UnitKey; readonly question: string; readonly dueOn: Day };
  readonly giveOpinion: { readonly opinion: string };
  readonly reply: { readonly replies: readonly ItemReply[] };
  readonly defer: Deferral;
  readonly supplyDeferred: { readonly items: readonly number[]; readonly text: string };
  readonly report: { readonly text: string };
  readonly reopen: { readonly reason: string; readonly callBack: string };
  /** The key of the story it goes along with. */
  readonly merge: { readonly into: string };
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

/** One that concerns one ticket only. */
export type SoloStep = Exclude<StoryStep, StepOf<'merge'>>;

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
  /** The project it is a problem of. */
  readonly project?: ProjectKey;
  readonly by: 'enterprise' | 'officer' | 'office';
  readonly channel: Channel;
  readonly title: string;
  readonly description: string;
  readonly category: CategoryCode;
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly confidential: boolean;
  /** A question list. */
  readonly items?: readonly ItemInput[];
  readonly submittedAt: LocalTime;
  readonly steps: readonly StoryStep[];
  readonly planned: PlannedEnd;
}
