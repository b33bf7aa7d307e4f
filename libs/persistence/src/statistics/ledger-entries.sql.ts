import type { LedgerSelection, PinnedKey } from '@zhuqi/application';
import { scopeOf, type Day, type Dimension, type PersonActor } from '@zhuqi/domain';
import { ledgerScopeCondition } from '../access/ledger-scope-sql';
import type { Parameters } from '../access/scope-sql';
import { midnight } from '../database/business-day.sql';
import { dimensionKey, pinnedCondition } from './dimension.sql';
import { FIGURE_COLUMN } from './figure-column.sql';

/** What a question comes down to before the ledger is asked. */
export interface SettledSelection extends LedgerSelection {
  readonly regionCodes: readonly string[];
  readonly asOf: Date;
  /** The business day of that instant, and when its hour, day and month began in Shanghai. */
  readonly asOfDay: Day;
  readonly hourBegan: Date;
  readonly dayBegan: Date;
  readonly monthBegan: Date;
}

export interface LedgerQuestion {
  readonly reader: PersonActor;
  readonly selection: SettledSelection;
  readonly pinned: readonly PinnedKey[];
  readonly groupBy: readonly Dimension[];
}

/** The part of a question that the entries themselves answer. */
export interface EntriesQuestion extends Omit<LedgerQuestion, 'selection'> {
  readonly selection: LedgerSelection & Pick<SettledSelection, 'regionCodes' | 'asOf'>;
}

/** Tickets about somebody, of which there are few. */
export const COMPLAINTS = 'select about.id from ticket about where about.about_person_id is not null';
const NO_COMPLAINT = `l.ticket_id <> all (array(${COMPLAINTS}))`;

/** The ledger entries a question is about, with when they were posted and their keys as `k0`, `k1`. */
export function ledgerEntries(
  { reader, selection, pinned, groupBy }: EntriesQuestion,
  parameters: Parameters,
): string {
  const { basis } = selection;
  const asOf = `${parameters.add(selection.asOf)}::timestamptz`;
  const keys = groupBy.map((dimension, index) => `${dimensionKey(dimension, basis, asOf)} as k${index}`);
  const conditions = [
    regionCondition(selection.regionCodes, parameters),
    ledgerScopeCondition(scopeOf(reader), parameters),
    `l.population = ${parameters.add(selection.population)}`,
    `l.at <= ${asOf}`,
    ...(selection.withoutComplaints === true ? [NO_COMPLAINT] : []),
    ...periodConditions(selection, parameters),
    ...pinned.map((pin) => pinnedCondition(pin, basis, asOf, parameters)),
  ];
  const figures = Object.values(FIGURE_COLUMN).map((column) => `l.${column}`);
  return `select ${['l.ticket_id', 'l.at', ...keys, ...figures].join(', ')}
    from ledger l where ${conditions.join(' and ')}`;
}

/** One region is compared by "=": a list of one would cost the planner the order of the index. */
export const regionCondition = (codes: readonly string[], parameters: Parameters, l = 'l'): string =>
  codes.length === 1
    ? `${l}.region_code = ${parameters.add(codes[0])}`
    : `${l}.region_code = any(${parameters.add(codes)}::text[])`;

/** A cohort is chosen by the day of collection; a flow is what was posted on the days of the period. */
function periodConditions({ basis, from, to }: LedgerSelection, parameters: Parameters): string[] {
  const day = (value: string): string => `${parameters.add(value)}::date`;
  const conditions: string[] = [];
  if (basis === 'cohort') {
    if (from !== null) conditions.push(`l.collected_on >= ${day(from)}`);
    if (to !== null) conditions.push(`l.collected_on <= ${day(to)}`);
  } else {
    if (from !== null) conditions.push(`l.at >= ${midnight(day(from))}`);
    if (to !== null) conditions.push(`l.at < ${midnight(`${day(to)} + 1`)}`);
  }
  return conditions;
}
