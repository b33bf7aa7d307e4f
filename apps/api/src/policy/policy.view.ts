import type { DistrictPolicies, PolicyRecord, TriedOut } from '@zhuqi/application';
import type { ClockKind, EventType, NoticeKind, Tier, TryOutMoment } from '@zhuqi/domain';
import { isoOf } from '../edge/instant';

/** 由谁修改 */
export class PolicyAuthorView {
  id: string;
  name: string;
}

/** 时限规则的一个版本 */
export class PolicyVersionView {
  version: number;
  /** 从哪一天起派单的诉求适用 */
  effectiveOn: string;
  /** 是否也适用于办理中的诉求 */
  rebases: boolean;
  reason: string;
  /** 系统写入的为 null */
  madeBy: PolicyAuthorView | null;
  madeAt: string | null;
  /** 全部时限、提级门槛、起始层级和触发规则 */
  terms: Record<string, unknown>;
}

/** 某地区的时限规则 */
export class PoliciesView {
  regionCode: string;
  /** 今天派单的诉求适用的版本 */
  inForce: number | null;
  /** 最新的在前 */
  versions: PolicyVersionView[];
}

export const policiesView = (regionCode: string, found: DistrictPolicies): PoliciesView => ({
  regionCode,
  inForce: found.inForce,
  versions: found.versions.map(versionView),
});

function versionView({ policy, rebases, reason, madeBy, madeAt }: PolicyRecord): PolicyVersionView {
  const { version, effectiveOn, ...terms } = policy;
  const made = { madeBy, madeAt: madeAt === null ? null : isoOf(madeAt) };
  return { version, effectiveOn, rebases, reason, ...made, terms };
}

/** 派单时承诺的时限 */
export class TryOutPromiseView {
  clock: ClockKind;
  dueAt: string;
  /** 超出已公布的节假日，公布后可能变动 */
  provisional: boolean;
}

/** 将会自动发生的一件事 */
export class TryOutMomentView {
  at: string;
  /** YYYY-MM-DD */
  day: string;
  /** 事件 */
  what: EventType;
  /** 关于哪个时限；整件诉求的督办为 null */
  clock: ClockKind | null;
  /** 由哪条触发规则引起 */
  trigger: string | null;
  /** 通知的种类；不通知任何人的为 null */
  kind: NoticeKind | null;
  /** 此后由哪一层级承办 */
  tier: Tier | null;
  text: string;
  /** 超出已公布的节假日，公布后可能变动 */
  provisional: boolean;
}

/** 试算结果；不保存任何内容 */
export class TryOutView {
  regionCode: string;
  calendarVersion: number;
  /** 试算拟定的规则时为 null */
  policyVersion: number | null;
  startTier: Tier | null;
  promises: TryOutPromiseView[];
  /** 按先后 */
  moments: TryOutMomentView[];
  /** 还有更多没有列出：最多 60 项、两年 */
  more: boolean;
}

export const tryOutView = ({ promises, moments, ...tried }: TriedOut): TryOutView => ({
  ...tried,
  promises: promises.map((promise) => ({ ...promise, dueAt: isoOf(promise.dueAt) })),
  moments: moments.map(momentView),
});

const momentView = (moment: TryOutMoment): TryOutMomentView => ({ ...moment, at: isoOf(moment.at) });
