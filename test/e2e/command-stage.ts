import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ClonedDatabase } from '../support/database';
import { buildPrograms, type Finished, startProgram } from '../support/programs';

interface Surroundings {
  readonly url?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** `zhuqi` as a real process, and the databases one test file needs. */
export class CommandStage {
  readonly image = buildPrograms();
  private readonly databases: ClonedDatabase[] = [];

  /** Drops the database at the end; answers its address. */
  async keep(database: Promise<ClonedDatabase>): Promise<string> {
    const made = await database;
    this.databases.push(made);
    return made.url;
  }

  /** `zhuqi …` as an operator types it. */
  zhuqi(words: string, { url, env = {}, input = '' }: Surroundings = {}): Promise<Finished> {
    const database: Record<string, string> = url === undefined ? {} : { DATABASE_URL: url };
    const all = { ZHUQI_DATA_DIR: join(this.image, 'data'), ...database, ...env };
    return startProgram('cli', { image: this.image, args: words.split(' '), env: all, input }).finished();
  }

  async close(): Promise<void> {
    for (const database of this.databases) await database.drop();
    rmSync(this.image, { recursive: true, force: true });
  }
}

/** One sentence, no stack. */
export function expectOneSentence({ err }: Finished): void {
  expect(err).not.toMatch(/^\s+at /m);
  expect(err.trim().split('\n')).toHaveLength(1);
}
