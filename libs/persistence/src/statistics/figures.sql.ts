import { Parameters } from '../access/scope-sql';
import { ledgerEntries, type LedgerQuestion } from './ledger-entries.sql';
import { figureColumns, type FigureValues } from './figure-column.sql';
import { rolledEntries } from './rolled-entries.sql';
import { rolledPlan } from './rolled-plan';

export interface FiguresRow extends FigureValues {
  readonly is_total: boolean;
  readonly k0?: string | null;
  readonly k1?: string | null;
}

export interface FiguresStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Read from the rollup: by the same paths whatever the values, so that one plan does for all. */
  readonly rolled: boolean;
}

/** Rows and total from the same reading of the ledger, so that they cannot disagree. */
export function figuresStatement(question: LedgerQuestion): FiguresStatement {
  const parameters = new Parameters();
  const keys = question.groupBy.map((_, index) => `k${index}`);
  const plan = rolledPlan(question);
  const counted =
    plan === null ? countedEntries(question, keys, parameters) : rolledEntries(question, plan, parameters);
  const shown = keys.map((key) => `${key}::text as ${key}`);
  const isTotal = keys.length === 0 ? 'true' : `grouping(${keys.join(', ')}) > 0`;
  const text = `select ${[`${isTotal} as is_total`, ...shown].join(', ')},
      ${figureColumns(sumOf('integer'), sumOf('double precision'))}
    from (${counted}) counted
    ${keys.length === 0 ? '' : `group by grouping sets ((${keys.join(', ')}), ())`}`;
  return { text, values: parameters.values, rolled: plan !== null };
}

function countedEntries(question: LedgerQuestion, keys: readonly string[], parameters: Parameters): string {
  const entries = ledgerEntries(question, parameters);
  return question.selection.basis === 'cohort' ? entries : perTicket(entries, keys);
}

/** Minutes outgrow an integer; a double holds every whole number that many tickets can add up to. */
const sumOf =
  (type: string) =>
  (column: string): string =>
    `coalesce(sum(${column}), 0)::${type}`;

/**
 * A flow counts tickets, not postings: a ticket counts when the period leaves it with more than it began with. An
 * amount is what the period added, and less than nothing when it took an answer back.
 */
const perTicket = (entries: string, keys: readonly string[]): string => `
  select ${['ticket_id', ...keys].join(', ')},
    ${figureColumns(
      (column) => `(sum(${column}) > 0)::integer`,
      (column) => `sum(${column})`,
    )}
  from (${entries}) entry group by ${['ticket_id', ...keys].join(', ')}`;
