import { Metrics } from './metrics';

describe('the metrics', () => {
  it('count, time and name everything with the prefix, beside the figures of Node.js', async () => {
    const metrics = new Metrics();
    metrics
      .counter({ name: 'refusals_total', help: 'Refusals', labels: ['code'] })
      .inc({ code: 'ticket.stale' });
    metrics.histogram({ name: 'write_seconds', help: 'Writes' }, [0.1, 1]).observe(0.5);
    const text = await metrics.text();
    expect(text).toContain('zhuqi_refusals_total{code="ticket.stale"} 1');
    expect(text).toContain('zhuqi_write_seconds_bucket{le="1"} 1');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });

  it('read a gauge when they are asked', async () => {
    const metrics = new Metrics();
    let waiting = 1;
    metrics.observe({ name: 'queue_waiting', help: 'Waiting', labels: ['queue'] }, async () => [
      { labels: { queue: 'sweep' }, value: waiting },
    ]);
    expect(await metrics.text()).toContain('zhuqi_queue_waiting{queue="sweep"} 1');
    waiting = 7;
    expect(await metrics.text()).toContain('zhuqi_queue_waiting{queue="sweep"} 7');
  });

  it('leave out what cannot be read instead of showing the last value or nothing at all', async () => {
    const metrics = new Metrics();
    let answer: () => Promise<{ value: number }[]> = async () => [{ value: 3 }];
    metrics.observe({ name: 'outbox_waiting', help: 'Waiting' }, () => answer());
    metrics.counter({ name: 'still_here_total', help: 'Other' }).inc();
    expect(await metrics.text()).toContain('zhuqi_outbox_waiting 3');
    answer = () => Promise.reject(new Error('database is down'));
    const text = await metrics.text();
    expect(text).not.toMatch(/^zhuqi_outbox_waiting \d/m);
    expect(text).toContain('zhuqi_still_here_total 1');
  });
});
