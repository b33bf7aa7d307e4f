import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SEVERITIES } from '../ticket/axes';
import { parsePolicy } from './parse-policy';
import { allowanceFor, policyOn, type Policy } from './policy';

const file = resolve(__dirname, '../../../../seeds/reference/policy.json');
const seeded = JSON.parse(readFileSync(file, 'utf8')) as Policy;
const days = (count: number) => ({ unit: 'workingDays', count });

describe('the seeded policy', () => {
  it('is a policy', () => {
    expect(parsePolicy(seeded)).toEqual({ ok: true, value: seeded });
  });

  it('promises each severity its terms', () => {
    const terms = SEVERITIES.map((severity) =>
      (['firstContact', 'reply', 'resolve'] as const).map((kind) =>
        allowanceFor(seeded, kind, { severity, urgency: 'normal', tier: 1 }),
      ),
    );
    expect(terms).toEqual([
      [{ unit: 'sameDay' }, days(1), days(1)],
      [days(1), days(3), days(7)],
      [days(1), days(3), days(15)],
      [days(1), days(3), days(30)],
    ]);
    expect(SEVERITIES.map((severity) => seeded.bySeverity[severity].cap)).toEqual([
      days(3),
      days(15),
      days(30),
      null,
    ]);
  });

  it('hurries the contact and the reply of what is urgent, and leaves the promise', () => {
    const subject = { severity: 'complex', urgency: 'urgent', tier: 2 } as const;
    expect(allowanceFor(seeded, 'firstContact', subject)).toEqual({ unit: 'workingMinutes', count: 120 });
    expect(allowanceFor(seeded, 'reply', subject)).toEqual(days(1));
    expect(allowanceFor(seeded, 'resolve', subject)).toEqual(days(15));
  });

  it('gives legs to township, department and office only', () => {
    const legs = [1, 2, 3, 4, 5].map((tier) =>
      allowanceFor(seeded, 'leg', { severity: 'simple', urgency: 'normal', tier }),
    );
    expect(legs).toEqual([null, days(5), days(7), days(10), null]);
  });

  it('gives a day to claim and three to assistants', () => {
    const subject = { severity: 'simple', urgency: 'normal', tier: 2 } as const;
    expect(allowanceFor(seeded, 'claim', subject)).toEqual(days(1));
    expect(allowanceFor(seeded, 'assist', subject)).toEqual(days(3));
  });
});

describe('a policy from outside', () => {
  const { claim: _claim, ...incomplete } = seeded;
  it.each([
    ['is no object', null, ''],
    ['misses a threshold', incomplete, '/claim'],
    ['has a threshold nobody reads', { ...seeded, clame: days(1) }, '/clame'],
    ['grants nothing', { ...seeded, claim: days(0) }, '/claim/count'],
    ['grants a part of a day', { ...seeded, claim: days(1.5) }, '/claim/count'],
    ['counts in an unknown unit', { ...seeded, claim: { unit: 'weeks', count: 1 } }, '/claim/unit'],
    ['counts in a unit every object inherits', { ...seeded, claim: { unit: 'toString' } }, '/claim/unit'],
    ['takes effect on no day', { ...seeded, effectiveOn: '2026-02-30' }, '/effectiveOn'],
    ['has a leg for no tier', { ...seeded, legs: { '9': days(1) } }, '/legs/9'],
    ['forgets a severity', { ...seeded, bySeverity: {} }, '/bySeverity/consult'],
    [
      'divides the lamp by nothing',
      { ...seeded, lamp: { ...seeded.lamp, share: { numerator: 1, denominator: 0 } } },
      '/lamp/share/denominator',
    ],
  ])('is refused when it %s', (_what, input, pointer) => {
    expect(parsePolicy(input)).toMatchObject({ ok: false, refusal: { code: 'policy.invalid', pointer } });
  });
});

describe('the policy in force', () => {
  const version = (number: number, effectiveOn: string): Policy => ({
    ...seeded,
    version: number,
    effectiveOn,
  });
  const policies = [version(2, '2026-07-01'), version(1, '2022-01-01'), version(3, '2026-07-01')];

  it('is the latest that has taken effect, and of two on one day the later version', () => {
    expect(
      ['2021-12-31', '2022-01-01', '2026-06-30', '2026-07-01'].map((day) => policyOn(policies, day)?.version),
    ).toEqual([undefined, 1, 1, 3]);
  });
});
