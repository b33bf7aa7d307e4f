import { JobPublisher, Outbox, type JobToPublish, type LeasedMessage } from '@zhuqi/application';
import { MAX_NOTICES_PER_DELIVERY, type JobPayload } from '@zhuqi/messaging';
import { Relay } from './relay';

const uuid = (n: number): string => `01989f2e-7c1a-7000-8000-${String(n).padStart(12, '0')}`;
const message = (n: number, over: Partial<LeasedMessage> = {}): LeasedMessage => ({
  ...{ id: uuid(n), ticketId: uuid(n % 7), seq: n + 1, job: 'notice.deliver', attempts: 1 },
  ...over,
});

/** Hands out what waits, once, and remembers what was sent. */
class Box extends Outbox {
  sent: readonly string[] = [];
  constructor(private waiting: readonly LeasedMessage[]) {
    super();
  }
  async lease(): Promise<readonly LeasedMessage[]> {
    const leased = this.waiting;
    this.waiting = [];
    return leased;
  }
  async markSent(ids: readonly string[]): Promise<void> {
    this.sent = ids;
  }
  async backlog(): Promise<{ waiting: number; oldestSeconds: number }> {
    return { waiting: this.waiting.length, oldestSeconds: 0 };
  }
  async prune(): Promise<number> {
    return 0;
  }
}

class Queue extends JobPublisher {
  readonly jobs: JobToPublish[] = [];
  async publish(jobs: readonly JobToPublish[]): Promise<void> {
    this.jobs.push(...jobs);
  }
}

async function relayed(...messages: readonly LeasedMessage[]) {
  const [box, queue] = [new Box(messages), new Queue()];
  const sent = await new Relay(box, queue).tick();
  const deliveries = queue.jobs
    .filter(({ name }) => name === 'notice.deliver')
    .map(({ payload }) => (payload as JobPayload<'notice.deliver'>).messages);
  return { sent, jobs: queue.jobs, marked: box.sent, deliveries };
}

describe('the relay', () => {
  it('sends what has to be told in deliveries of a few dozen, those of one ticket together and in order', async () => {
    const messages = Array.from({ length: 120 }, (_, n) => message(n));
    const { sent, marked, deliveries } = await relayed(...messages);
    expect([sent, marked.length]).toEqual([120, 120]);
    expect(deliveries.map(({ length }) => length)).toEqual([
      MAX_NOTICES_PER_DELIVERY,
      MAX_NOTICES_PER_DELIVERY,
      20,
    ]);
    const order = deliveries
      .flat()
      .map(({ ticketId, eventSeq }) => `${ticketId} ${String(eventSeq).padStart(4, '0')}`);
    expect(order).toEqual(order.toSorted());
    expect(new Set(deliveries.flat().map(({ outboxId }) => outboxId)).size).toBe(120);
  });

  it('sends what has failed before alone, so that one poison does not hold others up again', async () => {
    const { deliveries } = await relayed(
      message(1),
      message(2, { attempts: 2 }),
      message(3),
      message(4, { attempts: 5 }),
    );
    expect(deliveries.map((each) => each.map(({ outboxId }) => outboxId))).toEqual([
      [uuid(1), uuid(3)],
      [uuid(2)],
      [uuid(4)],
    ]);
  });

  it('sends every routing as a job of its own, before what has to be told', async () => {
    const { jobs } = await relayed(
      message(1),
      message(2, { job: 'ticket.route' }),
      message(3, { job: 'ticket.route' }),
    );
    expect(jobs.map(({ name, id }) => [name, id])).toEqual([
      ['ticket.route', `route-${uuid(2)}-1`],
      ['ticket.route', `route-${uuid(3)}-1`],
      ['notice.deliver', `notice-${uuid(1)}-1`],
    ]);
  });

  it('gives a repeated sending another id', async () => {
    const [first] = (await relayed(message(1, { attempts: 2 }))).jobs;
    const [second] = (await relayed(message(1, { attempts: 3 }))).jobs;
    expect(first?.id).not.toBe(second?.id);
  });

  it('asks nobody when nothing waits', async () => {
    expect(await relayed()).toMatchObject({ sent: 0, jobs: [], marked: [] });
  });
});
