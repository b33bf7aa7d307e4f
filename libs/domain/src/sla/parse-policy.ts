import { accepted, type Decision } from '../decision';
import { SEVERITIES, TIERS, URGENCIES } from '../ticket/axes';
import type { LampRule } from './lamp';
import { triggers } from './parse-trigger';
import type { EscalationTerms, Policy, SeverityTerms } from './policy';
import {
  allowance,
  atLeast,
  bad,
  day,
  each,
  listOf,
  object,
  oneOf,
  optional,
  orNull,
  type Check,
} from './policy-shape';

const TERMS = {
  firstContact: allowance,
  reply: allowance,
  resolve: allowance,
  cap: orNull(allowance),
  escalation: optional(
    object({
      afterDue: optional(allowance),
      atRedispatch: optional(atLeast(1)),
      atDispute: optional(atLeast(1)),
      mostReturns: optional(atLeast(0)),
    } satisfies Record<keyof EscalationTerms, Check>),
  ),
} satisfies Record<keyof SeverityTerms, Check>;

const LAMP = {
  share: object({ numerator: atLeast(0), denominator: atLeast(1) }),
  lastDays: atLeast(0),
  aboveDays: atLeast(0),
} satisfies Record<keyof LampRule, Check>;

const tier = oneOf(TIERS);

/** At least one tier, each above the one before. */
const ladder: Check = (value, pointer) => {
  const problem = listOf(tier, TIERS.length)(value, pointer);
  if (problem !== undefined) return problem;
  const tiers = value as readonly number[];
  if (tiers.length === 0) return bad('至少应有一个层级', pointer);
  const slip = tiers.findIndex((each, index) => index > 0 && each <= (tiers[index - 1] ?? 0));
  return slip === -1 ? undefined : bad('层级应由低到高，各列一次', `${pointer}/${String(slip)}`);
};

const POLICY = {
  version: atLeast(1),
  effectiveOn: day,
  bySeverity: object(each(SEVERITIES, object(TERMS))),
  byUrgency: object(
    each(URGENCIES, object({ firstContact: optional(allowance), reply: optional(allowance) })),
  ),
  claim: allowance,
  assist: allowance,
  supervise: allowance,
  legs: object(each(TIERS, optional(allowance))),
  ladder,
  startTiers: object(each(SEVERITIES, oneOf(TIERS))),
  windowRaisesBy: atLeast(0, TIERS.length - 1),
  triggers,
  escalateAfterDue: allowance,
  escalateAtRedispatch: atLeast(1),
  escalateAtDispute: atLeast(1),
  rulingWithin: allowance,
  returnWithin: allowance,
  mostReturns: atLeast(0),
  extensionNotice: allowance,
  mostExtensions: atLeast(0),
  infoPauseCap: allowance,
  suspensionCap: allowance,
  stageReport: allowance,
  reopenMinimum: allowance,
  reopenWithinDays: atLeast(0),
  autoClose: allowance,
  lamp: object(LAMP),
} satisfies Record<keyof Policy, Check>;

/** Reads a policy from outside; refuses the first fault with its JSON pointer, a missing threshold included. */
export function parsePolicy(input: unknown): Decision<Policy> {
  return object(POLICY)(input, '') ?? accepted(input as Policy);
}
