import {
  businessDayOf,
  writtenDay,
  writtenSpan,
  type BulletinContent,
  type BulletinFigures,
  type Instant,
  type RateCode,
} from '@zhuqi/domain';

/** China keeps one time the year round. */
const CHINA_MS = 8 * 3_600_000;

/** An instant to the minute: 2024年1月2日8时30分. */
export function writtenMoment(at: Instant): string {
  const [hours, minutes] = new Date(at + CHINA_MS).toISOString().slice(11, 16).split(':');
  return `${writtenDay(businessDayOf(at))}${Number(hours)}时${minutes ?? ''}分`;
}

/** A period, the year said once: 2023年12月16日至12月31日. */
export function writtenPeriod({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? writtenDay(from) : writtenSpan(from, to);
}

/** A day in a narrow cell: 12-31 of the year of the bulletin, else below its year. */
export const shortDay = (day: string, year: string): string =>
  day.startsWith(`${year}-`) ? day.slice(5) : `${day.slice(0, 4)}年\n${day.slice(5)}`;

export const pieces = (count: number): string => `${count}件`;

/** A declared rate with both its numbers: 88.9%（161/181）; with nothing to divide by, `—`. */
export function rateText({ rates }: BulletinFigures, code: RateCode): string {
  const { display, numerator, denominator } = rates[code];
  return display === null ? '—' : `${display}（${numerator}/${denominator}）`;
}

/** What is printed of a rate where both its numbers stand beside it. */
export const bareRate = ({ rates }: BulletinFigures, code: RateCode): string => rates[code].display ?? '—';

/** 全区, 全市, 全县 or the region's name. */
export function whole({ regionName }: BulletinContent): string {
  const kind = regionName.at(-1) ?? '';
  return '区市县旗'.includes(kind) && !regionName.endsWith('新区') && !regionName.endsWith('开发区')
    ? `全${kind}`
    : regionName;
}

/** Whether a population had anything at all: what is empty is said in a sentence and gets no tables. */
export const isEmpty = ({ toDate, period }: { toDate: BulletinFigures; period: BulletinFigures }): boolean =>
  [toDate, period].every(({ figures }) => Object.values(figures).every((figure) => figure === 0));
