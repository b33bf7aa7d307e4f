import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { readOrCreateSecret } from '../secrets';
import { runAs } from './account';
import type { Binaries } from './binaries';
import type { ClusterPlace } from './cluster-place';
import { SERVER_ENV } from './guarded-process';
import { OWNER_ROLE, initFailed } from './initialise-cluster';

/** The bootstrap role's password, kept in the data folder; a lost one is replaced, in the server as well. */
export function ownerPassword(dataDir: string, binaries: Binaries, place: ClusterPlace): string {
  const path = join(dataDir, 'postgres.password');
  if (existsSync(path) || !existsSync(join(place.dir, 'PG_VERSION')))
    return readOrCreateSecret(path, 24).value;
  // The file takes its final name last: killed in between, the next start does it all again.
  const next = readOrCreateSecret(`${path}.next`, 24).value;
  resetPassword(binaries, place, next);
  renameSync(`${path}.next`, path);
  return next;
}

/** PostgreSQL's single-user mode asks for no password. */
function resetPassword(binaries: Binaries, place: ClusterPlace, password: string): void {
  const { status, stderr } = spawnSync(binaries.postgres, ['--single', '-D', place.dir, 'postgres'], {
    ...runAs(place.account),
    env: SERVER_ENV,
    input: `ALTER ROLE ${OWNER_ROLE} PASSWORD '${password}'\n`,
    encoding: 'utf8',
  });
  if (status !== 0) throw initFailed(place.dir, stderr);
}
