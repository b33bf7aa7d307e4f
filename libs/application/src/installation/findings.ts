import type { Day } from '@zhuqi/domain';
import { fine, type Finding, notice, problem } from './finding';
import type { KeptVerification } from '../proof/verification-record';
import { ORPHAN_KINDS, ORPHAN_KIND_NAMES, type OrphanCounts, type OrphanKind } from '../orphan';
import type { Examples, SurveyedInstallation, SurveyedRegion, SurveyedRole } from './installation-survey';

const OLDEST_SERVER = 140_000;
const DRIFT_NOTICED_MS = 2_000;
const DRIFT_REFUSED_MS = 30_000;
const BACKLOG_NOTICED_SECONDS = 60;
const BACKLOG_REFUSED_SECONDS = 600;

/** What everything the programs and the operators rely on looks like at one moment. */
export interface Examined extends SurveyedInstallation {
  readonly role: SurveyedRole;
  /** The server's clock minus this computer's. */
  readonly driftMs: number;
  readonly orphans: OrphanCounts;
  /** Null before the first nightly verification. */
  readonly verified: KeptVerification | null;
  readonly outbox: { readonly waiting: number; readonly oldestSeconds: number };
}

/** One row per thing that is looked at, in the order of the report. */
export const INSTALLATION_CHECKS = [
  ({ serverVersion }) => serverFinding(serverVersion),
  ({ role }) => roleFinding(role),
  ({ driftMs }) => driftFinding(driftMs),
  ({ regions }) => regionFinding(regions),
  ({ publishedThrough, today }) => horizonFinding(publishedThrough, today),
  ({ administrators }) =>
    administrators > 0
      ? fine('管理员', `${String(administrators)} 个管理员帐号`)
      : notice('管理员', '没有管理员帐号，请运行 zhuqi admin create'),
  ({ outbox }) => outboxFinding(outbox),
  ({ verified }) => verifiedFinding(verified),
  ({ tail }) => tailFinding(tail),
  ({ waitingForTriage }) => absent('待分派诉求', waitingForTriage, '件待调度办分派'),
  ({ unitsWithoutHandler }) => absent('单位经办人', unitsWithoutHandler, '个单位没有可以办理的人员'),
  ({ enterprisesWithoutOfficer }) => absent('驻企专员', enterprisesWithoutOfficer, '户企业当前没有驻企专员'),
  ({ orphans }) => orphanFinding(orphans),
  ({ enterprisesWithoutLeader }) => absent('包保领导', enterprisesWithoutLeader, '户企业当前没有包保领导'),
] as const satisfies readonly ((examined: Examined) => Finding)[];

function serverFinding(version: number): Finding {
  const shown = `PostgreSQL ${String(Math.floor(version / 10_000))}.${String(version % 10_000)}`;
  return version >= OLDEST_SERVER
    ? fine('数据库版本', shown)
    : problem('数据库版本', `${shown} 太旧，需要 14 以上`);
}

function roleFinding({ name, exists, usable, tooMany, missing }: SurveyedRole): Finding {
  const subject = '程序角色';
  if (!exists) return problem(subject, `没有角色 ${name}，请由数据库所有者运行 zhuqi migrate`);
  if (!usable) return problem(subject, `当前用户不能使用角色 ${name}，请执行 grant ${name} to 该用户`);
  if (tooMany.length > 0) {
    return problem(
      subject,
      `${name} 可以改写事件记录（${tooMany.join('、')}），请由所有者重新运行 zhuqi migrate`,
    );
  }
  if (missing.length > 0)
    return problem(subject, `${name} 缺少 ${missing.join('、')} 权限，请运行 zhuqi migrate`);
  return fine(subject, `${name} 只能追加、不能改写事件记录`);
}

function driftFinding(driftMs: number): Finding {
  const seconds = (Math.abs(driftMs) / 1_000).toFixed(1);
  if (Math.abs(driftMs) > DRIFT_REFUSED_MS)
    return problem('时钟', `本机与数据库相差 ${seconds} 秒，请先校时`);
  if (Math.abs(driftMs) > DRIFT_NOTICED_MS) return notice('时钟', `本机与数据库相差 ${seconds} 秒，请校时`);
  return fine('时钟', `本机与数据库相差 ${seconds} 秒`);
}

const PARTS = {
  calendar: '工作日历',
  policy: '时限规则',
  office: '领导小组办公室',
} as const satisfies Partial<Record<keyof SurveyedRegion, string>>;

