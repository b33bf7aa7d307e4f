import { mapFigures } from './ledger';
import { RATE_CODES, RATES, rateOf, ratesOf, type DeclaredRate } from './declared-rates';
import { percentage } from './rate';

const WHOLE = { decimals: 0, rounding: 'half_up' } as const;

describe('a declared rate', () => {
  it('prints the programme’s own figures as they were published', () => {
    const figures = { ...mapFigures(() => 0), collected: 181, resolved: 161 };
    expect(rateOf(figures, 'resolution')).toEqual({ numerator: 161, denominator: 181, display: '88.9%' });
    expect(percentage(58, 55, WHOLE).display).toBe('105%');
    expect(percentage(58, 52, WHOLE).display).toBe('112%');
    expect(percentage(9_213, 10_000, { decimals: 2, rounding: 'half_up' }).display).toBe('92.13%');
  });

  it('rounds a half upwards and cuts what is cut', () => {
    expect(percentage(1, 8, { decimals: 2, rounding: 'truncate' }).display).toBe('12.50%');
    expect(percentage(1, 200, WHOLE).display).toBe('1%');
    expect(percentage(1, 201, WHOLE).display).toBe('0%');
    expect(percentage(1_999, 2_000, { decimals: 1, rounding: 'truncate' }).display).toBe('99.9%');
  });

  it('of nothing is no rate', () => {
    expect(Object.values(ratesOf(mapFigures(() => 0))).map(({ display }) => display)).toEqual(
      RATE_CODES.map(() => null),
    );
  });

  it('says for people what is divided by what', () => {
    for (const { label, definition } of Object.values<DeclaredRate>(RATES)) {
      expect([label, definition]).toEqual([expect.stringMatching(/[率比]$/), expect.stringContaining('÷')]);
    }
  });
});
