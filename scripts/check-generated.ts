import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** `swc` is quick; only `tsc` runs the Swagger plugin, without which the OpenAPI document loses its fields. */
type Build = 'swc' | 'tsc';

interface Generated {
  /** What is committed, relative to the root. */
  readonly output: string;
  /** The script that prints it: scripts/<generator>.ts. */
  readonly generator: string;
  readonly build: Build;
}

const GENERATED: readonly Generated[] = [
  { output: '.env.example', generator: 'generate-env-example', build: 'swc' },
  { output: 'docs/errors.md', generator: 'generate-errors', build: 'swc' },
  { output: 'docs/lifecycle.md', generator: 'generate-lifecycle', build: 'swc' },
  { output: 'docs/worked-example.md', generator: 'generate-worked-example', build: 'swc' },
  { output: 'openapi.json', generator: 'generate-openapi', build: 'tsc' },
];

const BUILD_FOLDER: Record<Build, string> = { swc: 'dist/scripts', tsc: 'dist/openapi/scripts' };

/** Runs a generator of a finished build and answers what it prints. */
function generate({ generator, build }: Generated): string {
  const script = join(BUILD_FOLDER[build], `${generator}.js`);
  return execFileSync(process.execPath, ['--enable-source-maps', script], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const committed = (output: string): string | undefined =>
  existsSync(output) ? readFileSync(output, 'utf8') : undefined;

/** What is wrong with one row of the table, or nothing. `--write` brings the file up to date instead. */
function problemOf(row: Generated, write: boolean): string | undefined {
  const fresh = generate(row);
  if (fresh === committed(row.output)) return undefined;
  if (write) {
    writeFileSync(row.output, fresh);
    return undefined;
  }
  return `${row.output} is not what scripts/${row.generator}.ts prints: run npm run generate`;
}

/** Generators nobody listed: their output could go stale unseen. */
function unlisted(): string[] {
  const listed = new Set(GENERATED.map((row) => row.generator));
  return readdirSync('scripts')
    .map((file) => basename(file, '.ts'))
    .filter((name) => name.startsWith('generate-') && !listed.has(name))
    .map((name) => `scripts/${name}.ts has no row in GENERATED (scripts/check-generated.ts)`);
}

/** Builds with tsc only when a row needs it: it takes ten times as long as swc. */
function buildWithPlugin(): void {
  if (!GENERATED.some((row) => row.build === 'tsc')) return;
  execFileSync('npx', ['--no-install', 'nest', 'build', '--path', 'scripts/tsconfig.openapi.json'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

const write = process.argv.includes('--write');
buildWithPlugin();
const problems = [...unlisted(), ...GENERATED.map((row) => problemOf(row, write))].filter(
  (problem) => problem !== undefined,
);
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${GENERATED.length} generated files are current.`);
process.exitCode = problems.length === 0 ? 0 : 1;
