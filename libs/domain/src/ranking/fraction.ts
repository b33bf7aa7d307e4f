/** An exact quotient of whole numbers, in lowest terms, with a denominator above zero. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };

/** `n / d`; `d` must not be zero. */
export function fraction(n: number | bigint, d: number | bigint = 1): Fraction {
  const [over, under] = [BigInt(n), BigInt(d)];
  const divisor = gcd(over < 0n ? -over : over, under < 0n ? -under : under) || 1n;
  const sign = under < 0n ? -1n : 1n;
  return { over: (sign * over) / divisor, under: (sign * under) / divisor };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under);

export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);

export const negative = ({ over, under }: Fraction): Fraction => ({ over: -over, under });

export const compareFractions = (a: Fraction, b: Fraction): number =>
  Number(a.over * b.under > b.over * a.under) - Number(a.over * b.under < b.over * a.under);

/** In whole tenths, cut towards less. */
export function tenthsBelow({ over, under }: Fraction): number {
  const scaled = over * 10n;
  return Number(scaled / under - (scaled % under < 0n ? 1n : 0n));
}

/** As people check it: `1401/15`, or a whole number. */
export const fractionText = ({ over, under }: Fraction): string =>
  under === 1n ? String(over) : `${String(over)}/${String(under)}`;
