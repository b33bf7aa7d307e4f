/** A rate with both its numbers, so that it can be checked by hand. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** One decimal and a percent sign; null when there is nothing to divide by, or something was taken back on balance. */
  readonly display: string | null;
}

/**
 * 解决率, truncated and never rounded: the published case prints 161 of 181 (88.9503 %) as 88.9 %, and a rate may
 * not reach 100.0 % before the last ticket has. Integer arithmetic throughout.
 */
export function resolutionRate(numerator: number, denominator: number): Rate {
  if (denominator <= 0 || numerator < 0) return { numerator, denominator, display: null };
  const tenths = Math.floor((numerator * 1_000) / denominator);
  return { numerator, denominator, display: `${Math.floor(tenths / 10)}.${tenths % 10}%` };
}
