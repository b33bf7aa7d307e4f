import * as fc from 'fast-check';
import {
  DEFAULT_CASELOAD_RULES as rules,
  mayLeadKeyProject,
  mayPair,
  type EnterpriseClass,
} from './caseload';

const classes = fc.constantFrom<EnterpriseClass>('aboveScaleHundredMillion', 'aboveScaleIndustrial', 'other');
const repeated = (enterpriseClass: EnterpriseClass, times: number): EnterpriseClass[] =>
  Array.from({ length: times }, () => enterpriseClass);

describe('the caseload of an officer', () => {
  it('is one enterprise when that enterprise is above a hundred million', () => {
    expect(mayPair(rules, [], 'aboveScaleHundredMillion')).toEqual({
      ok: true,
      value: { holding: 1, limit: 1 },
    });
    expect(mayPair(rules, ['aboveScaleHundredMillion'], 'other').ok).toBe(false);
    expect(mayPair(rules, ['other'], 'aboveScaleHundredMillion').ok).toBe(false);
  });

  it('is at most five above-scale industrial enterprises', () => {
    expect(mayPair(rules, repeated('aboveScaleIndustrial', 4), 'aboveScaleIndustrial').ok).toBe(true);
    expect(mayPair(rules, repeated('aboveScaleIndustrial', 5), 'aboveScaleIndustrial')).toMatchObject({
      refusal: {
        code: 'pairing.over_capacity',
        detail: expect.stringContaining('规上工业企业的专员至多包保5户'),
      },
    });
  });

  it('follows the limit the district has set for other enterprises', () => {
    const generous = { ...rules, officerLimit: { ...rules.officerLimit, other: 8 } };
    expect(mayPair(rules, repeated('other', 5), 'other').ok).toBe(false);
    expect(mayPair(generous, repeated('other', 5), 'other').ok).toBe(true);
    expect(mayPair(generous, repeated('other', 5), 'aboveScaleIndustrial').ok).toBe(false);
  });

  it('built one accepted pairing after another never exceeds the limit of any class in it', () => {
    fc.assert(
      fc.property(fc.array(classes, { maxLength: 20 }), (wanted) => {
        const held: EnterpriseClass[] = [];
        for (const candidate of wanted) if (mayPair(rules, held, candidate).ok) held.push(candidate);
        expect(held.every((one) => held.length <= rules.officerLimit[one])).toBe(true);
      }),
    );
  });

  it('does not depend on the order in which the enterprises were taken on', () => {
    const shuffled = fc
      .array(classes, { maxLength: 6 })
      .chain((held) =>
        fc.tuple(fc.constant(held), fc.shuffledSubarray(held, { minLength: held.length }), classes),
      );
    fc.assert(
      fc.property(shuffled, ([held, other, next]) => {
        expect(mayPair(rules, held, next).ok).toBe(mayPair(rules, other, next).ok);
      }),
    );
  });
});

describe('the key projects of a leader', () => {
  it('are at most two', () => {
    expect(mayLeadKeyProject(rules, 1)).toEqual({ ok: true, value: { holding: 2, limit: 2 } });
    expect(mayLeadKeyProject(rules, 2)).toMatchObject({ refusal: { code: 'pairing.over_capacity' } });
  });
});
