import type { Severity, Urgency } from '../ticket/axes';
import type { Day } from '../time';
import type { Allowance } from './allowance';
import type { ClockKind } from './clock';
import type { LampRule } from './lamp';

/** What one severity is promised. */
export interface SeverityTerms {
  readonly firstContact: Allowance;
  readonly reply: Allowance;
  readonly resolve: Allowance;
  /** The longest promise with an extension; null where stage reports take its place. */
  readonly cap: Allowance | null;
}

/** Every threshold of the service, as a dated row; a clock carries the version it was promised under. */
export interface Policy {
  readonly version: number;
  readonly effectiveOn: Day;
  readonly bySeverity: Readonly<Record<Severity, SeverityTerms>>;
  /** What an urgency promises instead of the severity's terms. */
  readonly byUrgency: Readonly<Record<Urgency, Partial<Pick<SeverityTerms, 'firstContact' | 'reply'>>>>;
  /** A claim overdue is urged. */
  readonly claim: Allowance;
  readonly assist: Allowance;
  /** A supervision that names no due day of its own. */
  readonly supervise: Allowance;
  /** By tier (`"2"`: 5 days); a tier without a leg answers to the promise alone. */
  readonly legs: Readonly<Record<string, Allowance>>;
  /** After the later of the promise's due time and the arrival at the tier: supervised and one tier up. */
  readonly escalateAfterDue: Allowance;
  /** The re-dispatch by hand at one tier that raises it. */
  readonly escalateAtRedispatch: number;
  /** The dispute that raises the tier. */
  readonly escalateAtDispute: number;
  /** A ruling later than this is told to who may rule and to the office. */
  readonly rulingWithin: Allowance;
  /** How soon after its arrival a holder must ask to return a ticket. */
  readonly returnWithin: Allowance;
  /** More returns than this raise the tier. */
  readonly mostReturns: number;
  /** How long before the due time an extension must be asked for. */
  readonly extensionNotice: Allowance;
  readonly mostExtensions: number;
  /** How long a request for material may hold the clocks. */
  readonly infoPauseCap: Allowance;
  readonly suspensionCap: Allowance;
  /** At the top of the ladder: from the due time, the arrival or the last report to the next stage report. */
  readonly stageReport: Allowance;
  /** What a dispute or a reopening leaves at least. */
  readonly reopenMinimum: Allowance;
  /** Days of the calendar, not working days. */
  readonly reopenWithinDays: number;
  /** Silence after an answer closes the ticket. */
  readonly autoClose: Allowance;
  readonly lamp: LampRule;
}

/** What the allowance of a clock depends on. */
export interface PolicySubject {
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly tier: number;
}

type Grant = (policy: Policy, subject: PolicySubject) => Allowance | null;

const GRANTS: Record<ClockKind, Grant> = {
  claim: (policy) => policy.claim,
  firstContact: (policy, { severity, urgency }) =>
    policy.byUrgency[urgency].firstContact ?? policy.bySeverity[severity].firstContact,
  reply: (policy, { severity, urgency }) =>
    policy.byUrgency[urgency].reply ?? policy.bySeverity[severity].reply,
  resolve: (policy, { severity }) => policy.bySeverity[severity].resolve,
  leg: (policy, { tier }) => policy.legs[String(tier)] ?? null,
  supervise: (policy) => policy.supervise,
  assist: (policy) => policy.assist,
};

/** What a clock of this kind is granted; null when the policy sets it no limit. */
export const allowanceFor = (policy: Policy, kind: ClockKind, subject: PolicySubject): Allowance | null =>
  GRANTS[kind](policy, subject);

/** The policy in force on a day: the latest that has taken effect; null before the first. */
export const policyOn = (policies: readonly Policy[], day: Day): Policy | null =>
  policies
    .filter((policy) => policy.effectiveOn <= day)
    .reduce<Policy | null>((best, policy) => (best === null || isLater(policy, best) ? policy : best), null);

const isLater = (a: Policy, b: Policy): boolean =>
  a.effectiveOn === b.effectiveOn ? a.version > b.version : a.effectiveOn > b.effectiveOn;
