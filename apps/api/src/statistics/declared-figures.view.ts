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

/** 统计口径 */
export class DeclarationsView {
  populations: PopulationView[];
  figures: DeclaredFigureView[];
  rates: DeclaredRateView[];
}

export const declarationsView = (): DeclarationsView => ({
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
