import { SchemaNewerThanProgram, SchemaOlderThanProgram } from './schema-version';

/** What is wrong with the database, for the person who gave its address. */
export interface DatabaseProblem {
  readonly code: `${'database' | 'schema'}.${string}`;
  /** One Chinese sentence that says what to do; never a password. */
  readonly detail: string;
}

/** SQLSTATEs and the system's own codes, each with the mistake that stands behind it. */
const PROBLEMS = [
  {
    when: /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|08\w{3}|57P0[123])$/,
    code: 'database.unreachable',
    detail: '数据库没有应答，请检查 DATABASE_URL 与数据库是否已启动。',
  },
  {
    when: /^28\w{3}$/,
    code: 'database.refused',
    detail: '数据库拒绝登录，请检查 DATABASE_URL 中的用户名和密码。',
  },
  {
    when: /^3D000$/,
    code: 'database.unknown',
    detail: 'DATABASE_URL 中的库名不存在，请先建立该数据库或改正库名。',
  },
  {
    when: /^42501$/,
    code: 'database.forbidden',
    detail: '该数据库用户的权限不足，请改用数据库的所有者运行此命令。',
  },
  {
    when: /^(42P01|42883|3F000)$/,
    code: 'schema.missing',
    detail: '数据库尚未建立本程序的结构，请先运行 zhuqi migrate。',
  },
  {
    when: /^(58P01|0A000)$/,
    code: 'database.extension_missing',
    detail: '数据库缺少扩展 btree_gist，请先安装 PostgreSQL 的 contrib 组件。',
  },
  {
    when: /^53300$/,
    code: 'database.full',
    detail: '数据库的连接数已满，请稍后再试或调大 max_connections。',
  },
  { when: /^53100$/, code: 'database.disk_full', detail: '数据库所在磁盘已满，请先清理空间。' },
  { when: /^25006$/, code: 'database.read_only', detail: '该数据库只读（可能是备库），请改用主库的地址。' },
] as const satisfies readonly (DatabaseProblem & { readonly when: RegExp })[];

/** pg says these two without a code: a connection that took too long, and one that broke while it was opened. */
const WITHOUT_CODE = /timeout|connection terminated/i;

/** The operator's usual mistakes with a database, recognised in whatever was thrown; null for anything else. */
export function databaseProblem(error: unknown): DatabaseProblem | null {
  if (error instanceof SchemaNewerThanProgram) return newer(error.unknownMigrations);
  if (error instanceof SchemaOlderThanProgram) return older(error.pendingMigrations);
  if (typeof error !== 'object' || error === null) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = PROBLEMS.find(({ when }) => when.test(code));
  if (known !== undefined) return { code: known.code, detail: known.detail };
  if (code === '' && WITHOUT_CODE.test('message' in error ? String(error.message) : ''))
    return problemNamed('database.unreachable');
  return 'cause' in error ? databaseProblem(error.cause) : null;
}

function problemNamed(name: (typeof PROBLEMS)[number]['code']): DatabaseProblem | null {
  const found = PROBLEMS.find(({ code }) => code === name);
  return found === undefined ? null : { code: found.code, detail: found.detail };
}

const newer = (unknown: readonly string[]): DatabaseProblem => ({
  code: 'schema.newer',
  detail: `数据库由更新版本的程序建立（${unknown.join('、')}），请升级程序。`,
});

const older = (pending: readonly string[]): DatabaseProblem => ({
  code: 'schema.older',
  detail: `数据库还有 ${String(pending.length)} 项结构变更未执行，请先运行 zhuqi migrate。`,
});
