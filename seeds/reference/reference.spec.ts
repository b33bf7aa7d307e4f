import { INDUSTRIES } from '@zhuqi/domain';
import { CATEGORIES, REGIONS, REJECTION_GROUNDS, UNITS, stableUnitId } from './index';
import policy from './policy.json';

const unitsOf = (regionCode: string, kind: string) =>
  UNITS.filter((unit) => unit.regionCode === regionCode && unit.kind === kind);

describe('the reference data', () => {
  it('gives 二道区 one office, four departments and nine townships', () => {
    expect(unitsOf('220105', 'office')).toHaveLength(1);
    expect(unitsOf('220105', 'department')).toHaveLength(4);
    expect(unitsOf('220105', 'township')).toHaveLength(9);
  });

  it.each(['220105', '220106'])(
    'makes exactly one department of %s answer for each industry',
    (regionCode) => {
      const covered = unitsOf(regionCode, 'department').flatMap((unit) => unit.industries);
      expect([...covered].sort()).toEqual(INDUSTRIES.map(({ code }) => code).sort());
    },
  );

  it('uses every code and name once', () => {
    for (const codes of [
      CATEGORIES.map(({ code }) => code),
      REGIONS.map(({ code }) => code),
      REJECTION_GROUNDS.map(({ code }) => code),
      UNITS.map(({ key }) => key),
      UNITS.map(({ name }) => name),
      UNITS.map(({ key }) => stableUnitId(key)),
    ]) {
      expect(new Set<string>(codes).size).toBe(codes.length);
    }
    expect(CATEGORIES).toHaveLength(11);
  });

  it('places every unit and every region under a region that exists', () => {
    const known = new Set<string>(REGIONS.map(({ code }) => code));
    expect(UNITS.filter(({ regionCode }) => !known.has(regionCode))).toEqual([]);
    expect(REGIONS.filter(({ parentCode }) => parentCode !== null && !known.has(parentCode))).toEqual([]);
  });

  it('climbs from the officer to the city without a gap', () => {
    expect(policy.ladder).toEqual([1, 2, 3, 4, 5]);
  });
});
