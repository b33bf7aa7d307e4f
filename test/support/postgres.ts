import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@zhuqi/platform';

/** Tests throw their data away; speed is all they want from the disk. */
const THROW_AWAY = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } as const;

const PREFIX = 'zhuqi-test-';
const ABANDONED_AFTER_MS = 24 * 3_600_000;

/** A run stopped with Ctrl-C leaves its folder: yesterday's are removed. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > ABANDONED_AFTER_MS) rmSync(folder, { recursive: true, force: true });
  }
}

/** A new folder that other accounts may pass through: as root, PostgreSQL runs under one of them. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o711);
  return folder;
}

/** A PostgreSQL server on a new temporary folder, which goes with it. */
export async function startTemporaryPostgres(database: string): Promise<EmbeddedPostgres> {
  removeAbandoned();
  const dataDir = temporaryFolder();
  const server = await startEmbeddedPostgres({ dataDir, database, settings: THROW_AWAY });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...server, stop };
}
