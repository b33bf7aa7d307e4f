import type { SweepState } from '@zhuqi/application';
import { spokenDuration } from '@zhuqi/domain';
import type { HealthFinding } from './health-check';

/** Escalations are promised within 30 s; a sweep that has not looked for so long is reported. */
const LATE_MS = 30_000;

/** Whether somebody looks after due times, and whether an outage is still being worked off; the program is ready anyway. */
export function sweepFinding(state: SweepState | null): HealthFinding {
  const said = (ok: boolean, detail: string): HealthFinding => ({
    name: 'sweep',
    ok,
    detail,
    optional: true,
  });
  if (state === null) return said(false, '还没有后台任务巡检过时限');
  if (state.idleMs > LATE_MS) {
    return said(false, `时限巡检已停 ${spokenDuration(state.idleMs)}，请检查后台任务`);
  }
  if (state.storm !== null) {
    const since = new Date(state.storm.since).toISOString();
    return said(
      false,
      `停机后积压的诉求正由旧到新限量处理（自 ${since}），还有 ${String(state.storm.left)} 件`,
    );
  }
  return said(true, '时限巡检正常');
}
