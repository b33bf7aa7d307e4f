import { Injectable, Logger } from '@nestjs/common';
import { CheckClocks, JobPublisher, RealClock, Refused, type DueTicket } from '@zhuqi/application';
import { jobToPublish, MAX_TICKETS_PER_CHECK } from '@zhuqi/messaging';
import { BackOff } from './back-off';

/** Tickets queued by one statement. */
const PAGE = 5_000;
/** A ticket still due this long after it was queued: the queue is late or has lost it. */
const QUEUE_IS_LATE_MS = 10_000;

/** When a ticket was put into the queue, by the computer's time, and for which of its moments. */
interface Queued {
  readonly checkAt: number;
  readonly at: number;
}

/** The checks of due tickets: queued, and done here when the queue refuses them or is late. */
@Injectable()
export class Checks {
  private readonly log = new Logger('Checks');
  private readonly queued = new Map<string, Queued>();
  private readonly checking = new BackOff();
  private round = 0;

  constructor(
    private readonly publisher: JobPublisher,
    private readonly clock: RealClock,
    private readonly checkClocks: CheckClocks,
  ) {}

  /** What is no longer due has been done. */
  keepOnly(due: readonly DueTicket[]): void {
    const still = new Set(due.map(({ ticketId }) => ticketId));
    this.checking.keepOnly(still);
    for (const id of this.queued.keys()) if (!still.has(id)) this.queued.delete(id);
  }

  isFresh = (ticket: DueTicket): boolean => this.known(ticket) === undefined;

  isLate = (ticket: DueTicket): boolean => {
    const now = this.clock.now();
    const queuedAt = this.known(ticket)?.at ?? now;
    return now - queuedAt > QUEUE_IS_LATE_MS && this.checking.mayTry(ticket.ticketId, now);
  };

  /** Answers those the queue did not take. */
  async queue(due: readonly DueTicket[]): Promise<readonly DueTicket[]> {
    const now = this.clock.now();
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

  /** In its own transaction; one that fails does not keep the others from their turn. */
  async here({ ticketId, checkAt }: DueTicket): Promise<void> {
    try {
      await this.checkClocks.execute(ticketId);
      this.checking.succeeded(ticketId);
    } catch (error) {
      this.checking.failed(ticketId, this.clock.now());
      if (!(error instanceof Refused))
        this.log.error(`ticket ${ticketId} could not be processed: ${String(error)}`);
    }
    this.queued.set(ticketId, { checkAt, at: this.clock.now() }); // still due? Then its next turn comes later.
  }

  /** Queued for this very moment; the same ticket due again for a later one is a new finding. */
  private known({ ticketId, checkAt }: DueTicket): Queued | undefined {
    const queued = this.queued.get(ticketId);
    return queued?.checkAt === checkAt ? queued : undefined;
  }
}

/** Many small jobs keep every hand of every worker busy to the end; few large ones cost the queue less. */
const JOBS_WANTED = 48;
const FEWEST_PER_JOB = 10;

function checksOf(due: readonly DueTicket[], name: string) {
  const jobs = [];
  const size = Math.min(MAX_TICKETS_PER_CHECK, Math.max(FEWEST_PER_JOB, Math.ceil(due.length / JOBS_WANTED)));
  for (let from = 0; from < due.length; from += size) {
    const ticketIds = due.slice(from, from + size).map(({ ticketId }) => ticketId);
    jobs.push(jobToPublish('clock.check', { ticketIds }, { id: `${name}-${String(from)}` }));
  }
  return jobs;
}
