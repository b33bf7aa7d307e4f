import { Injectable, Logger } from '@nestjs/common';
import { CheckClocks, DueTickets, JobPublisher, RealClock, Refused, RouteTicket } from '@zhuqi/application';
import { jobToPublish, MAX_TICKETS_PER_CHECK } from '@zhuqi/messaging';

/** One look takes this many; the next follows at once while there is more. */
const MOST_AT_ONCE = 5_000;
/** A ticket still due this long after it was queued: the queue is late or has lost it. */
const QUEUE_IS_LATE_MS = 10_000;
const UNROUTED_AFTER_SECONDS = 30;

/** Looks for what has become due. The queue spreads the work; when it refuses or is late, the sweep does it itself. */
@Injectable()
export class Sweep {
  private readonly log = new Logger('Sweep');
  private readonly queuedAt = new Map<string, number>();
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
    this.forget(due);
    const late = due.filter((id) => now - (this.queuedAt.get(id) ?? now) > QUEUE_IS_LATE_MS);
    const fresh = due.filter((id) => !this.queuedAt.has(id));
    if (!(await this.queue(fresh, now))) await this.runHere(fresh);
    await this.runHere(late);
    await this.routeForgotten();
    return fresh.length;
  }

  private async queue(ids: readonly string[], now: number): Promise<boolean> {
    this.round += 1;
    const jobs = [];
    for (let from = 0; from < ids.length; from += MAX_TICKETS_PER_CHECK) {
      const ticketIds = ids.slice(from, from + MAX_TICKETS_PER_CHECK);
      const id = `check-${String(now)}-${String(this.round)}-${String(from)}`;
      jobs.push(jobToPublish('clock.check', { ticketIds }, { id }));
    }
    try {
      if (jobs.length > 0) await this.publisher.publish(jobs);
      for (const id of ids) this.queuedAt.set(id, now);
      return true;
    } catch (error) {
      this.log.warn(`queue refuses, checking ${String(ids.length)} tickets here: ${String(error)}`);
      return false;
    }
  }

  /** One after the other, each in its own transaction; one that fails does not keep the others from their turn. */
  private async runHere(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await this.attempt(id, () => this.checkClocks.execute(id));
      this.queuedAt.set(id, this.clock.now()); // if it is due all the same, its next turn comes later
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

  /** What is no longer due has been done. */
  private forget(due: readonly string[]): void {
    const still = new Set(due);
    for (const id of this.queuedAt.keys()) if (!still.has(id)) this.queuedAt.delete(id);
  }
}
