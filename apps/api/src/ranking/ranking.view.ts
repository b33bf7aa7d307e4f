import { ApiProperty } from '@nestjs/swagger';
import type { Direction, RankingKind } from '@zhuqi/domain';
import { RateView } from '../statistics/resolution.view';

/** 分数：以十分之一分为单位的整数（向下截断），及其写法；名次按未截断的精确值排定 */
export class PointsView {
  tenths: number;
  display: string;
}

/** 一个件数与它所计的诉求 */
export class EvidenceView {
  /** 计的是哪一个数字 */
  measure: string;
  count: number;
  /** 其中在您查看范围内的件数，即清单的长度 */
  readable: number;
  ticketsUrl: string;
}

/** 一项的得分（扣分）与依据 */
export class ComponentScoreView {
  code: string;
  label: string;
  weight: number;
  /** earn 得分 | deduct 扣分 */
  direction: Direction;
  rate: RateView & { code: string };
  /** 分母不足而未计的为 null */
  points: PointsView | null;
  numerator: EvidenceView;
  denominator: EvidenceView;
}

/** 值得核实的情况：列在旁边，不影响分数 */
export class SignalView extends EvidenceView {
  label: string;
}

/** 与上期相比 */
export class MovementView {
  /** up 上升 | down 下降 | same 持平 | new 上期未列名次 */
  kind: string;
  previousRank: number | null;
  /** 上升的位次，下降为负 */
  by: number | null;
}

/** 排名的一行 */
export class RankingRowView {
  key: string;
  label: string;
  /** 精确分数相同的同名次；另列的为 null */
  rank: number | null;
  points: PointsView | null;
  /** 精确分数，以分数表示，如 1401/15 */
  exactPoints: string | null;
  collected: EvidenceView;
  /** 计分各项的权重合计；不足 100 的，得分按比例折算为百分制 */
  assessedWeight: number;
  components: ComponentScoreView[];
  signals: SignalView[];
  movement: MovementView | null;
}

/** 排名办法的一项 */
export class SchemeComponentView {
  code: string;
  label: string;
  weight: number;
  rate: string;
  /** 该比率的口径 */
  definition: string;
  direction: Direction;
  atLeast: number;
}

/** 排名办法 */
export class SchemeView {
  /** 0 为各地区起始的办法 */
  version: number;
  minimumSample: number;
  components: SchemeComponentView[];
}

/** 上期 */
export class PreviousPeriodView {
  from: string;
  to: string;
  asOf: string;
  schemeVersion: number;
}

/** 赛马排名 */
export class RankingView {
  /** township 属地街镇 | department 行管部门 | officer 驻企专员 */
  @ApiProperty({ type: String })
  kind: RankingKind;
  regionCode: string;
  from: string;
  to: string;
  asOf: string;
  scheme: SchemeView;
  /** 与之比较的上期；不比较的为 null */
  previous: PreviousPeriodView | null;
  ranked: RankingRowView[];
  /** 收集件数不足，或可计分的项不足一半的，另列，不排名次 */
  apart: RankingRowView[];
  /** 列名次的总数，含您看不到的 */
  rankedCount: number;
}
