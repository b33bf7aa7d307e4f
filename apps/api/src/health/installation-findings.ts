import type { InstallationState } from '@zhuqi/application';
import type { HealthFinding } from './health-check';

const DRIFT_WARNED_MS = 2_000;
const DRIFT_REFUSED_MS = 30_000;

/** What the state of the database means for taking work; `processNow` is this computer's time when it was asked. */
export function findingsOf(state: InstallationState, processNow: number): HealthFinding[] {
  const migrations = migrationFinding(state);
  if (!migrations.ok) return [migrations, { name: 'seeded', ok: false, detail: '数据库结构就绪后检查' }];
  return [
    ...[migrations, seededFinding(state), driftFinding(state.serverNow - processNow), timeFinding(state)],
    ...verifiedFindings(state),
  ];
}

function migrationFinding({ pendingMigrations, unknownMigrations }: InstallationState): HealthFinding {
  const name = 'migrations';
  if (unknownMigrations.length > 0) {
    return {
      name,
      ok: false,
      detail: `数据库比程序新，请升级程序（${unknownMigrations.length} 项未知变更）`,
    };
  }
  if (pendingMigrations.length > 0) {
    return {
      name,
      ok: false,
      detail: `还有 ${pendingMigrations.length} 项结构变更未执行，请运行 zhuqi migrate`,
    };
  }
  return { name, ok: true, detail: '数据库结构为最新' };
}

const seededFinding = ({ districts }: InstallationState): HealthFinding => ({
  name: 'seeded',
  ok: districts > 0,
  detail:
    districts > 0
      ? `${districts} 个地区有工作日历和时限规则`
      : '还没有地区具备工作日历和时限规则，请运行 zhuqi seed',
});

function driftFinding(driftMs: number): HealthFinding {
  const seconds = (Math.abs(driftMs) / 1_000).toFixed(1);
  const drifted = Math.abs(driftMs) > DRIFT_WARNED_MS;
  return {
    name: 'clock',
    ok: Math.abs(driftMs) <= DRIFT_REFUSED_MS,
    detail: drifted
      ? `本机时钟与数据库相差 ${seconds} 秒，请校时`
      : `本机时钟与数据库一致（相差 ${seconds} 秒）`,
  };
}

const timeFinding = ({ demo, businessNow }: InstallationState): HealthFinding => ({
  name: 'businessTime',
  ok: true,
  detail: `${demo ? '演示时间' : '业务时间'} ${new Date(businessNow).toISOString()}`,
});

/** Work can be taken on top of what was altered, but somebody has to know. Nothing is said before the first night. */
function verifiedFindings({ verified }: InstallationState): HealthFinding[] {
  if (verified === null) return [];
  const { faults, events, ranAt } = verified;
  const when = new Date(ranAt).toISOString();
  const detail =
    faults === 0
      ? `${when} 核验 ${String(events)} 个事件，全部相符`
      : `${when} 核验发现 ${String(faults)} 处不符，请运行 zhuqi verify`;
  return [{ name: 'verified', ok: faults === 0, detail, optional: true }];
}
