// Lints snippets under paths that need not exist: [{path, code}] on stdin, [{path, rules}] on stdout.
// A process of its own, because ESLint loads its configuration by import(), which jest's sandbox refuses.
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const snippets = JSON.parse(await text(process.stdin));
const eslint = new ESLint({
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: snippets.map(({ path }) => path).filter((path) => !existsSync(path)),
          defaultProject: 'tsconfig.json',
          maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: snippets.length,
        },
      },
    },
  },
});

const answers = [];
for (const { path, code } of snippets) {
  const [result] = await eslint.lintText(code, { filePath: path });
  answers.push({ path, rules: result.messages.map(({ ruleId, message }) => ruleId ?? message) });
}
process.stdout.write(JSON.stringify(answers));
