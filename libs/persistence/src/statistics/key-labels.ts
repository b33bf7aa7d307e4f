import { INDUSTRY_LABEL, isIndustry, TIER_LABEL, WITHOUT_KEY_LABEL, type Dimension } from '@zhuqi/domain';
import type { Database } from '../database/database';

const NAMES = {
  region: 'select code as key, name as label from region where code = any($1)',
  township: 'select id as key, name as label from unit where id = any($1::uuid[])',
  department: 'select id as key, name as label from unit where id = any($1::uuid[])',
  officer: 'select id as key, name as label from person where id = any($1::uuid[])',
  leader: 'select id as key, name as label from person where id = any($1::uuid[])',
  category: 'select code as key, label from category where code = any($1)',
} as const satisfies Partial<Record<Dimension, string>>;

const TIER_NAMES: Readonly<Record<string, string>> = TIER_LABEL;

export type LabelOf = (key: string | null) => string;

/** What people call the keys of a dimension. */
export async function keyLabels(
  database: Database,
  dimension: Dimension,
  keys: readonly (string | null)[],
): Promise<LabelOf> {
  if (dimension === 'industry') return labelled((key) => (isIndustry(key) ? INDUSTRY_LABEL[key] : undefined));
  if (dimension === 'tier') return labelled((key) => TIER_NAMES[key]);
  if (dimension === 'month') return labelled((key) => key.replace('-', '年') + '月');
  const wanted = [...new Set(keys.filter((key) => key !== null))];
  const rows = await database.rows<{ key: string; label: string }>(NAMES[dimension], [wanted]);
  const names = new Map(rows.map((row) => [row.key, row.label]));
  return labelled((key) => names.get(key));
}

const labelled =
  (name: (key: string) => string | undefined): LabelOf =>
  (key) =>
    key === null ? WITHOUT_KEY_LABEL : (name(key) ?? key);
