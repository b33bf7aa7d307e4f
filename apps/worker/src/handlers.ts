import { Injectable } from '@nestjs/common';
import { CheckClocks, DeliverNotice, Refused, RouteTicket } from '@zhuqi/application';
import type { JobHandlers, JobOutcome } from '@zhuqi/messaging';

/** Jobs → use cases. A refusal means that the world has moved on: there is nothing to repeat. */
@Injectable()
export class Handlers {
  constructor(
    private readonly routeTicket: RouteTicket,
    private readonly checkClocks: CheckClocks,
    private readonly deliverNotice: DeliverNotice,
  ) {}

  table(): JobHandlers {
    return {
      'ticket.route': (job) => unlessRefused(() => this.routeTicket.execute(job)),
      'clock.check': async ({ ticketIds }) => {
        for (const ticketId of ticketIds) await unlessRefused(() => this.checkClocks.execute(ticketId));
        return 'done';
      },
      'notice.deliver': ({ outboxId, ticketId, eventSeq }) =>
        unlessRefused(() => this.deliverNotice.execute({ outboxId, ticketId, seq: eventSeq })),
    };
  }
}

async function unlessRefused(work: () => Promise<unknown>): Promise<JobOutcome> {
  try {
    return (await work()) === 'no_longer_applicable' ? 'no_longer_applicable' : 'done';
  } catch (error) {
    if (error instanceof Refused) return 'no_longer_applicable';
    throw error;
  }
}
