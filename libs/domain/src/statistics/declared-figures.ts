import type { Figure } from './declared-rates';
import type { Measure } from './measures';

/** What a figure is called, counted in, and counts: the definition every publication goes by (统计口径). */
export interface DeclaredFigure {
  readonly label: string;
  readonly unit: '件' | '工作分钟';
  readonly definition: string;
}

const count = (label: string, definition: string): DeclaredFigure => ({ label, unit: '件', definition });
const minutes = (label: string, definition: string): DeclaredFigure => ({
  ...{ label, unit: '工作分钟', definition },
});

/** Every figure of the book, once. All but the minutes are as long as the list of their tickets. */
export const DECLARED_FIGURES = {
  collected: count('收集', '期内受理或交办的诉求，不含不予受理、撤回和并案的'),
  resolved: count('解决', '答复结果为已解决或现场解决，且未被不认可或重办的诉求'),
  closed: count('办结', '已销号的诉求，不论结果'),
  closedOnTime: count('按时办结', '已销号且各轮答复均未超过时限（含批准的延期）的诉求'),
  onTimeWithoutExtension: count('原时限内办结', '已销号且各轮答复均未超过原时限（不计延期）的诉求'),
  firstContactOnTime: count('按时首次联系', '在首次联系时限内联系了企业的诉求'),
  satisfied: count('满意', '已销号且企业评分 4 分及以上的诉求'),
  rated: count('已评价', '已销号且企业给出评分的诉求'),
  notRated: count('未评价', '已销号而企业未评分的诉求；沉默不算满意'),
  confirmedByEnterprise: count('企业确认', '已销号且由企业本人确认解决或部分解决的诉求'),
  reworked: count('返工', '企业不认可过或重办过的诉求'),
  returned: count('退回', '经裁定退回过承办单位的诉求'),
  open: count('在办', '尚未答复的诉求'),
  overdue: count('超期在办', '尚未答复且已超过办结时限的诉求'),
  answeredLastHour: count('时限届满前最后一小时内答复', '在办结时限届满前最后一个工作小时内答复的诉求'),
  pausedNearDue: count('临近时限暂停计时', '距办结时限不足 4 个工作小时时要求补充材料或挂起的诉求'),
  severityLowered: count('调低难易程度', '经批准调低过难易程度的诉求'),
  closedWithoutContact: count('未联系企业即销号', '已销号而没有任何首次联系记录的诉求'),
  handlingMinutes: minutes('办理用时', '已答复诉求自首次交办至答复的工作分钟，不含等候企业评价'),
  pausedMinutes: minutes('暂停用时', '其中等候材料或挂起的工作分钟'),
} as const satisfies Record<Figure, DeclaredFigure>;

/** Signals of gaming (值得核实的情况): shown for somebody to look into; part of no rate and of no points. */
export const SIGNALS = [
  'answeredLastHour',
  'pausedNearDue',
  'severityLowered',
  'closedWithoutContact',
] as const satisfies readonly Measure[];
export type Signal = (typeof SIGNALS)[number];
