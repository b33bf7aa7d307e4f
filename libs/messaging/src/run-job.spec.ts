import { Refused } from '@zhuqi/application';
import { UnrecoverableError } from 'bullmq';
import type { JobHandlers } from './jobs';
import { runJob } from './run-job';

const A = '01989f2e-7c1a-7000-8000-000000000001';
const ROUTE = { name: 'ticket.route', data: { outboxId: A, ticketId: A } };

const handlersThat = (route: JobHandlers['ticket.route']): JobHandlers => ({
  'ticket.route': route,
  'clock.check': () => Promise.reject(new Error('not asked')),
  'notice.deliver': () => Promise.reject(new Error('not asked')),
});
const done = handlersThat(() => Promise.resolve('done'));
const noCanary = (): never => {
  throw new Error('no canary here');
};

describe('running a job', () => {
  it('answers what the handler answers', async () => {
    expect(await runJob(ROUTE, done, noCanary)).toBe('done');
  });

  it('completes a refused job: repeating it would be refused again', async () => {
    const refusal = { code: 'ticket.wrong_status', detail: '工单已办结' };
    const refusing = handlersThat(() => Promise.reject(new Refused(refusal)));
    expect(await runJob(ROUTE, refusing, noCanary)).toBe('no_longer_applicable');
  });

  it('lets the engine repeat what failed for another reason', async () => {
    const failing = handlersThat(() => Promise.reject(new Error('connection lost')));
    await expect(runJob(ROUTE, failing, noCanary)).rejects.toThrow('connection lost');
    await expect(runJob(ROUTE, failing, noCanary)).rejects.not.toBeInstanceOf(UnrecoverableError);
  });

  it.each([
    { name: 'ticket.teleport', data: {} },
    { name: 'ticket.route', data: { outboxId: A } },
  ])('never repeats $name with $data', async (job) => {
    await expect(runJob(job, done, noCanary)).rejects.toBeInstanceOf(UnrecoverableError);
  });

  it('answers a canary without a handler', async () => {
    const seen: unknown[] = [];
    const canary = { queue: 'sla', sentAt: 1_700_000_000_000 };
    await runJob({ name: 'canary.ping', data: canary }, done, (payload) => seen.push(payload));
    expect(seen).toEqual([canary]);
  });
});
