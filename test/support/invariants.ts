import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '@zhuqi/persistence';

/** The invariants by name, each with the rows that break it. */
export async function brokenInvariants(database: Database): Promise<Record<string, unknown[]>> {
  const text = readFileSync(join(__dirname, 'invariants.sql'), 'utf8');
  const broken: Record<string, unknown[]> = {};
  for (const [, name, statement] of text.matchAll(/^-- (I\d+ [^\n]*)\n([^;]+);/gm)) {
    const rows = await database.rows(statement ?? '');
    if (rows.length > 0) broken[name ?? ''] = rows;
  }
  return broken;
}
