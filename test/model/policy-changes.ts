import { ChangePolicy, NO_EFFECT } from '@zhuqi/application';
import {
  parsePolicy,
  refused,
  succeeds,
  type Allowance,
  type Day,
  type Decision,
  type Policy,
} from '@zhuqi/domain';
import { districtPolicy } from '../support/ticket-cast';
import { applied, changer } from './calendar-changes';
import { mustAgree, type Desk } from './commands';
import type { Dice } from './dice';
import { DISTRICT, POLICIES } from './district';
import { signedIn } from './names';
import { outcomeOf } from './system';
import { tried } from './trial';

const days = (count: number): Allowance => ({ unit: 'workingDays', count });
const minutes = (count: number): Allowance => ({ unit: 'workingMinutes', count });

type Terms = Omit<Policy, 'version' | 'effectiveOn'>;

const termsOf = ({ version: _version, effectiveOn: _effectiveOn, ...terms }: Policy): Terms => terms;

const USUAL = termsOf(districtPolicy);
const STRICT = termsOf(POLICIES[1] ?? districtPolicy);

const resolvedIn = (terms: Terms, resolve: Allowance): Terms['bySeverity'] => ({
  ...terms.bySeverity,
  simple: { ...terms.bySeverity.simple, resolve, escalation: { afterDue: days(2), mostReturns: 1 } },
  complex: { ...terms.bySeverity.complex, resolve },
});

/** What a district decides: more time, less time, other tiers, other lamps, other moments. */
const CHOICES: readonly Terms[] = [
  USUAL,
  STRICT,
  {
    ...USUAL,
    bySeverity: resolvedIn(USUAL, days(20)),
    legs: { '2': days(9), '3': days(2) },
    rulingWithin: days(3),
  },
  {
    ...STRICT,
    bySeverity: resolvedIn(STRICT, days(2)),
    claim: minutes(60),
    assist: days(1),
    autoClose: days(8),
  },
  {
    ...STRICT,
    ladder: [1, 2, 4, 5],
    startTiers: { consult: 2, simple: 1, complex: 4, major: 4 },
    windowRaisesBy: 0,
  },
  {
    ...USUAL,
    infoPauseCap: days(9),
    suspensionCap: days(12),
    lamp: { ...USUAL.lamp, lastDays: 2, aboveDays: 1 },
  },
];

/** From today, mostly; seldom from yesterday, which is refused. */
function beginning({ model }: Desk, dice: Dice): Day {
  const calendar = model.rules.calendar();
  if (dice.oneIn(15)) return '2026-01-01';
  let day = calendar.dayOf(model.time.now);
  for (let left = dice.oneIn(3) ? dice.roll(9) : 0; left > 0; left -= 1) day = calendar.nextDay(day);
  return day;
}

interface Order {
  readonly terms: Terms;
  readonly effectiveOn: Day;
  readonly stale: boolean;
  readonly rebases: boolean;
}

/** The model's verdict on the district's own change. */
function verdict({ model }: Desk, { terms, effectiveOn, stale, rebases }: Order): Decision<Policy> {
  const { rules, time } = model;
  if (stale) return refused('policy.changed', 'version');
  if (effectiveOn < rules.calendar().dayOf(time.now)) return refused('policy.effective_on', 'day');
  const policy = parsePolicy({ ...terms, version: rules.policies.length + 1, effectiveOn });
  return policy.ok ? succeeds(policy.value, rules.policies.at(-1) ?? null, rebases) : policy;
}

/** The district's policy is changed, or only tried; running tickets are brought under it or keep their own. */
export async function changePolicy(desk: Desk, dice: Dice): Promise<void> {
  const { model, system, stories, coverage } = desk;
  const { rules } = model;
  const actor = model.people.person(changer(dice));
  const order: Order = {
    terms: dice.pick(CHOICES),
    effectiveOn: beginning(desk, dice),
    stale: dice.oneIn(12),
    rebases: !dice.oneIn(3),
  };
  const basedOn =
    order.stale || dice.oneIn(2) ? { basedOn: rules.policies.length - (order.stale ? 1 : 0) } : {};
  const { terms, effectiveOn, rebases } = order;
  const change = { regionCode: DISTRICT, terms: { ...terms }, effectiveOn, rebases, ...basedOn };
  const expected = actor.regionCodes.includes(DISTRICT)
    ? verdict(desk, order)
    : refused('calendar.unknown', 'region');
  const only = dice.oneIn(5);
  rules.changed = true;
  const use = system.get(ChangePolicy);
  const got = await outcomeOf(
    only
      ? use.preview(signedIn(actor), change)
      : applied(use, actor, { ...change, reason: '区政府通知' }, dice),
  );
  mustAgree(only ? 'tryPolicy' : 'changePolicy', { expected, got }, coverage);
  if (!expected.ok || !got.ok) return;
  const policy = expected.value;
  expect(got.value.totals).toEqual(rebases ? tried(stories, model, { policy }) : NO_EFFECT);
  expect(got.value.version).toBe(policy.version);
  if (only) return;
  rules.takePolicy(policy, rebases);
  system.forget();
}
