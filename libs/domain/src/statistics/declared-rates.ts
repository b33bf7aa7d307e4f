import type { Figures } from './ledger';
import { percentage, type Precision, type Rate } from './rate';

export type Figure = keyof Figures;

/** What a published rate is made of and how it is printed; nothing prints a rate that is not declared here. */
export interface DeclaredRate extends Precision {
  readonly label: string;
  /** For people: what is counted, of what. */
  readonly definition: string;
  readonly numerator: Figure;
  readonly denominator: Figure;
}

const CUT = { decimals: 1, rounding: 'truncate' } as const satisfies Precision;

/** Every published rate, once: its population is that of the figures it is made from. */
export const RATES = {
  resolution: {
    ...{ label: '解决率', definition: '已解决（含现场解决）件数 ÷ 收集件数', ...CUT },
    ...{ numerator: 'resolved', denominator: 'collected' },
  },
  closure: {
    ...{ label: '办结率', definition: '已销号件数（不论结果）÷ 收集件数', ...CUT },
    ...{ numerator: 'closed', denominator: 'collected' },
  },
  onTime: {
    ...{ label: '按时办结率', definition: '各轮答复均未超过时限（含批准的延期）的件数 ÷ 已销号件数', ...CUT },
    ...{ numerator: 'closedOnTime', denominator: 'closed' },
  },
  onTimeWithoutExtension: {
    ...{
      label: '原时限内办结率',
      definition: '各轮答复均未超过原时限（不计延期）的件数 ÷ 已销号件数',
      ...CUT,
    },
    ...{ numerator: 'onTimeWithoutExtension', denominator: 'closed' },
  },
  response: {
    ...{ label: '响应率', definition: '首次联系未超时的件数 ÷ 收集件数', ...CUT },
    ...{ numerator: 'firstContactOnTime', denominator: 'collected' },
  },
  satisfaction: {
    ...{ label: '满意率', definition: '评分 4 分及以上件数 ÷ 已评分件数（未评价的另列）', ...CUT },
    ...{ numerator: 'satisfied', denominator: 'rated' },
  },
  enterpriseConfirmed: {
    ...{ label: '企业确认率', definition: '由企业本人确认解决的件数 ÷ 已销号件数', ...CUT },
    ...{ numerator: 'confirmedByEnterprise', denominator: 'closed' },
  },
  rework: {
    ...{ label: '返工率', definition: '不认可或重办过的件数 ÷ 收集件数', ...CUT },
    ...{ numerator: 'reworked', denominator: 'collected' },
  },
  return: {
    ...{ label: '退回率', definition: '承办单位退回过的件数 ÷ 收集件数', ...CUT },
    ...{ numerator: 'returned', denominator: 'collected' },
  },
  overdue: {
    ...{ label: '超期率', definition: '未答复且已超过时限的件数 ÷ 收集件数', ...CUT },
    ...{ numerator: 'overdue', denominator: 'collected' },
  },
  pauseShare: {
    ...{ label: '暂停占比', definition: '等候材料与挂起的工作分钟 ÷ 已答复诉求的办理工作分钟', ...CUT },
    ...{ numerator: 'pausedMinutes', denominator: 'handlingMinutes' },
  },
} as const satisfies Record<string, DeclaredRate>;

export type RateCode = keyof typeof RATES;
export const RATE_CODES = Object.keys(RATES) as RateCode[];

/** A declared rate of these figures, with both its numbers. */
export function rateOf(figures: Figures, code: RateCode): Rate {
  const declared: DeclaredRate = RATES[code];
  return percentage(figures[declared.numerator], figures[declared.denominator], declared);
}

/** All declared rates of these figures. */
export const ratesOf = (figures: Figures): Record<RateCode, Rate> =>
  Object.fromEntries(RATE_CODES.map((code) => [code, rateOf(figures, code)])) as Record<RateCode, Rate>;
