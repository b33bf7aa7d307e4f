import { DEFAULT_SCHEME } from './default-scheme';
import { judgeScheme, RANKED_RATES } from './judge-scheme';
import type { SchemeComponent } from './scheme';

const [first, ...others] = DEFAULT_SCHEME.components as [SchemeComponent, ...SchemeComponent[]];
const judged = (components: readonly SchemeComponent[]): string => {
  const decision = judgeScheme({ minimumSample: 5, components });
  return decision.ok ? 'accepted' : `${decision.refusal.code} ${decision.refusal.pointer ?? ''}`;
};

describe('the scheme of a ranking', () => {
  it('every region begins with can be ranked by', () => {
    expect(judged(DEFAULT_SCHEME.components)).toBe('accepted');
  });

  it('adds up to a hundred points', () => {
    expect(judged(others)).toBe('ranking.scheme /components');
    expect(judged([{ ...first, weight: 21 }, ...others])).toBe('ranking.scheme /components');
  });

  it('deducts no more than can be earned', () => {
    const harsh = others.map((each) => (each.direction === 'deduct' ? { ...each, weight: 34 } : each));
    expect(judged([first, ...harsh])).toBe('ranking.scheme /components');
  });

  it('names each component and counts each rate once', () => {
    expect(judged([first, { ...first, rate: 'closure' }, ...others])).toBe(
      'ranking.scheme /components/1/code',
    );
    expect(judged([first, { ...first, code: 'again' }, ...others])).toBe('ranking.scheme /components/1/rate');
  });

  it('rewards no fault and punishes no merit', () => {
    expect(judged([{ ...first, direction: 'deduct' }, ...others])).toBe(
      'ranking.scheme /components/0/direction',
    );
    expect(judged([{ ...first, rate: 'rework' }])).toBe('ranking.scheme /components/0/direction');
  });

  it('uses rates of tickets only, so that every point opens to its tickets', () => {
    expect(RANKED_RATES).not.toContain('pauseShare');
    expect(RANKED_RATES).toContain('resolution');
    expect(judged([{ ...first, rate: 'pauseShare' }, ...others])).toBe('ranking.scheme /components/0/rate');
  });
});
