import { accepted, refused, type Decision } from '../decision';
import { writtenDay, writtenSpan } from '../sla/spoken';
import type { Day } from '../time';
import type { BulletinKind, BulletinNumber, BulletinPeriod } from './content';
import { daysOf, isRegular, lastEnded, periodAround } from './periods';

/** 〔2023〕1号 */
export const numberText = ({ year, ordinal }: BulletinNumber): string =>
  `〔${String(year)}〕${String(ordinal)}号`;

/** 2023年10月 */
const writtenMonth = (day: Day): string => writtenDay(day).slice(0, writtenDay(day).indexOf('月') + 1);

const PERIOD_TEXT: Readonly<Record<BulletinKind, (period: BulletinPeriod) => string>> = {
  weekly: ({ from, to }) => writtenSpan(from, to),
  half_monthly: ({ from }) => `${writtenMonth(from)}${from.endsWith('01') ? '上半月' : '下半月'}`,
  monthly: ({ from }) => writtenMonth(from),
  special: ({ from, to }) => writtenSpan(from, to),
};

/** What a bulletin is called unless it is given a title. */
export const bulletinTitle = (regionName: string, kind: BulletinKind, period: BulletinPeriod): string =>
  `关于${regionName}${PERIOD_TEXT[kind](period)}企业诉求办理情况的通报`;

/** Days a special bulletin spans at most: a year. */
const LONGEST_SPECIAL_DAYS = 366;

export interface WantedPeriod {
  readonly from?: Day;
  readonly to?: Day;
}

/**
 * The period a bulletin is to be about: of a regular kind one that is over, the last one unless another is named;
 * of a special one what was asked for, today included.
 */
export function bulletinPeriod(
  kind: BulletinKind,
  { from, to }: WantedPeriod,
  today: Day,
): Decision<BulletinPeriod> {
  if (isRegular(kind)) {
    const period = from === undefined ? lastEnded(kind, today) : periodAround(kind, from);
    if (from !== undefined && from !== period.from) {
      return refused('bulletin.period', '起始日不是该类通报的起始日', '/from');
    }
    if (to !== undefined && to !== period.to) {
      return refused('bulletin.period', `截止日应为 ${period.to}`, '/to');
    }
    return period.to < today
      ? accepted(period)
      : refused('bulletin.period', `期间 ${period.from} 至 ${period.to} 尚未结束`, '/to');
  }
  if (from === undefined) return refused('bulletin.period', '专题通报请写明起始日', '/from');
  if (to === undefined) return refused('bulletin.period', '专题通报请写明截止日', '/to');
  if (from > to) return refused('bulletin.period', '截止日不能早于起始日', '/to');
  if (to > today) return refused('bulletin.period', '截止日不能晚于今天', '/to');
  return daysOf({ from, to }) <= LONGEST_SPECIAL_DAYS
    ? accepted({ from, to })
    : refused('bulletin.period', '期间最长一年', '/to');
}
