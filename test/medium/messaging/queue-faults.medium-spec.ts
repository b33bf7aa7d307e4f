import { drain, openQueueEngine, type JobRun, type QueueEngine } from '@zhuqi/messaging';
import { ENGINES, NOBODY_POSTGRES, NOBODY_REDIS, type EngineHome } from './engines';
import { BRISK, duration, eventually, eventuallyDone, handlersWith, routing } from './workload';

describe.each(ENGINES)('the queue on $kind', ({ kind, move, suite }) => {
  suite('when things break', () => {
    let home: EngineHome;
    let engine: QueueEngine;
    let runs: JobRun[];
    const opened: QueueEngine[] = [];

    const open = () => {
      const another = home.open({ onJob: (run) => runs.push(run) });
      opened.push(another);
      return another;
    };
    beforeEach(async () => {
      runs = [];
      home = await move();
      engine = open();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((each) => each.close(2_000)));
      await home.kill();
    });

    it('gives the job of a worker that died to another', async () => {
      let begun = 0;
      const dying = await engine.startWorkers(
        handlersWith({ 'ticket.route': () => ((begun += 1), new Promise(() => undefined)) }),
        BRISK,
      );
      const job = routing();
      await engine.publish([job]);
      await eventually(() => begun === 1);
      await dying.close(0);
      const another = open();
      await another.startWorkers(handlersWith({}), BRISK);
      await eventually(() => runs.length === 1);
      expect(runs[0]).toMatchObject({ id: job.id, outcome: 'done' });
      expect(begun).toBe(1);
    });

    it('loses its jobs when it is wiped, and takes the same ones again', async () => {
      const job = routing();
      await engine.publish([job]);
      await engine.wipe();
      expect((await engine.counts()).every(({ waiting }) => waiting === 0)).toBe(true);
      await engine.startWorkers(handlersWith({}), BRISK);
      await engine.publish([job]);
      await eventually(() => runs.length === 1);
      await engine.wipe();
      await engine.publish([job]);
      await eventually(() => runs.length === 2);
      await drain(engine, 5_000);
    });

    it('goes on with the same workers after every connection broke', async () => {
      await engine.startWorkers(handlersWith({}), BRISK);
      const before = routing();
      await engine.publish([before]);
      await eventually(() => runs.some(({ id }) => id === before.id));
      await home.interrupt();
      const after = routing();
      await eventuallyDone(() => engine.publish([after]));
      await eventually(() => runs.some(({ id }) => id === after.id));
    });

    it('says so within 3 s when it is gone, also when it was never there', async () => {
      await engine.publish([routing()]);
      await home.kill();
      const never = openQueueEngine(
        kind === 'redis'
          ? { redisUrl: NOBODY_REDIS, databaseUrl: NOBODY_POSTGRES }
          : { databaseUrl: NOBODY_POSTGRES },
      );
      opened.push(never);
      for (const missing of [engine, never]) {
        const attempts = [
          missing.publish([routing()]),
          missing.ping(),
          missing.startWorkers(handlersWith({}), BRISK),
        ];
        const outcomes = Promise.allSettled(attempts);
        expect(await duration(outcomes)).toBeLessThan(3_000);
        expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      }
    });

    it('lets a running job finish before it closes', async () => {
      let finish: () => void = () => undefined;
      const asked = new Promise<void>((resolve) => (finish = resolve));
      let begun = false;
      await engine.startWorkers(
        handlersWith({ 'ticket.route': async () => ((begun = true), await asked, 'done') }),
        BRISK,
      );
      await engine.publish([routing()]);
      await eventually(() => begun);
      const closing = engine.close(10_000);
      finish();
      await closing;
      expect(runs.map(({ outcome }) => outcome)).toEqual(['done']);
    });

    it('closes within its deadline although the engine is gone and a job hangs', async () => {
      let begun = false;
      await engine.startWorkers(
        handlersWith({ 'ticket.route': () => ((begun = true), new Promise(() => undefined)) }),
        BRISK,
      );
      await engine.publish([routing()]);
      await eventually(() => begun);
      await home.kill();
      expect(await duration(engine.close(2_000))).toBeLessThan(2_500);
    });
  });
});
