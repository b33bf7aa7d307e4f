import type { Holder } from '../responsibility/chain-of-responsibility';
import type { Day, Instant } from '../time';
import type { Severity, TicketStatus } from './axes';
import { HELD, type Standing } from './lifecycle';

/** What a holder can only ask for, and somebody else rules on. */
export const REQUEST_KINDS = ['return', 'extension', 'suspension', 'downgrade'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ['pending', 'approved', 'refused', 'lapsed', 'recalled'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const REQUEST_STATE_LABEL = {
  pending: '待裁定',
  approved: '同意',
  refused: '不同意',
  lapsed: '因诉求已变动而失效',
  recalled: '已撤回',
} as const satisfies Record<RequestState, string>;

export interface RequestRule {
  readonly label: string;
  readonly from: readonly TicketStatus[];
  /** Where an approval leads. */
  readonly to: TicketStatus | 'same';
}

export const REQUEST_RULES = {
  return: { label: '退回', from: HELD, to: 'dispatched' },
  extension: { label: '延期', from: HELD, to: 'same' },
  suspension: { label: '挂起', from: ['in_progress'], to: 'suspended' },
  downgrade: { label: '降级', from: HELD, to: 'dispatched' },
} as const satisfies Record<RequestKind, RequestRule>;

/** A request with everything its ruling needs. Until it is approved it changes nothing but the timeline. */
export interface TicketRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly round: number;
  /** The hop whose holder asked; with another hop the request has lapsed. */
  readonly hop: number;
  readonly askedAt: Instant;
  readonly askedById: string | null;
  readonly askedUnitId: string | null;
  readonly reason: string;
  /** The rule or the division of duties it rests on. */
  readonly basis: string | null;
  /** What shows it: text or a reference. */
  readonly evidence: string | null;
  /** Who should have it instead (return, downgrade); null when it stays where it is. */
  readonly to: Holder | null;
  readonly newDueOn: Day | null;
  readonly reviewOn: Day | null;
  readonly toSeverity: Severity | null;
  /** Deadline of the ruling. */
  readonly ruleBy: Instant;
  /** Who may rule: these standings, and the handlers of this unit (one tier up); never the holder, never who asked. */
  readonly rulers: readonly Standing[];
  readonly rulerUnitId: string | null;
  /** That the ruling is overdue has been told. */
  readonly reminded: boolean;
  readonly ruledAt: Instant | null;
  readonly ruledById: string | null;
  readonly note: string | null;
}

/** The request that waits for a ruling: one at a time, so that two rulings cannot contradict each other. */
export const pendingRequest = (requests: readonly TicketRequest[]): TicketRequest | null =>
  requests.find(({ state }) => state === 'pending') ?? null;

export const withRequest = (
  requests: readonly TicketRequest[],
  id: string,
  fields: Partial<TicketRequest>,
): readonly TicketRequest[] =>
  requests.map((request) => (request.id === id ? { ...request, ...fields } : request));
