/** A rate with both its numbers, so that it can be checked by hand. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** As declared, with a percent sign; null when there is nothing to divide by, or something was taken back on balance. */
  readonly display: string | null;
}

/** How a percentage is printed: the published figures use both ways, and each figure declares its own. */
export interface Precision {
  readonly decimals: 0 | 1 | 2;
  /** `truncate`: never more than has been reached; `half_up`: the nearest, five upwards. */
  readonly rounding: 'truncate' | 'half_up';
}

/** 解决率: the published case prints 161 of 181 (88.9503 %) as 88.9 %, and no rate reaches 100.0 % before the last ticket has. */
const CUT_AFTER_ONE: Precision = { decimals: 1, rounding: 'truncate' };

/**
 * A quotient of whole numbers as a percentage, in integer arithmetic throughout: 161/181 cut after one decimal is
 * 88.9 %; 58/55 and 58/52 rounded to whole percents are 105 % and 112 %.
 */
export function percentage(numerator: number, denominator: number, { decimals, rounding }: Precision): Rate {
  if (denominator <= 0 || numerator < 0) return { numerator, denominator, display: null };
  const unit = 10n ** BigInt(decimals);
  const [n, d] = [BigInt(numerator) * 100n * unit, BigInt(denominator)];
  const scaled = rounding === 'truncate' ? n / d : (2n * n + d) / (2n * d);
  const fraction = decimals === 0 ? '' : `.${String(scaled % unit).padStart(decimals, '0')}`;
  return { numerator, denominator, display: `${String(scaled / unit)}${fraction}%` };
}

/** A rate as the programme prints it unless declared otherwise: truncated after one decimal. */
export const resolutionRate = (numerator: number, denominator: number): Rate =>
  percentage(numerator, denominator, CUT_AFTER_ONE);
