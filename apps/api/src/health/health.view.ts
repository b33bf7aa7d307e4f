import type { Readiness } from './readiness';

/** 一项检查 */
export class HealthCheckView {
  name: string;
  ok: boolean;
  detail: string;
  /** 仅报告，不影响能否接受工作 */
  optional?: boolean;
}

/** 能否接受工作 */
export class ReadinessView {
  status: 'ready' | 'notReady';
  checks: HealthCheckView[];
  /** 当前业务时间；数据库无应答时为 null */
  businessTime: string | null;
  /** 业务时间是否为演示时间 */
  demo: boolean | null;
}

/** 进程在运行 */
export class LivenessView {
  status: 'live';
}

export const readinessView = ({ ready, checks, businessNow, demo }: Readiness): ReadinessView => ({
  status: ready ? 'ready' : 'notReady',
  checks: checks.map(({ name, ok, detail, optional }) => ({
    ...{ name, ok, detail },
    ...(optional === true ? { optional } : {}),
  })),
  businessTime: businessNow === null || businessNow === 0 ? null : new Date(businessNow).toISOString(),
  demo,
});
