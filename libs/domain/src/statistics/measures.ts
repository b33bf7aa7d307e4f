/**
 * What the resolution statistics count, in the order in which a row shows it. One ticket counts at most once
 * in each measure, whatever happened to it, so every figure is the length of a list of tickets.
 */
export const MEASURES = [
  'collected',
  'resolved',
  'closed',
  'closedOnTime',
  'onTimeWithoutExtension',
  'firstContactOnTime',
  'satisfied',
  'rated',
  'notRated',
  'confirmedByEnterprise',
  'reworked',
  'returned',
  'open',
  'overdue',
] as const;
export type Measure = (typeof MEASURES)[number];

export const MEASURE_LABEL = {
  collected: '收集',
  resolved: '解决',
  closed: '办结',
  closedOnTime: '按时办结',
  onTimeWithoutExtension: '未延期按时办结',
  firstContactOnTime: '按时首次联系',
  satisfied: '满意',
  rated: '已评价',
  notRated: '未评价',
  confirmedByEnterprise: '企业确认',
  reworked: '重办',
  returned: '退回',
  open: '在办',
  overdue: '超期',
} as const satisfies Record<Measure, string>;

/** One figure per measure. */
export type Figures = Readonly<Record<Measure, number>>;
