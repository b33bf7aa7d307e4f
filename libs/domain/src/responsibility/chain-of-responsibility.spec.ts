import { districtChain, districtPolicy } from '../../../../test/support/ticket-cast';
import { CHANNELS, SEVERITIES, TIERS, type Tier } from '../ticket/axes';
import { chooseHolder, holderAbove, holderAt, holderBelow, startingTier } from './chain-of-responsibility';

const facts = { severity: 'simple', channel: 'enterprise', aboutPersonId: null } as const;

describe('the starting tier', () => {
  it('follows the severity: consult and simple 1, complex 2, major 4', () => {
    expect(SEVERITIES.map((severity) => startingTier({ ...facts, severity }, districtPolicy))).toEqual([
      1, 1, 2, 4,
    ]);
  });

  it('is one higher from the 办不成事 window, at most the office', () => {
    const atWindow = SEVERITIES.map((severity) =>
      startingTier({ ...facts, severity, channel: 'window' }, districtPolicy),
    );
    expect(atWindow).toEqual([2, 2, 3, 4]);
  });

  it('is the district’s to decide, and how much the window raises it', () => {
    const startTiers = { consult: 2, simple: 3, complex: 3, major: 5 } as const;
    const tiersAt = (channel: 'enterprise' | 'window', windowRaisesBy: number) =>
      SEVERITIES.map((severity) =>
        startingTier({ ...facts, severity, channel }, { startTiers, windowRaisesBy }),
      );
    expect(tiersAt('enterprise', 1)).toEqual([2, 3, 3, 5]);
    expect(tiersAt('window', 2)).toEqual([4, 4, 4, 5]);
    expect(tiersAt('window', 0)).toEqual([2, 3, 3, 5]);
    const unraised = { ...districtPolicy, windowRaisesBy: 0 };
    expect(chooseHolder({ ...facts, channel: 'window' }, districtChain, unraised).rule).toBe('simple');
  });

  it('is the same for every other channel', () => {
    const others = CHANNELS.filter((channel) => channel !== 'window');
    expect(new Set(others.map((channel) => startingTier({ ...facts, channel }, districtPolicy)))).toEqual(
      new Set([1]),
    );
  });

  it('of a complaint about a person is the office, whatever the severity and the channel', () => {
    const tiers = SEVERITIES.flatMap((severity) =>
      CHANNELS.map((channel) =>
        startingTier({ severity, channel, aboutPersonId: 'officer' }, districtPolicy),
      ),
    );
    expect(new Set(tiers)).toEqual(new Set([4]));
  });
});

describe('the holder', () => {
  it('is the officer in person at tier 1 and a unit above', () => {
    expect(([1, 2, 3, 4, 5] as const).map((tier) => holderAt(districtChain, tier))).toEqual([
      { tier: 1, unitId: null, personId: 'officer' },
      { tier: 2, unitId: 'township', personId: null },
      { tier: 3, unitId: 'department', personId: null },
      { tier: 4, unitId: 'office', personId: null },
      { tier: 5, unitId: 'city-office', personId: null },
    ]);
  });

  it('that nobody fills is told with its reason', () => {
    const empty = {
      ...districtChain,
      officerId: null,
      townshipId: null,
      departmentId: null,
      officeId: null,
    };
    const reasons = SEVERITIES.map((severity) => chooseHolder({ ...facts, severity }, empty, districtPolicy));
    expect(reasons).toEqual([
      { found: false, tier: 1, startTier: 1, unused: [], reason: 'route.no_officer', rule: 'consult' },
      { found: false, tier: 1, startTier: 1, unused: [], reason: 'route.no_officer', rule: 'simple' },
      { found: false, tier: 2, startTier: 2, unused: [], reason: 'route.no_township', rule: 'complex' },
      { found: false, tier: 4, startTier: 4, unused: [], reason: 'route.no_office', rule: 'major' },
    ]);
    expect(
      chooseHolder({ ...facts, severity: 'complex', channel: 'window' }, empty, districtPolicy),
    ).toMatchObject({
      reason: 'route.no_department',
    });
  });

  it('is chosen with the reason why', () => {
    const chosen = [{}, { channel: 'window' }, { aboutPersonId: 'officer' }] as const;
    expect(
      chosen.map((over) => chooseHolder({ ...facts, ...over }, districtChain, districtPolicy)),
    ).toMatchObject([
      { rule: 'simple', startTier: 1, source: 'pairing' },
      { rule: 'window', startTier: 2, source: 'township' },
      { rule: 'complaint', startTier: 4, source: 'office' },
    ]);
  });

  it('is looked for on the district’s ladder: a tier it does not use is passed over', () => {
    const short = { ...districtChain, ladder: [1, 3, 4] as const };
    expect(chooseHolder({ ...facts, severity: 'complex' }, short, districtPolicy)).toMatchObject({
      holder: { tier: 3 },
      startTier: 2,
      unused: [2],
    });
    expect(chooseHolder(facts, short, districtPolicy)).toMatchObject({ holder: { tier: 1 }, unused: [] });
  });

  it('above is the next tier of the district’s ladder that is filled, and nobody at the top', () => {
    const above = (ladder: readonly (1 | 2 | 3 | 4 | 5)[], from: 1 | 2 | 3 | 4 | 5) =>
      holderAbove({ ...districtChain, ladder }, from)?.tier ?? null;
    expect(above([1, 2, 3, 4, 5], 1)).toBe(2);
    expect(above([1, 3, 4], 1)).toBe(3);
    expect(above([1, 2, 3, 4], 4)).toBeNull();
    expect(holderAbove({ ...districtChain, departmentId: null }, 2)?.tier).toBe(4);
    expect(holderAbove({ ...districtChain, cityOfficeId: null }, 4)).toBeNull();
  });
});

describe('the holder below', () => {
  const below = (tier: Tier, chain: Partial<typeof districtChain> = {}, except: string | null = null) =>
    holderBelow({ ...districtChain, ...chain }, tier, except)?.tier ?? null;

  it('is the next tier down the ladder that has somebody', () => {
    expect(TIERS.map((tier) => below(tier))).toEqual([null, 1, 2, 3, 4]);
    expect(below(4, { departmentId: null })).toBe(2);
    expect(below(4, { ladder: [1, 4, 5] })).toBe(1);
    expect(below(2, { officerId: null })).toBeNull();
  });

  it('is never the person a complaint is about', () => {
    expect(below(2, {}, 'officer')).toBeNull();
    expect(below(3, {}, 'officer')).toBe(2);
  });
});
