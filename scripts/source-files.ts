import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'migrations', 'api-client']);

/** Hand-written TypeScript under a folder: no specs, no migrations, nothing generated. */
export function sourceFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      return SKIPPED_FOLDERS.has(entry.name) ? [] : sourceFiles(join(folder, entry.name));
    }
    return entry.name.endsWith('.ts') && !/spec\.ts$/.test(entry.name) ? [join(folder, entry.name)] : [];
  });
}
