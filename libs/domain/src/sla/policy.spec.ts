import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SEVERITIES } from '../ticket/axes';
import { parsePolicy } from './parse-policy';
import { succeeds } from './policy-change';
import { allowanceFor, escalationTerms, policyOn, type Policy } from './policy';

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
      'starts a severity at no tier',
      { ...seeded, startTiers: { ...seeded.startTiers, major: 6 } },
      '/startTiers/major',
    ],
    ['grants a thousand years', { ...seeded, claim: days(250_000) }, '/claim/count'],
    [
      'raises one severity by a threshold nobody reads',
      {
        ...seeded,
        bySeverity: { ...seeded.bySeverity, major: { ...seeded.bySeverity.major, escalation: { after: 1 } } },
      },
      '/bySeverity/major/escalation/after',
    ],
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

  it('is the one decided last, also where an earlier decision takes effect later', () => {
    const decided = [version(1, '2022-01-01'), version(2, '2026-12-30'), version(3, '2026-12-28')];
    expect(
      ['2026-12-27', '2026-12-28', '2026-12-30', '2027-01-01'].map((day) => policyOn(decided, day)?.version),
    ).toEqual([1, 3, 3, 3]);
  });
});

describe('a policy that follows another', () => {
  const next: Policy = { ...seeded, version: 2, effectiveOn: '2026-12-28' };

  it('must differ, unless running tickets are brought along', () => {
    expect(succeeds(next, seeded, false)).toMatchObject({ refusal: { code: 'policy.unchanged' } });
    expect(succeeds(next, seeded, true).ok).toBe(true);
    expect(succeeds({ ...next, mostReturns: 9 }, seeded, false).ok).toBe(true);
  });

  it('starts no problem above its ladder', () => {
    const flat: Policy = { ...next, ladder: [1, 2] };
    expect(succeeds(flat, seeded, false)).toMatchObject({
      refusal: { code: 'policy.invalid', pointer: '/startTiers/major' },
    });
  });
});

describe('when a ticket rises', () => {
  it('is the same for every severity, but for what one sets of its own', () => {
    const major = {
      ...seeded.bySeverity.major,
      escalation: { afterDue: { unit: 'workingDays', count: 1 } },
    } as const;
    const policy: Policy = { ...seeded, bySeverity: { ...seeded.bySeverity, major } };
    const usual = { afterDue: days(3), atRedispatch: 2, atDispute: 2, mostReturns: 2 };
    expect(escalationTerms(policy, 'simple')).toEqual(usual);
    expect(escalationTerms(policy, 'major')).toEqual({ ...usual, afterDue: days(1) });
  });
});

describe('a trigger from outside', () => {
  const [unclaimed] = seeded.triggers;
  it.each([
    ['has no code', { code: '' }, '/triggers/0/code'],
    ['takes the word of an urging by hand', { code: 'manual' }, '/triggers/0/code'],
    ['watches no clock', { clock: 'lunch' }, '/triggers/0/clock'],
    ['lies on no side', { side: 'beside' }, '/triggers/0/side'],
    ['is counted in calendar days', { offset: { unit: 'days', count: 1 } }, '/triggers/0/offset/unit'],
    ['lies before the other side', { offset: days(-1) }, '/triggers/0/offset/count'],
    ['does nothing', { effect: 'wait' }, '/triggers/0/effect'],
    ['is for a severity nobody has', { severities: ['dire'] }, '/triggers/0/severities/0'],
    ['raises what has no tier', { clock: 'reply', effect: 'escalate' }, '/triggers/0/clock'],
    ['raises before anything is late', { side: 'before', effect: 'escalate' }, '/triggers/0/side'],
    ['supervises a supervision for ever', { clock: 'supervise', effect: 'supervise' }, '/triggers/0/clock'],
    ['says what nobody reads', { remark: '' }, '/triggers/0/remark'],
  ])('is refused when it %s', (_what, over, pointer) => {
    const input = { ...seeded, triggers: [{ ...unclaimed, ...over }] };
    expect(parsePolicy(input)).toMatchObject({ ok: false, refusal: { code: 'policy.invalid', pointer } });
  });

  it('is refused when another has its code', () => {
    const refused = { code: 'policy.invalid', pointer: '/triggers/1/code' };
    expect(parsePolicy({ ...seeded, triggers: [unclaimed, unclaimed] })).toMatchObject({
      ok: false,
      refusal: refused,
    });
  });
});
