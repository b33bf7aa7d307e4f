import type { ColumnTable } from './ticket-columns';

/** A row as JSON, keyed by column. */
export type JsonRow = Record<string, unknown>;

const snakeCase = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

interface ColumnPlan {
  readonly field: string;
  readonly column: string;
  readonly instant: boolean;
}

const plans = new WeakMap<ColumnTable, readonly ColumnPlan[]>();

/** The table's columns, worked out once. */
function planOf(table: ColumnTable): readonly ColumnPlan[] {
  const known = plans.get(table);
  if (known !== undefined) return known;
  const plan = Object.entries(table).map(([field, travel]) => ({
    field,
    column: snakeCase(field),
    instant: travel === 'instant',
  }));
  plans.set(table, plan);
  return plan;
}

export const columnsOf = (table: ColumnTable): string[] => planOf(table).map(({ column }) => column);

/** Domain object → JSON row. */
export function toRow(table: ColumnTable, source: object): JsonRow {
  const values = source as JsonRow;
  const row: JsonRow = {};
  for (const { field, column, instant } of planOf(table)) {
    const value = values[field];
    row[column] = instant && typeof value === 'number' ? toTimestamp(value) : value;
  }
  return row;
}

/** JSON row → the fields its column table stands for. */
export function fromRow(table: ColumnTable, row: JsonRow): JsonRow {
  const target: JsonRow = {};
  for (const { field, column, instant } of planOf(table)) {
    const value = row[column];
    target[field] = instant && typeof value === 'string' ? Date.parse(value) : value;
  }
  return target;
}

/** Epoch milliseconds → what timestamptz reads. */
export const toTimestamp = (at: number): string => new Date(at).toISOString();
