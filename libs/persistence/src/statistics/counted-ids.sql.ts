import type { Measure } from '@zhuqi/domain';
import type { Parameters } from '../access/scope-sql';
import { MEASURE_COLUMN } from './figure-column.sql';
import { ledgerEntries, type EntriesQuestion } from './ledger-entries.sql';

/** The ids of the tickets a measure counts: those its entries leave with more than nothing. */
export const countedIds = (question: EntriesQuestion, measure: Measure, parameters: Parameters): string => `
  select ticket_id from (${ledgerEntries(question, parameters)}) entry
  group by ticket_id having sum(${MEASURE_COLUMN[measure]}) > 0`;
