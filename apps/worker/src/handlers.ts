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
      'clock.check': ({ ticketIds }) => this.checkAll(ticketIds),
      'notice.deliver': ({ messages }) => {
        const commands = messages.map(({ eventSeq, ...message }) => ({ ...message, seq: eventSeq }));
        return unlessRefused(() => this.deliverNotice.executeAll(commands));
      },
    };
  }

  /** One that fails does not keep the others from their turn; it is reported when all have had theirs. */
  private async checkAll(ticketIds: readonly string[]): Promise<JobOutcome> {
    const failures: unknown[] = [];
    for (const ticketId of ticketIds) {
      await unlessRefused(() => this.checkClocks.execute(ticketId)).catch((error: unknown) =>
        failures.push(error),
      );
    }
    if (failures.length > 0) throw failures[0];
    return 'done';
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
