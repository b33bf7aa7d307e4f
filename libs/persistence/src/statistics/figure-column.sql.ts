import { AMOUNTS, MEASURES, type Amount, type Figures, type Measure } from '@zhuqi/domain';

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
  answeredLastHour: 'answered_last_hour',
  pausedNearDue: 'paused_near_due',
  severityLowered: 'severity_lowered',
  closedWithoutContact: 'closed_without_contact',
} as const satisfies Record<Measure, string>;

const AMOUNT_COLUMN = {
  handlingMinutes: 'handling_minutes',
  pausedMinutes: 'paused_minutes',
} as const satisfies Record<Amount, string>;

/** The ledger's column of each figure. */
export const FIGURE_COLUMN = { ...MEASURE_COLUMN, ...AMOUNT_COLUMN } as const satisfies Record<
  keyof Figures,
  string
>;

/** The counts and the amounts of a statement, each made from its column and named after it. */
export function figureColumns(
  count: (column: string) => string,
  amount: (column: string) => string = count,
): string {
  const counts = MEASURES.map((measure) => MEASURE_COLUMN[measure]).map(
    (column) => `${count(column)} as ${column}`,
  );
  const amounts = AMOUNTS.map((name) => AMOUNT_COLUMN[name]).map(
    (column) => `${amount(column)} as ${column}`,
  );
  return [...counts, ...amounts].join(', ');
}

export type FigureValues = Readonly<Record<(typeof FIGURE_COLUMN)[keyof Figures], number>>;
