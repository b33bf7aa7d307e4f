import type { JobToPublish } from '@zhuqi/application';
import { type Check, noticeMessages, oneOf, positiveInteger, uuid, uuids } from './payload-checks';

/** Few queues, by urgency: a long report never stands in front of a clock. */
export const QUEUES = ['routing', 'sla', 'notices', 'reports'] as const;
export type QueueName = (typeof QUEUES)[number];

/** One clock job carries at most this many tickets, so that a slow one is short. */
export const MAX_TICKETS_PER_CHECK = 100;

/** One delivery carries at most so many messages: they share a transaction. */
export const MAX_NOTICES_PER_DELIVERY = 50;

interface JobContract {
  /** 'named' → the payload names the queue. */
  readonly queue: QueueName | 'named';
  readonly payload: Readonly<Record<string, Check<unknown>>>;
  /** false → the id is free again as soon as the job is done: the next check of the same tickets is a new one. */
  readonly rememberDone: boolean;
}

/** Every job there is: its queue and its payload. Payloads hold ids, never personal data. */
export const JOBS = {
  'ticket.route': { queue: 'routing', payload: { outboxId: uuid, ticketId: uuid }, rememberDone: true },
  'clock.check': { queue: 'sla', payload: { ticketIds: uuids(MAX_TICKETS_PER_CHECK) }, rememberDone: false },
  'notice.deliver': {
    queue: 'notices',
    payload: { messages: noticeMessages(MAX_NOTICES_PER_DELIVERY) },
    rememberDone: true,
  },
  'canary.ping': {
    queue: 'named',
    payload: { queue: oneOf(QUEUES), sentAt: positiveInteger },
    rememberDone: false,
  },
} as const satisfies Record<string, JobContract>;

export type JobName = keyof typeof JOBS;

type Checked<C> = C extends Check<infer T> ? T : never;
/** What the handler of the job is given. */
export type JobPayload<N extends JobName> = {
  readonly [F in keyof (typeof JOBS)[N]['payload']]: Checked<(typeof JOBS)[N]['payload'][F]>;
};

/** `no_longer_applicable`: the world moved on (a refusal); the job is complete, there is nothing to repeat. */
export type JobOutcome = 'done' | 'no_longer_applicable';

/** The canary is answered by the engine itself. */
export type HandledJob = Exclude<JobName, 'canary.ping'>;
/** One handler for every job; handlers repeat safely, because a job may run more than once. */
export type JobHandlers = {
  readonly [N in HandledJob]: (payload: JobPayload<N>) => Promise<JobOutcome>;
};

/** A job that this program will never be able to run; repeating it is pointless. */
export class UnusableJob extends Error {}

/** Whether the contract knows the name. */
export const isJobName = (name: string): name is JobName => Object.hasOwn(JOBS, name);

/** The payload as the contract describes it, without anything else that was in it. @throws UnusableJob */
export function parsePayload<N extends JobName>(name: N, data: unknown): JobPayload<N> {
  const given: object = typeof data === 'object' && data !== null ? data : {};
  const parsed: Record<string, unknown> = {};
  for (const [field, check] of Object.entries<Check<unknown>>(JOBS[name].payload)) {
    const value: unknown = Reflect.get(given, field);
    if (!check(value)) throw new UnusableJob(`bad payload: '${field}' of ${name}`);
    parsed[field] = value;
  }
  return parsed as JobPayload<N>;
}

/** The queue a job belongs to. @throws UnusableJob when no queue can be named */
export function queueOf(job: JobToPublish): QueueName {
  if (!isJobName(job.name)) throw new UnusableJob(`unknown job '${job.name}'`);
  const { queue } = JOBS[job.name];
  return queue === 'named' ? parsePayload('canary.ping', job.payload).queue : queue;
}

/**
 * A job whose name and payload agree.
 * The id decides what a repetition is: derive it from the cause, such as `route-<outboxId>`. A job that failed for
 * good keeps its id for 14 days, so a periodic check needs one that changes with the period.
 */
export function jobToPublish<N extends JobName>(
  name: N,
  payload: JobPayload<N>,
  options: Pick<JobToPublish, 'id' | 'delayMs' | 'priority'>,
): JobToPublish {
  return { name, payload, ...options };
}

/** One canary per queue; while one still waits, sending another adds nothing. `sentAt` in epoch milliseconds. */
export const canaries = (sentAt: number): JobToPublish[] =>
  QUEUES.map((queue) => jobToPublish('canary.ping', { queue, sentAt }, { id: `canary-${queue}` }));
