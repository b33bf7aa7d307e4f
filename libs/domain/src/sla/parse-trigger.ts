import { SEVERITIES } from '../ticket/axes';
import { CLOCK_KINDS, type ClockKind } from './clock';
import { atLeast, bad, listOf, MOST_DAYS, object, oneOf, optional, type Check } from './policy-shape';
import {
  TRIGGER_EFFECTS,
  TRIGGER_SIDES,
  TRIGGER_UNITS,
  type Trigger,
  type TriggerEffect,
  type TriggerOffset,
} from './trigger';

const MOST_TRIGGERS = 50;
const CODE = /^[a-z][a-z_]{0,39}$/;
/** What an urging by hand gives as its cause. */
const TAKEN = 'manual';

const code: Check = (value, pointer) =>
  typeof value === 'string' && CODE.test(value) && value !== TAKEN
    ? undefined
    : bad('代码应为 1 至 40 个小写字母或下划线，以字母开头，且不是 manual', pointer);

const SHAPE = object({
  code,
  clock: oneOf(CLOCK_KINDS),
  side: oneOf(TRIGGER_SIDES),
  offset: object({ unit: oneOf(TRIGGER_UNITS), count: atLeast(0, MOST_DAYS) } satisfies Record<
    keyof TriggerOffset,
    Check
  >),
  effect: oneOf(TRIGGER_EFFECTS),
  severities: optional(listOf(oneOf(SEVERITIES), SEVERITIES.length)),
} satisfies Record<keyof Trigger, Check>);

interface Restriction {
  readonly clocks: (kind: ClockKind) => boolean;
  readonly problem: string;
}

/** Clocks on which an effect makes no sense, or would bring itself about for ever. */
const RESTRICTED: Partial<Record<TriggerEffect, Restriction>> = {
  escalate: {
    clocks: (kind) => kind === 'leg' || kind === 'claim',
    problem: '只有本级和认领时限可以引起提级；办结时限的提级由 escalateAfterDue 规定',
  },
  supervise: { clocks: (kind) => kind !== 'supervise', problem: '督办时限不能再引起督办' },
};

const trigger: Check = (value, pointer) => {
  const misshapen = SHAPE(value, pointer);
  if (misshapen !== undefined) return misshapen;
  const { clock, side, effect } = value as Trigger;
  const restricted = RESTRICTED[effect];
  if (restricted !== undefined && !restricted.clocks(clock))
    return bad(restricted.problem, `${pointer}/clock`);
  return effect === 'escalate' && side === 'before' ? bad('到期之前不能提级', `${pointer}/side`) : undefined;
};

/** The triggers of a policy, each known by its code. */
export const triggers: Check = (value, pointer) => {
  const problem = listOf(trigger, MOST_TRIGGERS)(value, pointer);
  if (problem !== undefined) return problem;
  const codes = (value as readonly Trigger[]).map((each) => each.code);
  const again = codes.findIndex((each, index) => codes.indexOf(each) < index);
  return again < 0 ? undefined : bad('代码重复', `${pointer}/${String(again)}/code`);
};
