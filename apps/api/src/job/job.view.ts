import type { FailedJob } from '@zhuqi/messaging';

/** 一个最终失败的后台任务 */
export class FailedJobView {
  id: string;
  /** routing | sla | notices | reports */
  queue: string;
  name: string;
  /** 只含编号 */
  payload: unknown;
  reason: string;
  attempts: number;
  failedAt: string;
}

/** 失败任务一览，新的在前 */
export class FailedJobListView {
  items: FailedJobView[];
  nextCursor: string | null;
}

export const failedJobView = (job: FailedJob): FailedJobView => ({
  ...job,
  failedAt: new Date(job.failedAt).toISOString(),
});
