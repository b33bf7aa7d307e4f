import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { DueTickets, type DueTicket } from '@zhuqi/application';
import { Checks } from './checks';
import { everyPage } from './every-page';
import { ForgottenRoutes } from './forgotten-routes';
import { StormBrake } from './storm-brake';
import { Turn } from './turn';

/** Tickets read by one statement. */
const PAGE = 5_000;
/** Tickets the sweep checks itself before it looks again for what has become due meanwhile. */
const MOST_HERE = 500;

/** Looks for what has become due. The queue spreads the work; when it refuses or is late, the sweep does it itself. */
@Injectable()
export class Sweep implements BeforeApplicationShutdown {
  constructor(
    private readonly tickets: DueTickets,
    private readonly turn: Turn,
    private readonly brake: StormBrake,
    private readonly checks: Checks,
    private readonly forgotten: ForgottenRoutes,
  ) {}

  /**
   * Answers how many tickets it found something to do for, so that it is asked again at once; 0 while another worker
   * sweeps, and while the storm brake holds. On the signal it stops after the ticket in hand.
   */
  async tick(signal?: AbortSignal): Promise<number> {
    const turn = await this.turn.take();
    if (turn === null) {
      this.checks.keepOnly([]);
      return 0;
    }
    const due = await everyPage((after: DueTicket | null) => this.tickets.due(PAGE, after), PAGE, signal);
    if (signal?.aborted === true) return 0;
    this.checks.keepOnly(due);
    const late = due.filter(this.checks.isLate);
    const fresh = await this.brake.let(due.filter(this.checks.isFresh), turn);
    await this.turn.looked();
    const refused = await this.checks.queue(fresh.now);
    await this.checkHere([...refused, ...late].slice(0, MOST_HERE), signal);
    await this.forgotten.route(() => this.turn.goesOn(), signal);
    return fresh.holds ? 0 : fresh.now.length + late.length;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.turn.giveUp().catch(() => undefined); // without a database the lease runs out by itself
  }

  private async checkHere(due: readonly DueTicket[], signal?: AbortSignal): Promise<void> {
    for (const ticket of due) {
      if (signal?.aborted === true || !(await this.turn.goesOn())) return;
      await this.checks.here(ticket);
    }
  }
}
