import { Injectable } from '@nestjs/common';
import { JobPublisher, Outbox, type JobToPublish, type LeasedMessage } from '@zhuqi/application';
import { jobToPublish, MAX_NOTICES_PER_DELIVERY } from '@zhuqi/messaging';

/** Messages sent at a time; a full batch means that there may be more. */
export const RELAY_BATCH = 400;
/** A relay that dies in mid-flight delays its messages by this much. */
const LEASE_MS = 10_000;
/** Sent but not finished by its consumer after this long: sent again, then more and more rarely. */
const RESEND_AFTER_MS = 30_000;

/** Outbox → queues: lease, commit, send, mark. The consumer's own transaction finishes a message, not the send. */
@Injectable()
export class Relay {
  constructor(
    private readonly outbox: Outbox,
    private readonly publisher: JobPublisher,
  ) {}

  /** Sends one batch, of everything or of the routings only; answers how many. */
  async tick(what: 'routes' | 'all' = 'all'): Promise<number> {
    const messages = await this.outbox.lease(RELAY_BATCH, LEASE_MS, what);
    if (messages.length === 0) return 0;
    const notices = messages.filter(({ job }) => job === 'notice.deliver');
    const routes = messages.filter(({ job }) => job === 'ticket.route').map(routeOf);
    await this.publisher.publish([...routes, ...deliveriesOf(notices)]);
    await this.outbox.markSent(
      messages.map(({ id }) => id),
      RESEND_AFTER_MS,
    );
    return messages.length;
  }
}

// A repeated sending gets an id of its own: the first one may sit finished or failed in the queue's memory.
const routeOf = ({ id: outboxId, ticketId, attempts }: LeasedMessage): JobToPublish =>
  jobToPublish('ticket.route', { outboxId, ticketId }, { id: `route-${outboxId}-${String(attempts)}` });

/** Messages of one ticket stand together, so that it is read once. One that has failed before travels alone. */
function deliveriesOf(messages: readonly LeasedMessage[]): JobToPublish[] {
  const ordered = messages.toSorted((a, b) => compare(a.ticketId, b.ticketId) || a.seq - b.seq);
  const fresh = ordered.filter(({ attempts }) => attempts === 1);
  const again = ordered.filter(({ attempts }) => attempts > 1);
  return [...inChunks(fresh), ...again.map((message) => [message])].map(deliveryOf);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function inChunks(messages: readonly LeasedMessage[]): LeasedMessage[][] {
  const chunks: LeasedMessage[][] = [];
  for (let from = 0; from < messages.length; from += MAX_NOTICES_PER_DELIVERY)
    chunks.push(messages.slice(from, from + MAX_NOTICES_PER_DELIVERY));
  return chunks;
}

function deliveryOf(messages: readonly LeasedMessage[]): JobToPublish {
  const [first] = messages;
  const id = `notice-${first?.id ?? ''}-${String(first?.attempts ?? 0)}`;
  const payload = messages.map(({ id: outboxId, ticketId, seq: eventSeq }) => ({
    outboxId,
    ticketId,
    eventSeq,
  }));
  return jobToPublish('notice.deliver', { messages: payload }, { id });
}
