import { ApiProperty } from '@nestjs/swagger';
import type { ResolutionReport, ResolutionRow } from '@zhuqi/application';
import { rateOf, ratesOf, type Dimension, type Figures, type RateCode } from '@zhuqi/domain';
import { isoOf } from '../edge';
import { countedTicketsUrl } from './counted-tickets-url';

/** 比率：分子、分母与截断（不进位）的百分数；分母为 0 时没有百分数 */
export class RateView {
  numerator: number;
  denominator: number;
  display: string | null;
}

/** 各项已公布口径的比率，口径见 /statistics/declarations */
export class RatesView implements Record<RateCode, RateView> {
  resolution: RateView;
  closure: RateView;
  onTime: RateView;
  onTimeWithoutExtension: RateView;
  response: RateView;
  satisfaction: RateView;
  enterpriseConfirmed: RateView;
  rework: RateView;
  return: RateView;
  overdue: RateView;
  pauseShare: RateView;
}

const PAIR = { type: 'array', minItems: 2, maxItems: 2 } as const;

/** 一行数字；每个件数都等于其清单的长度 */
export class ResolutionRowView {
  /** 维度的值：一个维度为其值，两个维度为二者的列表；“未归口”为 null，合计为 "all" */
  @ApiProperty({
    oneOf: [
      { type: 'string', nullable: true },
      { ...PAIR, items: { type: 'string', nullable: true } },
    ],
  })
  key: string | null | (string | null)[];
  /** 维度值的名称；两个维度为二者的列表 */
  @ApiProperty({ oneOf: [{ type: 'string' }, { ...PAIR, items: { type: 'string' } }] })
  label: string | string[];
  collected: number;
  resolved: number;
  rate: RateView;
  closed: number;
  closedOnTime: number;
  onTimeWithoutExtension: number;
  firstContactOnTime: number;
  satisfied: number;
  rated: number;
  notRated: number;
  confirmedByEnterprise: number;
  reworked: number;
  returned: number;
  open: number;
  overdue: number;
  /** 投机信号：在时限届满前最后一个工作小时内答复 */
  answeredLastHour: number;
  /** 投机信号：临近时限（4 个工作小时内）暂停计时 */
  pausedNearDue: number;
  /** 投机信号：调低过难易程度 */
  severityLowered: number;
  /** 投机信号：未联系企业即销号 */
  closedWithoutContact: number;
  /** 已答复诉求自首次交办至答复的工作分钟数，不含等候企业评价的时间 */
  handlingMinutes: number;
  /** 其中等候材料或挂起的分钟数 */
  pausedMinutes: number;
  /** 暂停占比：pausedMinutes 除以 handlingMinutes */
  pauseShare: RateView;
  rates: RatesView;
  /** collected 所计诉求的清单；加 &measure= 为其他数字的清单 */
  ticketsUrl: string;
}

/** 解决率统计 */
export class ResolutionReportView {
  asOf: string;
  from: string | null;
  to: string | null;
  regionCode: string;
  basis: string;
  population: string;
  groupBy: Dimension[];
  rows: ResolutionRowView[];
  total: ResolutionRowView;
}

export function resolutionReportView(
  report: ResolutionReport,
  groupBy: readonly Dimension[],
): ResolutionReportView {
  const { from, to, regionCode, basis, population } = report;
  const rowView = (row: ResolutionRow): ResolutionRowView => ({
    ...namesOf(row),
    ...figuresView(row.figures),
    ticketsUrl: countedTicketsUrl(report, row.pinned),
  });
  return {
    ...{ asOf: isoOf(report.asOf), from, to, regionCode, basis, population, groupBy: [...groupBy] },
    rows: report.rows.map(rowView),
    total: rowView(report.total),
  };
}

type RowRates = Pick<ResolutionRowView, 'rate' | 'pauseShare' | 'rates'>;

const figuresView = (figures: Figures): Figures & RowRates => ({
  ...figures,
  rate: rateOf(figures, 'resolution'),
  pauseShare: rateOf(figures, 'pauseShare'),
  rates: ratesOf(figures),
});

/** One dimension speaks plainly, two as a pair. */
function namesOf({ pinned, labels }: ResolutionRow): Pick<ResolutionRowView, 'key' | 'label'> {
  const [first, second] = pinned;
  if (first === undefined) return { key: 'all', label: '合计' };
  if (second === undefined) return { key: first.key, label: labels[0] ?? '' };
  return { key: [first.key, second.key], label: [...labels] };
}
