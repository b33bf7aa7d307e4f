import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as ts from 'typescript';
import { REFUSAL_KINDS, REFUSALS } from '@zhuqi/domain';
import { errorsDocument } from '../../scripts/errors-document';

const ROOT = resolve(__dirname, '../..');
const CATALOGUE = 'libs/domain/src/refusals.ts';
const CODE = /^[a-z][A-Za-z]*\.[a-z][A-Za-z_]*$/;

/** What ships and is written by hand. */
const sources = (): string[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'libs', 'apps', 'seeds'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .filter(
      (path) =>
        path !== CATALOGUE && !path.startsWith('apps/console/') && !path.startsWith('libs/api-client/'),
    );

/** What a program that cannot start or go on tells its operator; no caller ever sees these. */
const OPERATORS = new Set(['config', 'database', 'postgres', 'schema']);

interface Mention {
  readonly code: string;
  readonly where: string;
  /** Written where a refusal takes its code. */
  readonly refuses: boolean;
}

const noun = (code: string): string => code.split('.')[0] ?? '';

const REFUSING_CALLS = new Set(['refused', 'refuse', 'RefusedForNow', 'bad', 'invalid']);

/** `code: 'x.y'`, or the first argument of a refusing call, through `? :` as well. */
function refuses(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent)) return refuses(parent);
  if (ts.isPropertyAssignment(parent)) return parent.name.getText() === 'code';
  if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return false;
  return REFUSING_CALLS.has(parent.expression.getText()) && parent.arguments?.[0] === node;
}

function mentions(path: string): Mention[] {
  const file = ts.createSourceFile(
    path,
    readFileSync(resolve(ROOT, path), 'utf8'),
    ts.ScriptTarget.ES2023,
    true,
  );
  const found: Mention[] = [];
  const visit = (node: ts.Node): void => {
    const told = ts.isStringLiteralLike(node) && CODE.test(node.text) && !OPERATORS.has(noun(node.text));
    if (told) {
      found.push({ code: node.text, where: path, refuses: refuses(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the catalogue of refusals', () => {
  const all = sources().flatMap(mentions);

  test('holds every code that anything refuses with', () => {
    const strangers = all.filter(({ code, refuses: does }) => does && !Object.hasOwn(REFUSALS, code));
    expect(strangers.map(({ code, where }) => `${code} in ${where}`)).toEqual([]);
  });

  test('holds no code that nothing refuses with', () => {
    const used = new Set(all.map(({ code }) => code));
    expect(Object.keys(REFUSALS).filter((code) => !used.has(code))).toEqual([]);
  });

  test('names codes noun.reason, with a title in Chinese and a class that has an HTTP status', () => {
    for (const [code, { kind, title }] of Object.entries(REFUSALS)) {
      expect(code).toMatch(CODE);
      expect(title).toMatch(/[\u4e00-\u9fff]/);
      expect(REFUSAL_KINDS).toHaveProperty(kind);
    }
  });

  test('is printed in docs/errors.md as it stands', () => {
    expect(readFileSync(resolve(ROOT, 'docs/errors.md'), 'utf8')).toBe(errorsDocument());
  });
});
