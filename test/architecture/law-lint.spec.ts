import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

interface Snippet {
  readonly path: string;
  readonly code: string;
}

const ROOT = resolve(__dirname, '../..');
const statements = (count: number): string => 'void 0;\n'.repeat(count);

/** One violation a row: the rule that must refuse it, where it stands, what it says. */
const REFUSED: readonly (readonly [rule: string, path: string, code: string])[] = [
  ['zhuqi/no-ambient-time', 'libs/application/src/law-a.ts', 'export const now = new Date();'],
  ['zhuqi/no-ambient-time', 'libs/domain/src/law-b.ts', 'export const now = Date.now();'],
  ['zhuqi/no-ambient-time', 'apps/worker/src/law-c.ts', 'export const now = Date();'],
  ['zhuqi/no-ambient-randomness', 'libs/domain/src/law-d.ts', 'export const dice = Math.random();'],
  ['zhuqi/no-process-env', 'apps/api/src/law-a.ts', "export const port = process.env['PORT'];"],
  ['zhuqi/no-process-env', 'libs/platform/src/law-a.ts', 'export const { env } = process;'],
  [
    'zhuqi/no-process-env',
    'libs/platform/src/law-b.ts',
    "import { env } from 'node:process';\nexport { env };",
  ],
  [
    'zhuqi/max-parameters',
    'libs/domain/src/law-e.ts',
    'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1): unknown => [a, b, c, d, e];',
  ],
  [
    'zhuqi/constructor-dependencies',
    'libs/application/src/law-b.ts',
    'export class Six {\n' +
      '  constructor(readonly a: 1, readonly b: 1, readonly c: 1, readonly d: 1, readonly e: 1, readonly f: 1) {}\n}',
  ],
  ['zhuqi/no-vague-class', 'libs/application/src/law-c.ts', 'export class TicketManager { n = 1; }'],
  ['zhuqi/file-name', 'libs/domain/src/utils.ts', 'export const one = 1;'],
  ['zhuqi/file-name', 'libs/domain/src/shared/law-a.ts', 'export const one = 1;'],
  ['zhuqi/file-name', 'libs/domain/src/ticket-helpers.ts', 'export const one = 1;'],
  ['zhuqi/file-name', 'libs/domain/src/ticketStatus.ts', 'export const one = 1;'],
  ['zhuqi/file-name', 'apps/api/src/law.service.ts', 'export const one = 1;'],
  ['zhuqi/file-name', 'libs/domain/src/law.row.ts', 'export const one = 1;'],
  ['max-lines', 'libs/domain/src/law-f.ts', statements(301)],
  ['max-lines-per-function', 'libs/domain/src/law-g.ts', `export function f(): void {\n${statements(40)}}`],
  ['@typescript-eslint/no-explicit-any', 'libs/domain/src/law-h.ts', 'export type Loose = any;'],
  [
    '@typescript-eslint/no-unsafe-assignment',
    'libs/domain/src/law-i.ts',
    "export const loose: { a: number } = JSON.parse('{}');",
  ],
  [
    '@typescript-eslint/no-floating-promises',
    'apps/worker/src/law-a.ts',
    'export function start(run: () => Promise<void>): void {\n  run();\n}',
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'libs/domain/src/law-j.ts',
    "export function f(lamp: 'red' | 'green'): number {\n  switch (lamp) {\n    case 'red':\n      return 1;\n  }\n  return 0;\n}",
  ],
  [
    'no-restricted-imports',
    'libs/application/src/law-d.ts',
    "import { HttpException } from '@nestjs/common';\nexport { HttpException };",
  ],
  ['no-console', 'libs/platform/src/law-c.ts', "console.log('hello');"],
  [
    '@typescript-eslint/no-extraneous-class',
    'libs/application/src/law-e.ts',
    'export class Grab {\n  static one = 1;\n}',
  ],
];

/** What the law lets through, so that a rule which refuses everything proves nothing. */
const ALLOWED: readonly (readonly [why: string, path: string, code: string])[] = [
  ['the clock reads the time', 'libs/platform/src/clock.ts', 'export const now = (): number => Date.now();'],
  [
    'a date is made from a value',
    'libs/domain/src/law-k.ts',
    'export const day = new Date(0).toISOString();',
  ],
  ['a spec may read the time', 'libs/domain/src/law-l.spec.ts', 'export const now = new Date();'],
  ['the config reads the environment', 'libs/platform/src/config/law.ts', 'export const all = process.env;'],
  [
    'a use case is Injectable',
    'libs/application/src/law-f.ts',
    "import { Injectable } from '@nestjs/common';\n" +
      '@Injectable()\nexport class Five {\n' +
      '  constructor(readonly a: string, readonly b: string, readonly c: string, readonly d: string, readonly e: string) {}\n}',
  ],
  [
    'a Nest module has no body',
    'apps/api/src/law.module.ts',
    "import { Module } from '@nestjs/common';\n@Module({})\nexport class LawModule {}",
  ],
  ['the command line prints', 'apps/cli/src/law-a.ts', "console.log('hello');"],
  [
    'a function has 40 lines',
    'libs/domain/src/law-m.ts',
    `export function f(): number {\n${'// a reason\n'.repeat(37)}return 1;\n}`,
  ],
];

describe('the linter', () => {
  let rulesByPath: ReadonlyMap<string, readonly string[]>;

  beforeAll(() => {
    const snippets: Snippet[] = [...REFUSED, ...ALLOWED].map(([, path, code]) => ({
      path,
      code: `${code}\n`,
    }));
    const out = execFileSync(process.execPath, ['scripts/lint-snippets.mjs'], {
      cwd: ROOT,
      input: JSON.stringify(snippets),
      encoding: 'utf8',
    });
    const answers = JSON.parse(out) as { path: string; rules: string[] }[];
    rulesByPath = new Map(answers.map(({ path, rules }) => [path, rules]));
  });

  test.each(REFUSED)('%s refuses %s', (rule, path) => {
    expect(rulesByPath.get(path)).toContain(rule);
  });

  test.each(ALLOWED)('accepts that %s', (_why, path) => {
    expect(rulesByPath.get(path)).toEqual([]);
  });
});
