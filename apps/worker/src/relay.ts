import { Injectable } from '@nestjs/common';
import { JobPublisher, Outbox, type JobToPublish, type LeasedMessage } from '@zhuqi/application';
import { jobToPublish } from '@zhuqi/messaging';

const BATCH = 200;
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

  /** Sends one batch; answers how many, so that the caller can go on at once while there is more. */
  async tick(): Promise<number> {
    const messages = await this.outbox.lease(BATCH, LEASE_MS);
    if (messages.length === 0) return 0;
    await this.publisher.publish(messages.map(jobOf));
    await this.outbox.markSent(
      messages.map(({ id }) => id),
      RESEND_AFTER_MS,
    );
    return messages.length;
  }
}

/** A repeated sending gets an id of its own: the first one may sit finished or failed in the queue's memory. */
function jobOf(message: LeasedMessage): JobToPublish {
  const { id: outboxId, ticketId, seq: eventSeq, attempts } = message;
  const id = `${message.job === 'ticket.route' ? 'route' : 'notice'}-${outboxId}-${String(attempts)}`;
  return message.job === 'ticket.route'
    ? jobToPublish('ticket.route', { outboxId, ticketId }, { id })
    : jobToPublish('notice.deliver', { outboxId, ticketId, eventSeq }, { id });
}
