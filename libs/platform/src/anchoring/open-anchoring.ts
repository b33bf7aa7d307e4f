import type { Anchoring, SigningAnchoring } from '@zhuqi/application';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config';
import { ANCHOR_KEY, anchorKey } from '../config/made-secrets';
import { FileSink } from './file-sink';
import { KeySeal } from './key-seal';

const SINK = 'anchors.jsonl';

type Settings = Pick<Config, 'anchorKey' | 'anchorFile' | 'dataDir'>;

/** For the program that anchors: without a configured key one is made in the data folder, mode 0600. */
export function makeAnchoring(config: Settings): SigningAnchoring {
  return { seal: new KeySeal(anchorKey(config)), sink: sinkOf(config) };
}

/** For whoever only checks: a key that is not there is not made. */
export function findAnchoring(config: Settings): Anchoring {
  const known = config.anchorKey !== null || existsSync(join(config.dataDir, ANCHOR_KEY));
  return { seal: known ? new KeySeal(anchorKey(config)) : null, sink: sinkOf(config) };
}

const sinkOf = ({ anchorFile, dataDir }: Settings): FileSink =>
  new FileSink(anchorFile ?? join(dataDir, SINK));
