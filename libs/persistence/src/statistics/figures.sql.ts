import { Parameters } from '../access/scope-sql';
import { ledgerEntries, type LedgerQuestion } from './ledger-entries.sql';
import { measureColumns, type MeasureRow } from './measure-column.sql';

export interface FiguresRow extends MeasureRow {
  readonly is_total: boolean;
  readonly k0?: string | null;
  readonly k1?: string | null;
}

/** Rows and total from the same reading of the ledger, so that they cannot disagree. */
export function figuresStatement(question: LedgerQuestion): { text: string; values: unknown[] } {
  const parameters = new Parameters();
  const keys = question.groupBy.map((_, index) => `k${index}`);
  const entries = ledgerEntries(question, parameters);
  const counted = question.selection.basis === 'cohort' ? entries : perTicket(entries, keys);
  const shown = keys.map((key) => `${key}::text as ${key}`);
  const isTotal = keys.length === 0 ? 'true' : `grouping(${keys.join(', ')}) > 0`;
  const text = `select ${[`${isTotal} as is_total`, ...shown].join(', ')},
      ${measureColumns((column) => `coalesce(sum(${column}), 0)::integer`)}
    from (${counted}) counted
    ${keys.length === 0 ? '' : `group by grouping sets ((${keys.join(', ')}), ())`}`;
  return { text, values: parameters.values };
}

/** A flow counts tickets, not postings: a ticket counts when the period leaves it with more than it began with. */
const perTicket = (entries: string, keys: readonly string[]): string => `
  select ${['ticket_id', ...keys].join(', ')}, ${measureColumns((column) => `(sum(${column}) > 0)::integer`)}
  from (${entries}) entry group by ${['ticket_id', ...keys].join(', ')}`;
