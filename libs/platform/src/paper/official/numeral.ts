const DIGITS = '零一二三四五六七八九';
const TEN = 10;

/** A number from 1 to 99 as headings count: 一, 十, 十一, 二十一. */
export function numeral(count: number): string {
  const [tens, ones] = [Math.floor(count / TEN), count % TEN];
  const before = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${before}${ones === 0 ? '' : (DIGITS[ones] ?? '')}`;
}
