import { join, resolve } from 'node:path';
import * as ts from 'typescript';

const DOMAIN = resolve(__dirname, '../../libs/domain');

/** The names of the running machine: none of them may mean anything to a rule. */
const MACHINE = [
  'process.exit()',
  'console.log(1)',
  'setTimeout(() => 1, 1)',
  "fetch('/')",
  "Buffer.from('')",
  'performance.now()',
];

/** Compiles one made-up domain file under the domain's own tsconfig; answers the lines in error. */
function linesInError(code: string): number[] {
  const read = ts.readConfigFile(join(DOMAIN, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, DOMAIN);
  const file = join(DOMAIN, 'src/law-machine.ts');
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2023) : getSourceFile(name, ...rest);
  const program = ts.createProgram({ rootNames: [file], options, host });
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ start, file: source }) => source!.getLineAndCharacterOfPosition(start ?? 0).line);
}

describe('the domain', () => {
  test('compiles without the machine it runs on', () => {
    const code = [...MACHINE, 'Math.max(1, 2)', "import 'node:fs'", ''].join(';\n');
    expect(linesInError(code)).toEqual([0, 1, 2, 3, 4, 5, 7]);
  });
});
