import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@zhuqi/platform';
import { Client } from 'pg';
import { endChildren } from './child';
import { prepareDatabase } from '../../apps/standalone/src/prepare-database';

export const PASSWORD = 'a password of the benchmarks 1';

/** The demo district on a durable PostgreSQL of the bench's own, in a folder that goes with it. */
export interface District {
  readonly url: string;
  readonly databasePid: number;
  /** A second database with the same rows; nobody may be connected to the first meanwhile. */
  copy(name: string): Promise<string>;
  stop(): Promise<void>;
}

async function openDistrict(): Promise<District> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhuqi-bench-'));
  chmodSync(dataDir, 0o711); // as root, PostgreSQL runs under another account
  const server = await startEmbeddedPostgres({ dataDir });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await seed(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: server.url,
    databasePid: pidOf(server),
    copy: (name) => copyDatabase(server.url, name),
    stop,
  };
}

/** Only what is measured has to wait for the disk. */
async function seed({ url }: EmbeddedPostgres): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await administer(url, `alter database ${name} set synchronous_commit = off`);
  await prepareDatabase(url, PASSWORD);
  await administer(url, `alter database ${name} reset synchronous_commit`);
}

const pidOf = ({ dataDir }: EmbeddedPostgres): number =>
  Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);

async function copyDatabase(url: string, name: string): Promise<string> {
  const copy = new URL(url);
  await administer(url, `create database ${name} template ${copy.pathname.slice(1)} strategy file_copy`);
  copy.pathname = `/${name}`;
  return copy.href;
}

async function administer(url: string, statement: string): Promise<void> {
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Opens the district, does the work on it, and leaves nothing behind either way. A failed bench tells why. */
export function onDistrict(work: (district: District) => Promise<void>): void {
  const run = async (): Promise<void> => {
    const district = await openDistrict();
    try {
      await work(district);
    } finally {
      endChildren();
      await district.stop();
    }
  };
  run().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
