import { Refused } from '@zhuqi/application';
import { UnrecoverableError } from 'bullmq';
import {
  type HandledJob,
  isJobName,
  type JobHandlers,
  type JobOutcome,
  type JobPayload,
  parsePayload,
  UnusableJob,
} from './jobs';

/** A job as it comes out of the queue: nothing about it is certain. */
export interface RawJob {
  readonly name: string;
  readonly data: unknown;
}

/**
 * Runs one job. A refusal completes it; an unknown job or a bad payload fails it for good; anything else that is
 * thrown lets the engine repeat it.
 */
export async function runJob(
  job: RawJob,
  handlers: JobHandlers,
  onCanary: (payload: JobPayload<'canary.ping'>) => void,
): Promise<JobOutcome> {
  try {
    if (!isJobName(job.name)) throw new UnusableJob(`unknown job '${job.name}'`);
    if (job.name !== 'canary.ping') return await handle<HandledJob>(job.name, handlers[job.name], job.data);
    onCanary(parsePayload(job.name, job.data));
    return 'done';
  } catch (error) {
    if (error instanceof Refused) return 'no_longer_applicable';
    if (error instanceof UnusableJob) throw new UnrecoverableError(error.message);
    throw error;
  }
}

const handle = <N extends HandledJob>(name: N, handler: JobHandlers[N], data: unknown): Promise<JobOutcome> =>
  handler(parsePayload(name, data));
