import fc from 'fast-check';
import { mapFigures, type Figures } from '../statistics/ledger';
import { DEFAULT_SCHEME } from './default-scheme';
import { rank, withMovements } from './rank';
import { pointsText } from './ranking';
import type { Contestant } from './score';

const figures = (given: Partial<Figures>): Figures => ({ ...mapFigures(() => 0), ...given });

/** Collected and done without fault. */
const flawless = (collected: number): Figures =>
  figures({
    ...{ collected, resolved: collected, closed: collected, closedOnTime: collected },
    ...{ firstContactOnTime: collected, satisfied: collected, rated: collected },
    confirmedByEnterprise: collected,
  });

const contestant = (key: string, counted: Figures): Contestant => ({
  key,
  label: `街道${key}`,
  figures: counted,
});
const ranks = (...contestants: Contestant[]): (readonly [string, number | null, number | null])[] =>
  rank(contestants, DEFAULT_SCHEME).ranked.map((row) => [row.key, row.rank, row.points]);

describe('a ranking', () => {
  it('gives full marks for work without fault, however much of it there was', () => {
    expect(ranks(contestant('a', flawless(5)), contestant('b', flawless(500)))).toEqual([
      ['b', 1, 1_000],
      ['a', 1, 1_000],
    ]);
  });

  it('prints each component in tenths of a point and takes it from its declared rate', () => {
    const { ranked } = rank(
      [contestant('a', figures({ collected: 181, resolved: 161, closed: 150 }))],
      DEFAULT_SCHEME,
    );
    const resolution = ranked[0]?.components.find(({ code }) => code === 'resolution');
    expect(resolution).toMatchObject({
      ...{ points: 177, numerator: 'resolved', denominator: 'collected', direction: 'earn' },
      rate: { numerator: 161, denominator: 181, display: '88.9%' },
    });
  });

  it('ranks by what was earned to the last digit, where both print the same', () => {
    // 80 + 2/3 and 80 + 5/7 points lost or earned print alike in tenths.
    const closed = (collected: number, resolved: number): Figures =>
      figures({ ...flawless(collected), resolved });
    const { ranked } = rank(
      [contestant('a', closed(30, 29)), contestant('b', closed(31, 30))],
      DEFAULT_SCHEME,
    );
    expect(
      ranked.map(({ key, rank: place, points, exactPoints }) => [key, place, points, exactPoints]),
    ).toEqual([
      ['b', 1, 993, '3080/31'],
      ['a', 2, 993, '298/3'],
    ]);
  });

  it('takes off what is lost in full: a deduction is not rounded in anybody’s favour', () => {
    const { ranked } = rank([contestant('a', { ...flawless(15), reworked: 1 })], DEFAULT_SCHEME);
    expect(ranked[0]).toMatchObject({ points: 993, exactPoints: '298/3' });
  });

  it('lists who has too few tickets apart, without rank or points', () => {
    const { ranked, apart } = rank(
      [contestant('few', flawless(4)), contestant('enough', figures({ collected: 5, closed: 1 }))],
      DEFAULT_SCHEME,
    );
    expect(ranked.map(({ key }) => key)).toEqual(['enough']);
    expect(apart.map(({ key, rank: none, points }) => [key, none, points])).toEqual([['few', null, null]]);
  });

  it('lists apart whom less than half of the weight can be said of', () => {
    const { ranked, apart } = rank([contestant('all open', figures({ collected: 9 }))], DEFAULT_SCHEME);
    expect([ranked, apart.map(({ assessedWeight, points }) => [assessedWeight, points])]).toEqual([
      [],
      [[40, null]],
    ]);
  });

  it('does not take silence for satisfaction, nor for the lack of it', () => {
    const silent = figures({ ...flawless(10), satisfied: 0, rated: 0 });
    const { ranked } = rank([contestant('a', silent)], DEFAULT_SCHEME);
    expect(ranked[0]).toMatchObject({ points: 1_000, assessedWeight: 80 });
    expect(ranked[0]?.components.find(({ code }) => code === 'satisfaction')?.points).toBeNull();
  });

  it('deducts by the share of tickets, so that who has more of them is not worse off', () => {
    const reworked = (collected: number): Figures => ({ ...flawless(collected), reworked: collected / 5 });
    expect(ranks(contestant('a', reworked(5)), contestant('b', reworked(100)))).toEqual([
      ['b', 1, 980],
      ['a', 1, 980],
    ]);
  });

  it('lets equal points share a rank and goes on as many further', () => {
    const half = figures({ ...flawless(10), resolved: 5 });
    const standing = ranks(
      ...[contestant('c', half), contestant('a', flawless(10)), contestant('b', half)],
      contestant('d', figures({ collected: 10, closed: 10 })),
    );
    expect(standing.map(([key, place]) => [key, place])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['d', 4],
    ]);
  });

  it('shows the signals beside a row and takes nothing off for them', () => {
    const suspicious = figures({ ...flawless(10), answeredLastHour: 9, closedWithoutContact: 3 });
    const { ranked } = rank([contestant('a', suspicious)], DEFAULT_SCHEME);
    expect(ranked[0]?.points).toBe(1_000);
    expect(ranked[0]?.signals.map(({ measure, count }) => [measure, count])).toEqual([
      ['answeredLastHour', 9],
      ['pausedNearDue', 0],
      ['severityLowered', 0],
      ['closedWithoutContact', 3],
    ]);
  });

  it('says who rose, who fell, who stayed and who is new', () => {
    const graded = (...keys: string[]): Contestant[] =>
      keys.map((key, index) => contestant(key, figures({ ...flawless(20), resolved: 20 - index })));
    const before = rank([...graded('a', 'b', 'c'), contestant('d', flawless(1))], DEFAULT_SCHEME);
    const now = withMovements(rank(graded('a', 'c', 'b', 'd'), DEFAULT_SCHEME), before);
    expect(now.ranked.map(({ key, movement }) => [key, movement?.kind, movement?.by])).toEqual([
      ['a', 'same', 0],
      ['c', 'up', 1],
      ['b', 'down', -1],
      ['d', 'new', null],
    ]);
  });

  it('writes points with one decimal, below nothing as well', () => {
    expect([885, 1_000, 7, -7, -123].map(pointsText)).toEqual(['88.5', '100.0', '0.7', '-0.7', '-12.3']);
  });
});

