import type { Severity, Tier, Urgency } from '../ticket/axes';
import type { Day } from '../time';
import type { Allowance } from './allowance';
import type { ClockKind } from './clock';
import type { LampRule } from './lamp';
import type { Trigger } from './trigger';

/** When a ticket rises by itself. */
export interface EscalationTerms {
  /** After the later of the promise's due time and the arrival at the tier: supervised and one tier up. */
  readonly afterDue: Allowance;
  /** The re-dispatch by hand at one tier that raises it. */
  readonly atRedispatch: number;
  /** The dispute that raises the tier. */
  readonly atDispute: number;
  /** More returns than this raise the tier. */
  readonly mostReturns: number;
}

/** What one severity is promised. */
export interface SeverityTerms {
  readonly firstContact: Allowance;
  readonly reply: Allowance;
  readonly resolve: Allowance;
  /** The longest promise with an extension; null where stage reports take its place. */
  readonly cap: Allowance | null;
  /** Where this severity rises otherwise than the rest. */
  readonly escalation?: Partial<EscalationTerms>;
}

/** Every threshold of the service, as a dated row; a clock carries the version it was promised under. */
export interface Policy {
  readonly version: number;
  readonly effectiveOn: Day;
  readonly bySeverity: Readonly<Record<Severity, SeverityTerms>>;
  /** What an urgency promises instead of the severity's terms. */
  readonly byUrgency: Readonly<Record<Urgency, Partial<Pick<SeverityTerms, 'firstContact' | 'reply'>>>>;
  readonly claim: Allowance;
  readonly assist: Allowance;
  /** A supervision that names no due day of its own. */
  readonly supervise: Allowance;
  /** By tier (`"2"`: 5 days); a tier without a leg answers to the promise alone. */
  readonly legs: Readonly<Record<string, Allowance>>;
  /** The tiers the district uses, ascending: where a problem can be given, and where it rises. */
  readonly ladder: readonly Tier[];
  /** The tier a problem is first given to. */
  readonly startTiers: Readonly<Record<Severity, Tier>>;
  /** So many tiers higher, at most the office, when it comes through the 办不成事 window. */
  readonly windowRaisesBy: number;
  /** What happens by itself before or after the due time of a clock. */
  readonly triggers: readonly Trigger[];
  /** This and the next two, and `mostReturns`: for every severity that sets none of its own, see `escalationTerms`. */
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

/**
 * The policy in force on a day: of those that have taken effect the one made last; null before the first. A later
 * decision prevails over an earlier one, also over one whose day is still to come then.
 */
export const policyOn = (policies: readonly Policy[], day: Day): Policy | null =>
  policies
    .filter((policy) => policy.effectiveOn <= day)
    .reduce<Policy | null>(
      (last, policy) => (last === null || policy.version > last.version ? policy : last),
      null,
    );

/** When a ticket of this severity rises by itself: the one place where a severity's own terms are looked up. */
export const escalationTerms = (policy: Policy, severity: Severity): EscalationTerms => ({
  afterDue: policy.escalateAfterDue,
  atRedispatch: policy.escalateAtRedispatch,
  atDispute: policy.escalateAtDispute,
  mostReturns: policy.mostReturns,
  ...policy.bySeverity[severity].escalation,
});

/** The triggers that watch a clock of this kind on a ticket of this severity. */
export const triggersOf = (policy: Policy, kind: ClockKind, severity: Severity): readonly Trigger[] =>
  policy.triggers.filter(
    ({ clock, severities }) => clock === kind && (severities?.includes(severity) ?? true),
  );
