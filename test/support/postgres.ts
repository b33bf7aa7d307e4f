import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@zhuqi/platform';

/** Tests throw their data away; speed is all they want from the disk. */
const THROW_AWAY = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } as const;

/** A new folder that other accounts may pass through: as root, PostgreSQL runs under one of them. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhuqi-test-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** A PostgreSQL server on a new temporary folder, which goes with it. */
export async function startTemporaryPostgres(database: string): Promise<EmbeddedPostgres> {
  const dataDir = temporaryFolder();
  const server = await startEmbeddedPostgres({ dataDir, database, settings: THROW_AWAY });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...server, stop };
}
