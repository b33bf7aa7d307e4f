import { Injectable, Logger } from '@nestjs/common';
import {
  CheckClocks,
  DueTickets,
  JobPublisher,
  RealClock,
  Refused,
  RouteTicket,
  type DueTicket,
} from '@zhuqi/application';
import { jobToPublish, MAX_TICKETS_PER_CHECK } from '@zhuqi/messaging';

/** One look takes this many; the next follows at once while there is more. */
const MOST_AT_ONCE = 5_000;
/** A ticket still due this long after it was queued: the queue is late or has lost it. */
const QUEUE_IS_LATE_MS = 10_000;
const UNROUTED_AFTER_SECONDS = 30;

/** When a ticket was put into the queue, by the computer's time, and for which of its moments. */
interface Queued {
  readonly checkAt: number;
  readonly at: number;
}

/** Looks for what has become due. The queue spreads the work; when it refuses or is late, the sweep does it itself. */
@Injectable()
export class Sweep {
  private readonly log = new Logger('Sweep');
  private readonly queued = new Map<string, Queued>();
  private round = 0;

  constructor(
    private readonly tickets: DueTickets,
    private readonly publisher: JobPublisher,
    private readonly clock: RealClock,
    private readonly checkClocks: CheckClocks,
    private readonly routeTicket: RouteTicket,
  ) {}

  /** Answers how many tickets were newly found due. */
  async tick(): Promise<number> {
    const due = await this.tickets.due(MOST_AT_ONCE);
    const now = this.clock.now();
    this.forgetAllBut(due);
    const late = due.filter((ticket) => now - (this.known(ticket)?.at ?? now) > QUEUE_IS_LATE_MS);
    const fresh = due.filter((ticket) => this.known(ticket) === undefined);
    if (!(await this.queue(fresh, now))) await this.runHere(fresh);
    await this.runHere(late);
    await this.routeForgotten();
    return fresh.length;
  }

  private async queue(due: readonly DueTicket[], now: number): Promise<boolean> {
    this.round += 1;
    const jobs = [];
    for (let from = 0; from < due.length; from += MAX_TICKETS_PER_CHECK) {
      const ticketIds = due.slice(from, from + MAX_TICKETS_PER_CHECK).map(({ ticketId }) => ticketId);
      const id = `check-${String(now)}-${String(this.round)}-${String(from)}`;
      jobs.push(jobToPublish('clock.check', { ticketIds }, { id }));
    }
    try {
      if (jobs.length > 0) await this.publisher.publish(jobs);
      for (const { ticketId, checkAt } of due) this.queued.set(ticketId, { checkAt, at: now });
      return true;
    } catch (error) {
      this.log.warn(`queue refuses, checking ${String(due.length)} tickets here: ${String(error)}`);
      return false;
    }
  }

  /** One after the other, each in its own transaction; one that fails does not keep the others from their turn. */
  private async runHere(due: readonly DueTicket[]): Promise<void> {
    for (const { ticketId, checkAt } of due) {
      await this.attempt(ticketId, () => this.checkClocks.execute(ticketId));
      this.queued.set(ticketId, { checkAt, at: this.clock.now() }); // still due? Then its next turn comes later.
    }
  }

  private async routeForgotten(): Promise<void> {
    for (const ticketId of await this.tickets.unrouted(UNROUTED_AFTER_SECONDS, MAX_TICKETS_PER_CHECK)) {
      await this.attempt(ticketId, () => this.routeTicket.execute({ ticketId, outboxId: null }));
    }
  }

  private async attempt(ticketId: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refused))
        this.log.error(`ticket ${ticketId} could not be checked: ${String(error)}`);
    }
  }

  /** Queued for this very moment; the same ticket due again for a later one is a new finding. */
  private known({ ticketId, checkAt }: DueTicket): Queued | undefined {
    const queued = this.queued.get(ticketId);
    return queued?.checkAt === checkAt ? queued : undefined;
  }

  /** What is no longer due has been done. */
  private forgetAllBut(due: readonly DueTicket[]): void {
    const still = new Set(due.map(({ ticketId }) => ticketId));
    for (const id of this.queued.keys()) if (!still.has(id)) this.queued.delete(id);
  }
}
