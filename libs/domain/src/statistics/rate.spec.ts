import fc from 'fast-check';
import { resolutionRate } from './rate';

describe('the resolution rate', () => {
  it.each([
    [161, 181, '88.9%'],
    [1_999, 2_000, '99.9%'],
    [1, 1_000, '0.1%'],
    [1, 1_001, '0.0%'],
    [0, 7, '0.0%'],
    [7, 7, '100.0%'],
    [2, 3, '66.6%'],
  ])('prints %i of %i as %s', (numerator, denominator, display) => {
    expect(resolutionRate(numerator, denominator)).toEqual({ numerator, denominator, display });
  });

  it('prints nothing when nothing was collected', () => {
    expect(resolutionRate(0, 0)).toEqual({ numerator: 0, denominator: 0, display: null });
  });

  it('prints nothing when a period took back more than it added', () => {
    expect(resolutionRate(5, -10).display).toBeNull();
    expect(resolutionRate(-5, 10).display).toBeNull();
  });

  const fraction = fc
    .tuple(fc.nat({ max: 100_000_000 }), fc.nat({ max: 100_000_000 }))
    .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b, 1)]);

  it('is never more than the true rate and less than a tenth of a percent below it', () => {
    fc.assert(
      fc.property(fraction, ([numerator, denominator]) => {
        const tenths = BigInt(resolutionRate(numerator, denominator).display?.replace(/[.%]/g, '') ?? -1);
        const n = BigInt(numerator) * 1_000n;
        const d = BigInt(denominator);
        expect(tenths * d <= n && n < (tenths + 1n) * d).toBe(true);
      }),
    );
  });

  it('reaches 100.0% only when every collected ticket is resolved', () => {
    fc.assert(
      fc.property(fraction, ([numerator, denominator]) => {
        const full = resolutionRate(numerator, denominator).display === '100.0%';
        expect(full).toBe(numerator === denominator);
      }),
    );
  });
});