const missingParts = (region: SurveyedRegion): string[] =>
  (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((part) => !region[part]).map((part) => PARTS[part]);

function regionFinding(regions: readonly SurveyedRegion[]): Finding {
  const subject = '地区';
  if (regions.length === 0)
    return problem(subject, '还没有地区，请运行 zhuqi seed reference 或 region create');
  const used = regions.filter(({ enterprises }) => enterprises > 0);
  const broken = used.filter((region) => missingParts(region).length > 0);
  if (broken.length > 0) {
    const list = broken.map((region) => `${region.name}缺${missingParts(region).join('、')}`);
    return problem(subject, list.join('；'));
  }
  if (used.length === 0) return notice(subject, `${String(regions.length)} 个地区，都还没有企业`);
  const names = used.map(({ name }) => name).join('、');
  return fine(subject, `${names}已启用，日历、规则、办公室齐备`);
}

/** The State Council publishes a year late in the year before; from December on the next one is missed. */
function horizonFinding(publishedThrough: Day | null, today: Day): Finding {
  const subject = '节假日';
  if (publishedThrough === null)
    return problem(subject, '没有任何已公布的节假日，请运行 zhuqi calendar load');
  if (publishedThrough < today) {
    return problem(
      subject,
      `已公布的节假日到 ${publishedThrough} 为止，今天的时限都是暂定的，请运行 zhuqi calendar load`,
    );
  }
  const year = today.slice(0, 4);
  if (today.slice(5, 7) === '12' && publishedThrough.startsWith(year)) {
    return notice(
      subject,
      `${String(Number(year) + 1)} 年的节假日还没有载入，请在通知公布后运行 zhuqi calendar load`,
    );
  }
  return fine(subject, `已公布到 ${publishedThrough}`);
}

function verifiedFinding(verified: KeptVerification | null): Finding {
  const subject = '夜间核验';
  if (verified === null) return fine(subject, '还没有进行过，可运行 zhuqi verify');
  const at = new Date(verified.ranAt).toISOString();
  return verified.faults === 0
    ? fine(subject, `${at} 核验 ${String(verified.events)} 个事件，全部相符`)
    : problem(subject, `${at} 发现 ${String(verified.faults)} 处不符，请运行 zhuqi verify`);
}

function outboxFinding({ waiting, oldestSeconds }: Examined['outbox']): Finding {
  const subject = '待发消息';
  if (waiting === 0) return fine(subject, '没有积压');
  const state = `${String(waiting)} 条未完成，最早的已等 ${String(oldestSeconds)} 秒`;
  if (oldestSeconds > BACKLOG_REFUSED_SECONDS) return problem(subject, `${state}，后台任务可能没有运行`);
  if (oldestSeconds > BACKLOG_NOTICED_SECONDS) return notice(subject, `${state}，请确认后台任务在运行`);
  return fine(subject, state);
}

/** Figures stay right without it; reading them costs more the more there waits. */
function tailFinding({ waiting, oldestSeconds }: Examined['tail']): Finding {
  const subject = '统计汇总';
  if (oldestSeconds <= BACKLOG_NOTICED_SECONDS) return fine(subject, '已跟上台账');
  const state = `${String(waiting)} 笔台账尚未汇总，最早的已等 ${String(oldestSeconds)} 秒`;
  return notice(subject, `${state}；统计数字不受影响，只是变慢，请确认后台任务在运行`);
}

function absent(subject: string, { count, names }: Examples, what: string): Finding {
  if (count === 0) return fine(subject, '无缺漏');
  const more = count > names.length ? ' 等' : '';
  return notice(subject, `${String(count)} ${what}：${names.join('、')}${more}`);
}

/** Enterprises have findings of their own. */
const TOLD_APART: readonly OrphanKind[] = ['officer_missing', 'leader_missing'];

function orphanFinding(counts: OrphanCounts): Finding {
  const subject = '无主事项';
  const found = ORPHAN_KIND_NAMES.filter((kind) => counts[kind] > 0 && !TOLD_APART.includes(kind));
  if (found.length === 0) return fine(subject, '每件诉求、申请与交接都有人负责');
  const list = found.map((kind) => `${String(counts[kind])} 件${ORPHAN_KINDS[kind].what}`);
  return notice(subject, `${list.join('；')}，详见“无主事项”`);
}
