import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { sourceFiles } from './source-files';

const LIMITS = { medianLines: 60, p90Lines: 150, maxLines: 300, functionLines: 40, dependencies: 5 } as const;

interface Measure {
  readonly file: string;
  readonly lines: number;
  readonly longFunctions: readonly string[];
  readonly dependencies: number;
  readonly anys: number;
}

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;

/** Counts one file: its lines, its functions over the limit, its widest constructor, its `any`s. */
function measure(file: string): Measure {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const longFunctions: string[] = [];
  let dependencies = 0;
  let anys = 0;
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) anys += 1;
    if (ts.isConstructorDeclaration(node)) dependencies = Math.max(dependencies, node.parameters.length);
    if (isFunction(node)) {
      const lines = line(node.end) - line(node.getStart(source)) + 1;
      if (lines > LIMITS.functionLines) longFunctions.push(`${file}:${line(node.getStart(source)) + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, lines: text.split('\n').length - 1, longFunctions, dependencies, anys };
}

/** The value below which the share `p` (0–1) of an ascending list lies. */
const percentile = (ascending: readonly number[], p: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * p))] ?? 0;

const row = (name: string, value: number, limit: number): string =>
  `  ${name.padEnd(34)} ${String(value).padStart(5)}  (≤ ${limit})${value > limit ? '  OVER' : ''}`;

/** Prints the budgets and answers whether all are kept. */
function report(measures: readonly Measure[]): boolean {
  const lines = measures.map((each) => each.lines).sort((a, b) => a - b);
  const long = measures.flatMap((each) => each.longFunctions);
  const rows: readonly (readonly [name: string, value: number, limit: number])[] = [
    ['lines of a file, median', percentile(lines, 0.5), LIMITS.medianLines],
    ['lines of a file, 90th percentile', percentile(lines, 0.9), LIMITS.p90Lines],
    ['lines of a file, largest', lines.at(-1) ?? 0, LIMITS.maxLines],
    [`functions over ${LIMITS.functionLines} lines`, long.length, 0],
    [
      'constructor dependencies, most',
      Math.max(0, ...measures.map((m) => m.dependencies)),
      LIMITS.dependencies,
    ],
    ['any', measures.reduce((sum, each) => sum + each.anys, 0), 0],
  ];
  console.log(`Budgets over ${measures.length} files, ${lines.reduce((a, b) => a + b, 0)} lines:`);
  for (const each of rows) console.log(row(...each));
  for (const place of long) console.log(`  long function: ${place}`);
  return rows.every(([, value, limit]) => value <= limit);
}

const root = process.cwd();
const measures = ['apps', 'libs', 'seeds']
  .flatMap((folder) => sourceFiles(join(root, folder)))
  .map((file) => file.slice(root.length + 1))
  .map(measure);
process.exitCode = report(measures) ? 0 : 1;
