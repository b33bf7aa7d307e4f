import type { JobToPublish } from '@zhuqi/application';
import type { JobsOptions } from 'bullmq';
import { isJobName, JOBS } from './jobs';

const DAY_SECONDS = 86_400;
/** Failures stay visible to the administrator this long. */
const FAILURES_KEPT_SECONDS = 14 * DAY_SECONDS;
/** And so many of each queue, the newest; a long outage must not fill the queue's memory. */
const FAILURES_KEPT = 5_000;
/** Jobs done are remembered so far back that publishing one again is recognised. */
const DONE_KEPT = 1_000;

/** Eight attempts over about four minutes; the jitter keeps jobs that failed together from returning together. */
const PATIENT: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 2_000, jitter: 0.5 },
  removeOnFail: { age: FAILURES_KEPT_SECONDS, count: FAILURES_KEPT },
  stackTraceLimit: 3,
};
/** A canary that dies is the finding; the next one is sent anyway. */
const CANARY: JobsOptions = { attempts: 1, removeOnFail: true };

/** How the engine keeps and repeats a job. */
export function optionsOf(job: JobToPublish): JobsOptions {
  const remember = isJobName(job.name) && JOBS[job.name].rememberDone;
  return {
    ...(job.name === 'canary.ping' ? CANARY : PATIENT),
    removeOnComplete: remember ? { count: DONE_KEPT } : true,
    jobId: job.id,
    ...(job.delayMs === undefined ? {} : { delay: job.delayMs }),
    ...(job.priority === undefined ? {} : { priority: job.priority }),
  };
}
