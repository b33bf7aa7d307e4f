import { accepted, refused, type Declined, type Decision } from '../decision';
import { SEVERITIES, TIERS, URGENCIES } from '../ticket/axes';
import { dayNumber } from './civil-day';
import type { LampRule } from './lamp';
import type { Policy, SeverityTerms } from './policy';

/** Answers with what is wrong at `pointer`, or nothing. */
type Check = (value: unknown, pointer: string) => Declined | undefined;
type Shape = Readonly<Record<string, Check>>;

const bad = (detail: string, pointer: string): Declined => refused('policy.invalid', detail, pointer);

const atLeast =
  (least: number): Check =>
  (value, pointer) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least
      ? undefined
      : bad(`应为不小于 ${String(least)} 的整数`, pointer);

const day: Check = (value, pointer) =>
  typeof value === 'string' && dayNumber(value) !== null ? undefined : bad('日期应为 YYYY-MM-DD', pointer);

const orNull =
  (check: Check): Check =>
  (value, pointer) =>
    value === null ? undefined : check(value, pointer);

const optional =
  (check: Check): Check =>
  (value, pointer) =>
    value === undefined ? undefined : check(value, pointer);

/** An object with exactly these fields: a misspelt threshold must not pass unnoticed. */
const object =
  (shape: Shape): Check =>
  (value, pointer) => {
    if (typeof value !== 'object' || value === null) return bad('应为对象', pointer);
    const stranger = Object.keys(value).find((key) => !Object.hasOwn(shape, key));
    if (stranger !== undefined) return bad('不认识的字段', `${pointer}/${stranger}`);
    for (const [key, check] of Object.entries(shape)) {
      const problem = check((value as Readonly<Record<string, unknown>>)[key], `${pointer}/${key}`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

/** One field for each name. */
const each = (names: readonly (string | number)[], check: Check): Shape =>
  Object.fromEntries(names.map((name) => [String(name), check]));

const UNITS: Readonly<Record<string, Check>> = {
  workingDays: object({ unit: () => undefined, count: atLeast(1) }),
  workingMinutes: object({ unit: () => undefined, count: atLeast(1) }),
  sameDay: object({ unit: () => undefined }),
};

const allowance: Check = (value, pointer) => {
  if (typeof value !== 'object' || value === null) return bad('应为时限', pointer);
  const unit = 'unit' in value ? value.unit : undefined;
  const check = typeof unit === 'string' && Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  return check === undefined
    ? bad('时限单位应为 workingDays、workingMinutes 或 sameDay', `${pointer}/unit`)
    : check(value, pointer);
};

const TERMS = {
  firstContact: allowance,
  reply: allowance,
  resolve: allowance,
  cap: orNull(allowance),
} satisfies Record<keyof SeverityTerms, Check>;

const LAMP = {
  share: object({ numerator: atLeast(0), denominator: atLeast(1) }),
  lastDays: atLeast(0),
  aboveDays: atLeast(0),
} satisfies Record<keyof LampRule, Check>;

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
