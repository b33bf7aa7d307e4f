import type { QueueCounts } from '@zhuqi/messaging';
import { QueueWatch } from './queue-watch';

const STARTED = 1_000_000;
const LATER = STARTED + 61_000;

const sla = (waiting: number, active: number): QueueCounts[] => [
  { queue: 'sla', waiting, active, delayed: 0, failed: 0 },
];
const heard = (lastCanaryAt: number | null) => [{ queue: 'sla', lastCanaryAt }] as const;

describe('watching whether a queue is consumed', () => {
  let watch: QueueWatch;
  beforeEach(() => (watch = new QueueWatch(STARTED)));

  it('finds a queue silent a minute after its last canary, or after the start when none ever came', () => {
    expect(watch.silent(heard(LATER - 60_000), LATER)).toEqual([]);
    expect(watch.silent(heard(LATER - 60_001), LATER)).toEqual(['sla']);
    expect(watch.silent(heard(null), STARTED + 60_000)).toEqual([]);
    expect(watch.silent(heard(null), LATER)).toEqual(['sla']);
  });

  it('takes it for stopped only when jobs wait and none runs at two looks in a row', () => {
    expect(watch.stopped(['sla'], sla(3, 0))).toEqual([]);
    expect(watch.stopped(['sla'], sla(3, 1))).toEqual([]);
    expect(watch.stopped(['sla'], sla(3, 0))).toEqual([]);
    expect(watch.stopped(['sla'], sla(3, 0))).toEqual(['sla']);
  });

  it('leaves alone a busy queue and one with nothing to do, however silent', () => {
    for (const counts of [sla(5_000, 4), sla(5_000, 4), sla(0, 0), sla(0, 0)])
      expect(watch.stopped(['sla'], counts)).toEqual([]);
  });

  it('gives a restarted queue the whole minute again', () => {
    watch.stopped(['sla'], sla(1, 0));
    watch.restarted('sla', LATER);
    expect(watch.silent(heard(null), LATER + 60_000)).toEqual([]);
    expect(watch.stopped(['sla'], sla(1, 0))).toEqual([]);
  });
});
