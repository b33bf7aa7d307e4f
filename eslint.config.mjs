import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = dirname(fileURLToPath(import.meta.url));

/** A rule that is one selector and one sentence. */
const forbid = (selector, message) => ({
  meta: { type: 'problem', schema: [] },
  create: (context) => ({ [selector]: (node) => context.report({ node, message }) }),
});

const BANNED_NAME = /^(utils?|helpers?|common|shared|core|base|managers?|misc)$/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
// The closed list of the house: what stands between a file's name and its extension.
const SUFFIXES = new Set(
  'controller dto view module row mapper repository sql spec medium-spec e2e-spec config d'.split(' '),
);
const DOMAIN_SUFFIXES = new Set(['spec']);

function nameProblem(path) {
  const segments = path.split('/');
  const [stem, ...rest] = segments.at(-1).split('.');
  const suffixes = rest.slice(0, -1);
  for (const name of [...segments.slice(0, -1), stem]) {
    const banned = name.split('-').find((word) => BANNED_NAME.test(word));
    if (banned !== undefined) return `'${banned}' in '${path}' names no responsibility: say what it does`;
    if (!KEBAB_CASE.test(name)) return `'${name}' in '${path}' is not kebab-case`;
  }
  const allowed = path.startsWith('libs/domain/') ? DOMAIN_SUFFIXES : SUFFIXES;
  const stranger = suffixes.find((suffix) => !allowed.has(suffix));
  return stranger === undefined ? undefined : `'.${stranger}' in '${path}' is not in the list of suffixes`;
}

const zhuqi = {
  rules: {
    'no-ambient-time': forbid(
      [
        'NewExpression[callee.name="Date"][arguments.length=0]',
        'CallExpression[callee.name="Date"]',
        'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
      ].join(', '),
      'Code is told the time: ask the Clock (libs/platform/src/clock.ts is the one place that reads it).',
    ),
    'no-ambient-randomness': forbid(
      'MemberExpression[object.name="Math"][property.name="random"]',
      'Rules and use cases repeat exactly: take random values through a port.',
    ),
    'no-process-env': forbid(
      [
        'MemberExpression[object.name="process"][property.name="env"]',
        'MemberExpression[object.name="process"][property.value="env"]',
        'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
        'ImportDeclaration[source.value=/^(node:)?process$/]',
      ].join(', '),
      'The environment is parsed once, in the config of libs/platform: take the parsed value.',
    ),
    'max-parameters': forbid(
      ':not(MethodDefinition[kind="constructor"]) > :function[params.length>4]',
      'More than 4 parameters: pass one object with names.',
    ),
    'constructor-dependencies': forbid(
      'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>5]',
      'More than 5 constructor dependencies: this class does several jobs.',
    ),
    'no-vague-class': forbid(
      'ClassDeclaration[id.name=/(Utils?|Helpers?|Manager|Misc|Common)$/]',
      'This class name names no responsibility.',
    ),
    'file-name': {
      meta: { type: 'problem', schema: [] },
      create: (context) => ({
        Program(node) {
          const message = nameProblem(relative(root, context.filename).split(sep).join('/'));
          if (message !== undefined) context.report({ node, message });
        },
      }),
    },
  },
};

const houseRules = Object.fromEntries(Object.keys(zhuqi.rules).map((name) => [`zhuqi/${name}`, 'error']));

/** Specs, test support, benchmarks and scripts: they may read the clock, the environment and the console. */
const WORKBENCH = ['test/**', 'bench/**', 'scripts/**', '**/*.spec.ts'];
const TESTS = ['test/**', '**/*.spec.ts'];

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.data/', 'coverage/', 'libs/api-client/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { zhuqi },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      ...houseRules,
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 40 }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { requireDefaultForNonUnion: true, allowDefaultCaseForExhaustiveSwitch: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A Nest module is a class whose decorator is all it says.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Numbers in a message are what they look like.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => this.close()` returning nothing is a sentence, not a confusion.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Texts are spread by code point on purpose (titles, credit codes, names); the rule's `allow` misses constants.
      '@typescript-eslint/no-misused-spread': 'off',
      // A port is an abstract class, and whatever has its shape implements it.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A port is asynchronous by contract, also where its implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['libs/domain/**/*.ts', 'libs/application/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/common',
              allowImportNames: ['Injectable'],
              message: 'The application knows one thing of Nest: Injectable.',
            },
          ],
        },
      ],
    },
  },
  {
    // Only rules and use cases must repeat exactly; retry jitter and seeds of benchmarks may be random.
    files: ['libs/{persistence,messaging,platform}/**/*.ts', 'apps/**/*.ts', ...WORKBENCH],
    rules: { 'zhuqi/no-ambient-randomness': 'off' },
  },
  {
    // An action that needs nothing has an empty body, and that is its whole description.
    files: ['**/*.dto.ts'],
    rules: { '@typescript-eslint/no-extraneous-class': ['error', { allowEmpty: true }] },
  },
  { files: ['libs/platform/src/clock.ts'], rules: { 'zhuqi/no-ambient-time': 'off' } },
  {
    files: ['libs/platform/src/config.ts', 'libs/platform/src/config/**/*.ts'],
    rules: { 'zhuqi/no-process-env': 'off' },
  },
  // The command line speaks to a person through the console.
  { files: ['apps/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  // A migration is one long sentence of SQL, written once and never changed; its name begins with its moment.
  { files: ['**/migrations/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: WORKBENCH,
    rules: {
      'no-console': 'off',
      'zhuqi/no-ambient-time': 'off',
      'zhuqi/no-process-env': 'off',
    },
  },
  {
    // A describe block is a table of contents; bodies of HTTP answers and `expect.objectContaining` are `any`.
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
