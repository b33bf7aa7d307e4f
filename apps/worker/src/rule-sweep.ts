import { Injectable, Logger } from '@nestjs/common';
import {
  CheckClocks,
  JobPublisher,
  RealClock,
  RunningTickets,
  type OutdatedTicket,
} from '@zhuqi/application';
import { jobToPublish, MAX_TICKETS_PER_CHECK } from '@zhuqi/messaging';
import { everyPage } from './every-page';
import { Turn } from './turn';

const PAGE = 5_000;
/** Still behind so long after it was queued: the queue is late or has lost it. */
const QUEUED_AGAIN_AFTER_MS = 30_000;

/** For which rules a ticket was queued, and when by the computer's time. */
interface Queued {
  readonly rules: string;
  readonly at: number;
}

/**
 * Brings running tickets under rules that have changed: finds those that lag behind and queues them for the same
 * check that does what is due, one worker at a time. A ticket somebody works on meanwhile has come under the new rules already.
 */
@Injectable()
export class RuleSweep {
  private readonly log = new Logger('RuleSweep');
  private readonly queued = new Map<string, Queued>();
  private round = 0;

  constructor(
    private readonly tickets: RunningTickets,
    private readonly publisher: JobPublisher,
    private readonly clock: RealClock,
    private readonly checkClocks: CheckClocks,
    private readonly turn: Turn,
  ) {}

  /** Answers how many tickets it queued, or worked out itself when the queue refused them. */
  async tick(signal?: AbortSignal): Promise<number> {
    if (!(await this.turn.goesOn())) return 0;
    const read = (after: OutdatedTicket | null) => this.tickets.outdated(PAGE, after);
    const found = await everyPage(read, PAGE, signal);
    const now = this.clock.now();
    const still = new Set(found.map(({ ticketId }) => ticketId));
    for (const id of this.queued.keys()) if (!still.has(id)) this.queued.delete(id);
    const wanted = found.filter((ticket) => this.isWanted(ticket, now));
    if (wanted.length === 0 || signal?.aborted === true) return 0;
    const ids = wanted.map(({ ticketId }) => ticketId);
    await this.publish(ids, now).catch((error: unknown) => this.checkHere(ids, error, signal));
    for (const { ticketId, rules } of wanted) this.queued.set(ticketId, { rules, at: now });
    return wanted.length;
  }

  /** Not queued for these rules yet, or so long ago that the queue is late. */
  private isWanted({ ticketId, rules }: OutdatedTicket, now: number): boolean {
    const queued = this.queued.get(ticketId);
    return queued?.rules !== rules || now - queued.at > QUEUED_AGAIN_AFTER_MS;
  }

  private async publish(ids: readonly string[], now: number): Promise<void> {
    this.round += 1;
    const jobs = [];
    for (let from = 0; from < ids.length; from += MAX_TICKETS_PER_CHECK) {
      const id = `rules-${String(now)}-${String(this.round)}-${String(from)}`;
      jobs.push(
        jobToPublish('clock.check', { ticketIds: ids.slice(from, from + MAX_TICKETS_PER_CHECK) }, { id }),
      );
    }
    await this.publisher.publish(jobs);
  }

  private async checkHere(ids: readonly string[], reason: unknown, signal?: AbortSignal): Promise<void> {
    this.log.warn(`queue refuses, working out ${String(ids.length)} tickets here: ${String(reason)}`);
    for (const id of ids) {
      if (signal?.aborted === true) return;
      await this.checkClocks
        .execute(id)
        .catch((error: unknown) => this.log.error(`ticket ${id} could not be worked out: ${String(error)}`));
    }
  }
}
