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
import { BackOff } from './back-off';
import { everyPage } from './every-page';

/** Tickets read, and queued, by one statement. */
const PAGE = 5_000;
/** Tickets the sweep checks, or routes, itself before it looks again for what has become due meanwhile. */
const MOST_HERE = 500;
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
  private readonly checking = new BackOff();
  private readonly routing = new BackOff();
  private round = 0;

  constructor(
    private readonly tickets: DueTickets,
    private readonly publisher: JobPublisher,
    private readonly clock: RealClock,
    private readonly checkClocks: CheckClocks,
    private readonly routeTicket: RouteTicket,
  ) {}

  /** Answers how many tickets it found something to do for; on the signal it stops after the ticket in hand. */
  async tick(signal?: AbortSignal): Promise<number> {
    const due = await everyPage((after: DueTicket | null) => this.tickets.due(PAGE, after), PAGE, signal);
    if (signal?.aborted === true) return 0;
    const now = this.clock.now();
    this.forgetAllBut(due);
    const late = due.filter((ticket) => this.isLate(ticket, now));
    const fresh = due.filter((ticket) => this.known(ticket) === undefined);
    const refused = await this.queue(fresh, now);
    await this.checkHere([...refused, ...late].slice(0, MOST_HERE), signal);
    await this.routeForgotten(signal);
    return fresh.length + late.length;
  }

  /** Answers those the queue did not take. */
  private async queue(due: readonly DueTicket[], now: number): Promise<readonly DueTicket[]> {
    this.round += 1;
    for (let from = 0; from < due.length; from += PAGE) {
      const page = due.slice(from, from + PAGE);
      try {
        await this.publisher.publish(
          checksOf(page, `check-${String(now)}-${String(this.round)}-${String(from)}`),
        );
      } catch (error) {
        const left = due.slice(from);
        this.log.warn(`queue refuses, checking ${String(left.length)} tickets here: ${String(error)}`);
        return left;
      }
      for (const { ticketId, checkAt } of page) this.queued.set(ticketId, { checkAt, at: now });
    }
    return [];
  }

  /** One after the other, each in its own transaction; one that fails does not keep the others from their turn. */
  private async checkHere(due: readonly DueTicket[], signal?: AbortSignal): Promise<void> {
    for (const { ticketId, checkAt } of due) {
      if (signal?.aborted === true) return;
      await this.attempt(this.checking, ticketId, () => this.checkClocks.execute(ticketId));
      this.queued.set(ticketId, { checkAt, at: this.clock.now() }); // still due? Then its next turn comes later.
    }
  }

  private async routeForgotten(signal?: AbortSignal): Promise<void> {
    const read = (after: string | null) => this.tickets.unrouted(UNROUTED_AFTER_SECONDS, PAGE, after);
    const found = await everyPage(read, PAGE, signal);
    this.routing.keepOnly(new Set(found));
    const now = this.clock.now();
    for (const ticketId of found.filter((id) => this.routing.mayTry(id, now)).slice(0, MOST_HERE)) {
      if (signal?.aborted === true) return;
      await this.attempt(this.routing, ticketId, () =>
        this.routeTicket.execute({ ticketId, outboxId: null }),
      );
    }
  }

  private async attempt(backOff: BackOff, ticketId: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      backOff.succeeded(ticketId);
    } catch (error) {
      backOff.failed(ticketId, this.clock.now());
      if (!(error instanceof Refused))
        this.log.error(`ticket ${ticketId} could not be processed: ${String(error)}`);
    }
  }

  private isLate(ticket: DueTicket, now: number): boolean {
    const queuedAt = this.known(ticket)?.at ?? now;
    return now - queuedAt > QUEUE_IS_LATE_MS && this.checking.mayTry(ticket.ticketId, now);
  }

  /** Queued for this very moment; the same ticket due again for a later one is a new finding. */
  private known({ ticketId, checkAt }: DueTicket): Queued | undefined {
    const queued = this.queued.get(ticketId);
    return queued?.checkAt === checkAt ? queued : undefined;
  }

  /** What is no longer due has been done. */
  private forgetAllBut(due: readonly DueTicket[]): void {
    const still = new Set(due.map(({ ticketId }) => ticketId));
    this.checking.keepOnly(still);
    for (const id of this.queued.keys()) if (!still.has(id)) this.queued.delete(id);
  }
}

function checksOf(due: readonly DueTicket[], name: string) {
  const jobs = [];
  for (let from = 0; from < due.length; from += MAX_TICKETS_PER_CHECK) {
    const ticketIds = due.slice(from, from + MAX_TICKETS_PER_CHECK).map(({ ticketId }) => ticketId);
    jobs.push(jobToPublish('clock.check', { ticketIds }, { id: `${name}-${String(from)}` }));
  }
  return jobs;
}
