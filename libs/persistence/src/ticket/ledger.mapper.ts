import { FIGURES, ledgerEntries, populationOf, type Figures, type Ticket } from '@zhuqi/domain';
import { FIGURE_COLUMN } from '../statistics/figure-column.sql';
import { toTimestamp, type JsonRow } from './column-mapper';

/** The columns that every posting takes from its ticket. */
export const LEDGER_COLUMNS = [
  'ticket_id',
  'seq',
  'part',
  'at',
  'collected_on',
  'region_code',
  'township_id',
  'department_id',
  'industry',
  'enterprise_id',
  'officer_id',
  'leader_id',
  'category',
  'tier',
  'population',
  'confidential',
  ...Object.values(FIGURE_COLUMN),
];

/** The signed postings of a change, under the dimensions as they were at collection; none before it. */
export function ledgerRows(before: Ticket | null, after: Ticket, at: number): JsonRow[] {
  if (after.collectedAt === null) return [];
  const dimensions = {
    ticket_id: after.id,
    seq: after.version,
    collected_at: toTimestamp(after.collectedAt),
    region_code: after.regionCode,
    township_id: after.townshipId,
    department_id: after.departmentId,
    industry: after.industry,
    enterprise_id: after.enterpriseId,
    officer_id: after.officerId,
    leader_id: after.leaderId,
    category: after.category,
    population: populationOf(after),
    confidential: after.confidential,
  };
  return ledgerEntries(before, after, at).map((entry) => ({
    ...dimensions,
    part: entry.part,
    at: toTimestamp(entry.at),
    tier: entry.tier,
    ...figureFields(entry.figures),
  }));
}

function figureFields(figures: Figures): JsonRow {
  const fields: JsonRow = {};
  for (const figure of FIGURES) fields[FIGURE_COLUMN[figure]] = figures[figure];
  return fields;
}
