import { Refused, type JobToPublish } from '@zhuqi/application';
import {
  canaries,
  drain,
  jobToPublish,
  QUEUES,
  type JobHandlers,
  type JobRun,
  type QueueEngine,
} from '@zhuqi/messaging';
import { v7 } from 'uuid';
import { ENGINES, type EngineHome } from './engines';
import { BRISK, eventually, handlersWith, routing } from './workload';

describe.each(ENGINES)('the queue on $kind', ({ kind, move, suite }) => {
  suite('keeps its contract', () => {
    let home: EngineHome;
    let engine: QueueEngine;
    let runs: JobRun[];

    beforeEach(async () => {
      runs = [];
      home = await move();
      engine = home.open({ onJob: (run) => runs.push(run) });
    });
    afterEach(async () => {
      await engine.close(2_000);
      await home.kill();
    });

    const work = (own: Partial<JobHandlers> = {}) => engine.startWorkers(handlersWith(own), BRISK);
    const outcomes = () => runs.map(({ id, outcome, attempt }) => ({ id, outcome, attempt }));
    const finished = async (job: JobToPublish) => {
      await eventually(() => runs.some(({ id, outcome }) => id === job.id && outcome !== 'retry'));
      return runs.filter(({ id }) => id === job.id).map(({ outcome }) => outcome);
    };

    it('is the engine it says', () => expect(engine.kind).toBe(kind));

    it('runs a published job once, with the payload it was given', async () => {
      const seen: unknown[] = [];
      await work({ 'ticket.route': async (payload) => (seen.push(payload), 'done') });
      const job = routing();
      await engine.publish([job]);
      await drain(engine, 10_000);
      expect(seen).toEqual([job.payload]);
      expect(await finished(job)).toEqual(['done']);
      expect(outcomes()).toEqual([{ id: job.id, outcome: 'done', attempt: 1 }]);
    });

    it('takes the same id once, while it waits and after it is done', async () => {
      const job = routing();
      await engine.publish([job, job]);
      await engine.publish([job]);
      expect(await waiting('routing')).toBe(1);
      await work();
      await finished(job);
      await engine.publish([job]);
      await drain(engine, 10_000);
      expect(runs).toHaveLength(1);
    });

    it('checks the same tickets again when the earlier check is done', async () => {
      const check = jobToPublish('clock.check', { ticketIds: [v7()] }, { id: 'clock-a' });
      await work();
      await engine.publish([check]);
      await finished(check);
      await drain(engine, 10_000);
      await engine.publish([check]);
      await eventually(() => runs.length === 2);
    });

    it('repeats what failed, after a pause, until it succeeds', async () => {
      let attempts = 0;
      await work({
        'ticket.route': async () => {
          attempts += 1;
          if (attempts === 1) throw new Error('the database is restarting');
          return 'done';
        },
      });
      const job = routing();
      await engine.publish([job]);
      await eventually(() => runs.length === 1);
      expect(await count('delayed')).toBe(1);
      expect(await finished(job)).toEqual(['retry', 'done']);
    });

    it('completes a job that is refused', async () => {
      await work({
        'ticket.route': async () => {
          throw new Refused({ code: 'ticket.closed', detail: '工单已办结' });
        },
      });
      const job = routing();
      await engine.publish([job]);
      expect(await finished(job)).toEqual(['no_longer_applicable']);
      expect(await engine.failed(10)).toEqual([]);
    });

    it('fails a bad payload and an unknown job for good, at once', async () => {
      const bad: JobToPublish = { ...routing(), payload: { outboxId: v7(), ticketId: '../etc/passwd' } };
      const unknown = routing();
      await engine.publish([bad, unknown]);
      await home.rename(unknown.id, 'ticket.teleport');
      await work();
      expect(await finished(bad)).toEqual(['failed']);
      expect(await finished(unknown)).toEqual(['failed']);
      const reasons = (await engine.failed(10)).map(({ id, reason }) => [id, reason]);
      expect(Object.fromEntries(reasons)).toEqual({
        [bad.id]: "bad payload: 'ticketId' of ticket.route",
        [unknown.id]: "unknown job 'ticket.teleport'",
      });
    });

    it('gives a job that failed for good to the administrator, who may run it again', async () => {
      const job = routing();
      await engine.publish([{ ...job, payload: {} }]);
      await work();
      await finished(job);
      const [failure] = await engine.failed(10);
      expect(failure).toMatchObject({ queue: 'routing', id: job.id, name: 'ticket.route', attempts: 1 });
      expect(await engine.retryFailed(job.id)).toBe(true);
      await eventually(() => runs.length === 2);
      expect(await engine.retryFailed('route-of-nobody')).toBe(false);
    });

    it('refuses to publish what no queue takes, and then publishes nothing', async () => {
      const stranger: JobToPublish = { name: 'ticket.teleport', id: 'teleport-a', payload: {} };
      await expect(engine.publish([routing(), stranger])).rejects.toThrow("unknown job 'ticket.teleport'");
      expect(await waiting('routing')).toBe(0);
    });

    it('runs the more urgent of two waiting jobs first, and a delayed one not yet', async () => {
      const [later, urgent, distant] = [
        { ...routing(), priority: 10 },
        { ...routing(), priority: 1 },
        { ...routing(), delayMs: 60_000 },
      ];
      await engine.publish([later, urgent, distant]);
      await engine.startWorkers(handlersWith({}), {
        ...BRISK,
        concurrency: { ...BRISK.concurrency, routing: 1 },
      });
      await eventually(() => runs.length === 2);
      expect(runs.map(({ id }) => id)).toEqual([urgent.id, later.id]);
      expect(await count('delayed')).toBe(1);
    });

    it('reports the canary of every queue', async () => {
      const workers = await work();
      expect((await workers.health()).map(({ lastCanaryAt }) => lastCanaryAt)).toEqual([
        null,
        null,
        null,
        null,
      ]);
      await engine.publish(canaries(1_700_000_000_000));
      await drain(engine, 10_000);
      await engine.publish(canaries(1_700_000_010_000));
      await drain(engine, 10_000);
      expect(await workers.health()).toEqual(
        QUEUES.map((queue) => ({ queue, lastCanaryAt: 1_700_000_010_000 })),
      );
    });

    it('keeps jobs while the workers pause and runs them when they resume', async () => {
      const workers = await work();
      await workers.pause(2_000);
      const job = routing();
      await engine.publish([job]);
      expect(await waiting('routing')).toBe(1);
      await workers.resume();
      expect(await finished(job)).toEqual(['done']);
    });

    it('replaces the consumer of one queue', async () => {
      const workers = await work();
      await workers.restart('routing');
      const job = routing();
      await engine.publish([job]);
      expect(await finished(job)).toEqual(['done']);
    });

    async function waiting(queue: string): Promise<number> {
      return (await engine.counts()).find((counts) => counts.queue === queue)!.waiting;
    }

    async function count(state: 'waiting' | 'active' | 'delayed' | 'failed'): Promise<number> {
      return (await engine.counts()).reduce((sum, counts) => sum + counts[state], 0);
    }
  });
});
