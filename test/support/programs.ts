import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './compose-file';
import { temporaryFolder } from './postgres';

/** What the image holds: the build, the installed packages, the health check. Compiled once for a test file. */
export function buildPrograms(): string {
  const image = temporaryFolder();
  const swc = createRequire(__filename).resolve('@swc/cli/bin/swc.js');
  const what = ['apps', 'libs', 'seeds', '--copy-files', '--ignore', '**/*spec.ts'];
  const how = ['-d', join(image, 'dist'), '--config-file', '.swcrc', '--quiet'];
  execFileSync(process.execPath, [swc, ...what, ...how], { cwd: ROOT });
  symlinkSync(join(ROOT, 'node_modules'), join(image, 'node_modules'));
  mkdirSync(join(image, 'docker'));
  for (const path of ['package.json', 'docker/healthy.mjs']) cpSync(join(ROOT, path), join(image, path));
  return image;
}

export interface Finished {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A real process of ours with everything it has said. */
export class Program {
  private out = '';
  private err = '';
  private readonly ended: Promise<void>;

  constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.ended = once(child, 'close').then(() => undefined);
  }

  get said(): string {
    return this.out + this.err;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async finished(): Promise<Finished> {
    await this.ended;
    return { code: this.child.exitCode, out: this.out, err: this.err };
  }

  /** Ends it with a signal, by default the polite one. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Finished> {
    this.child.kill(signal);
    return this.finished();
  }

  /** Waits for words of its standard output; throws everything it has said when it ends without them. */
  async says(words: RegExp, withinMs = 90_000): Promise<RegExpExecArray> {
    await until(() => words.test(this.out) || !this.running, withinMs);
    const match = words.exec(this.out);
    if (match === null) throw new Error(`did not say ${String(words)}:\n${this.said}`);
    return match;
  }
}

export interface Running {
  readonly image: string;
  /** The whole environment, beside PATH. */
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** What stands on its standard input. */
  readonly input?: string;
}

/** Starts one of the programs: `standalone`, `api`, `worker` or `cli`. */
export function startProgram(app: string, { image, env = {}, args = [], input }: Running): Program {
  return startCommand([process.execPath, `dist/apps/${app}/src/main.js`, ...args], {
    image,
    env,
    ...(input === undefined ? {} : { input }),
  });
}

export function startCommand(words: readonly string[], { image, env = {}, input = '' }: Running): Program {
  const [program = '', ...args] = words;
  const child = spawn(program, args, { cwd: image, env: { PATH: process.env['PATH'], ...env } });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Program(child);
}

/** Asks again until the answer is yes; throws when it never is. */
export async function until(ask: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`not within ${String(withinMs)} ms: ${String(ask)}`);
    await pause(50);
  }
}