const counted = fc
  .record({ collected: fc.nat(40), closed: fc.nat(40), rated: fc.nat(40), seed: fc.array(fc.nat(40)) })
  .map(({ collected, closed, rated, seed }): Figures => {
    const part = (of: number, index: number): number => Math.min(of, seed[index] ?? 0);
    return figures({
      ...{ collected, closed: Math.min(closed, collected), rated: Math.min(rated, closed, collected) },
      resolved: part(collected, 0),
      closedOnTime: part(Math.min(closed, collected), 1),
      firstContactOnTime: part(collected, 2),
      satisfied: part(Math.min(rated, closed, collected), 3),
      confirmedByEnterprise: part(Math.min(closed, collected), 4),
      ...{ reworked: part(collected, 5), returned: part(collected, 6), overdue: part(collected, 7) },
    });
  });

/** By cross-multiplication, independently of how the ranking compares. */
function isMore(a: string | null, b: string | null): boolean {
  const [[over = 0n, under = 1n], [otherOver = 0n, otherUnder = 1n]] = [a, b].map((text) =>
    (text ?? '0').split('/').map(BigInt),
  ) as [bigint[], bigint[]];
  return over * otherUnder > otherOver * under;
}

const anyContestants = fc
  .array(counted, { maxLength: 30 })
  .map((all) => all.map((each, index) => contestant(String(index), each)));

describe('any ranking', () => {
  it('is the same whatever order the contestants come in, and loses none', () => {
    fc.assert(
      fc.property(anyContestants, fc.infiniteStream(fc.nat()), (contestants, dice) => {
        const shuffled = contestants
          .map((each) => ({ each, at: dice.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        const table = rank(contestants, DEFAULT_SCHEME);
        expect(rank(shuffled, DEFAULT_SCHEME)).toEqual(table);
        expect(table.ranked.length + table.apart.length).toBe(contestants.length);
      }),
    );
  });

  it('ranks by points alone: a better rank is more points, and one rank is the same points', () => {
    fc.assert(
      fc.property(anyContestants, (contestants) => {
        const { ranked } = rank(contestants, DEFAULT_SCHEME);
        for (const [index, row] of ranked.entries()) {
          const better = ranked.filter((other) => isMore(other.exactPoints, row.exactPoints)).length;
          expect(row.rank).toBe(better + 1);
          expect(index + 1).toBeGreaterThanOrEqual(row.rank ?? 0);
        }
      }),
    );
  });

  it('adds up: whole tenths, between nothing earned with every fault and full marks', () => {
    fc.assert(
      fc.property(anyContestants, (contestants) => {
        for (const { points, exactPoints, components, assessedWeight } of rank(contestants, DEFAULT_SCHEME)
          .ranked) {
          const of = (wanted: string): number =>
            components
              .filter(({ direction, points: counted }) => direction === wanted && counted !== null)
              .reduce((sum, { weight, rate }) => sum + (weight * rate.numerator) / rate.denominator, 0);
          const [over = 0, under = 1] = (exactPoints ?? '').split('/').map(Number);
          expect(over / under).toBeCloseTo((of('earn') * 100) / assessedWeight - of('deduct'), 9);
          expect(points).toBe(Math.floor((over * 10) / under));
          expect(points).toBeLessThanOrEqual(1_000);
          expect(points).toBeGreaterThanOrEqual(-250);
        }
      }),
    );
  });
});
