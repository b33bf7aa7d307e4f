import { ExamineInstallation, fine, type Finding, FINDING_LEVELS, problem } from '@zhuqi/application';
import { openQueueEngine } from '@zhuqi/messaging';
import { APPLICATION_ROLE, databaseProblem } from '@zhuqi/persistence';
import { EXIT, type ExitCode } from '../exit-code';
import { onDatabase, type OpenDatabase, withDatabase } from '../open-database';
import { table } from '../table';

const OLDEST_NODE = [20, 19] as const;
const CLOSE_WITHIN_MS = 2_000;

/** `zhuqi doctor` */
export async function doctor(): Promise<ExitCode> {
  const findings = [nodeFinding(process.versions.node), ...(await withDatabase(examine))];
  const rows = findings.map(({ subject, level, detail }) => [FINDING_LEVELS[level], subject, detail]);
  console.log(table(['结论', '检查项', '说明'], rows));
  const problems = findings.filter(({ level }) => level === 'problem').length;
  console.log(problems === 0 ? '\n没有发现问题。' : `\n发现 ${String(problems)} 个问题。`);
  return problems === 0 ? EXIT.done : EXIT.failed;
}

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  const recent = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return recent
    ? fine('Node.js', version)
    : problem('Node.js', `${version} 太旧，需要 ${OLDEST_NODE.join('.')} 以上`);
}

async function examine(database: OpenDatabase): Promise<Finding[]> {
  return [...(await databaseFindings(database)), await queueFinding(database)];
}

/** A database that cannot be used is a finding as well; what would be asked of it is then left out. */
async function databaseFindings({ url }: OpenDatabase): Promise<Finding[]> {
  try {
    const found = await onDatabase(url, (ports) => ports.get(ExamineInstallation).execute());
    return [fine('数据库', '正常应答，结构为最新'), ...found];
  } catch (error) {
    const known = databaseProblem(error);
    if (known === null) throw error;
    return [problem('数据库', known.detail)];
  }
}

async function queueFinding({ config, url }: OpenDatabase): Promise<Finding> {
  const engine = openQueueEngine({
    ...{ databaseUrl: url, redisUrl: config.redisUrl ?? undefined, role: APPLICATION_ROLE },
  });
  const name = engine.kind === 'redis' ? 'Redis' : 'PostgreSQL';
  try {
    await engine.ping();
    return fine('任务队列', `${name} 正常应答`);
  } catch {
    return problem('任务队列', `${name} 无应答，请检查 ${engine.kind === 'redis' ? 'REDIS_URL' : '数据库'}`);
  } finally {
    await engine.close(CLOSE_WITHIN_MS);
  }
}
