import { join } from 'node:path';
import { prepareDataDir } from '../embedded-postgres/cluster-place';
import { readOrCreateSecret } from '../secrets';
import type { Config } from './config';

/** The key that signs access tokens: the configured one, or one made once and kept in the data folder. */
export function tokenSecret(config: Config): string {
  return config.tokenSecret ?? keptIn(config.dataDir, 'token.secret', 48);
}

/** The one password of all demo accounts: the configured one, or one made once and kept in the data folder. */
export function demoPassword(config: Config): string {
  return config.demoPassword ?? keptIn(config.dataDir, 'demo.password', 12);
}

/** Where a made anchor key lies in the data folder. */
export const ANCHOR_KEY = 'anchor.key';

/** The key that signs anchors: the configured one, or one made once and kept in the data folder. */
export function anchorKey(config: Pick<Config, 'anchorKey' | 'dataDir'>): string {
  return config.anchorKey ?? keptIn(config.dataDir, ANCHOR_KEY, 48);
}

function keptIn(dataDir: string, name: string, bytes: number): string {
  return readOrCreateSecret(join(prepareDataDir(dataDir), name), bytes).value;
}
