import { rmSync } from 'node:fs';
import { temporaryFolder } from '../support/postgres';
import { buildPrograms, type Program, startProgram } from '../support/programs';

/** `npm start` as real processes of one test file, which go with it. */
export class StandaloneStage {
  readonly image = buildPrograms();
  private readonly programs: Program[] = [];
  private readonly folders: string[] = [this.image];

  dataFolder(): string {
    return this.keep(temporaryFolder());
  }

  /** Removes a folder at the end. */
  keep(folder: string): string {
    this.folders.push(folder);
    return folder;
  }

  /** On a port the system chooses, unless the environment says otherwise. */
  start(env: Readonly<Record<string, string>>): Program {
    const program = startProgram('standalone', { image: this.image, env: { PORT: '0', ...env } });
    this.programs.push(program);
    return program;
  }

  async close(): Promise<void> {
    for (const program of this.programs.filter(({ running }) => running)) await program.stop('SIGKILL');
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** The address it prints once everything answers. */
export async function addressOf(program: Program): Promise<string> {
  const [, address = ''] = await program.says(/已启动：(http:\S+)/);
  const ready = await fetch(`${address}/health/ready`);
  if (ready.status !== 200) throw new Error(`printed its address before it was ready: ${await ready.text()}`);
  return address;
}
