import { MEASURES, type Measure } from '@zhuqi/domain';

/** The ledger's column of each measure. */
export const MEASURE_COLUMN = {
  collected: 'collected',
  resolved: 'resolved',
  closed: 'closed',
  closedOnTime: 'closed_on_time',
  onTimeWithoutExtension: 'on_time_without_extension',
  firstContactOnTime: 'first_contact_on_time',
  satisfied: 'satisfied',
  rated: 'rated',
  notRated: 'not_rated',
  confirmedByEnterprise: 'confirmed_by_enterprise',
  reworked: 'reworked',
  returned: 'returned',
  open: 'open',
  overdue: 'overdue',
} as const satisfies Record<Measure, string>;

/** The measures of a statement, each made from its column and named after it. */
export const measureColumns = (from: (column: string) => string): string =>
  MEASURES.map((measure) => `${from(MEASURE_COLUMN[measure])} as ${MEASURE_COLUMN[measure]}`).join(', ');

export type MeasureRow = Readonly<Record<(typeof MEASURE_COLUMN)[Measure], number>>;
