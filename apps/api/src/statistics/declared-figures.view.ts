import { BASES, type Basis } from '@zhuqi/application';
import {
  DECLARED_FIGURES,
  FIGURES,
  isOneOf,
  POPULATION_LABEL,
  POPULATIONS,
  RATE_CODES,
  RATES,
  SIGNALS,
} from '@zhuqi/domain';
import type { DeclaredFigure, DeclaredRate } from '@zhuqi/domain';

/** 一个数字的口径 */
export class DeclaredFigureView {
  code: string;
  label: string;
  /** 件 | 工作分钟 */
  unit: string;
  definition: string;
  /** 是否为投机信号：只供核实，不计入比率和得分 */
  signal: boolean;
}

/** 一个比率的口径：分子、分母、小数位与进位方式 */
export class DeclaredRateView {
  code: string;
  label: string;
  definition: string;
  numerator: string;
  denominator: string;
  decimals: number;
  /** truncate 截断，不进位 | half_up 四舍五入 */
  rounding: string;
}

/** 统计总体：企业诉求与项目问题分开统计 */
export class PopulationView {
  code: string;
  label: string;
}

/** 统计方式：同一批诉求，或同一段时间 */
export class BasisView {
  code: string;
  label: string;
  definition: string;
}

/** 统计口径 */
export class DeclarationsView {
  bases: BasisView[];
  populations: PopulationView[];
  figures: DeclaredFigureView[];
  rates: DeclaredRateView[];
}

const BASIS_DECLARED = {
  cohort: {
    label: '同批',
    definition: '期内收集的诉求，看其截至 asOf 的情况；比率的分子总在分母之中，不超过 100%',
  },
  flow: {
    label: '同期',
    definition: '期内发生的事，不论诉求何时收集；分子与分母可为不同的诉求，比率反映吞吐，可超过 100%',
  },
} as const satisfies Record<Basis, Omit<BasisView, 'code'>>;

export const declarationsView = (): DeclarationsView => ({
  bases: BASES.map((code) => ({ code, ...BASIS_DECLARED[code] })),
  populations: POPULATIONS.map((code) => ({ code, label: POPULATION_LABEL[code] })),
  figures: FIGURES.map((code) => {
    const { label, unit, definition }: DeclaredFigure = DECLARED_FIGURES[code];
    return { code, label, unit, definition, signal: isOneOf(SIGNALS, code) };
  }),
  rates: RATE_CODES.map((code) => {
    const { label, definition, numerator, denominator, decimals, rounding }: DeclaredRate = RATES[code];
    return { code, label, definition, numerator, denominator, decimals, rounding };
  }),
});
