import { Injectable, Logger } from '@nestjs/common';
import { DueTickets, RealClock, Refused, RouteTicket } from '@zhuqi/application';
import { BackOff } from './back-off';
import { everyPage } from './every-page';

const PAGE = 5_000;
const MOST_AT_ONCE = 500;
const UNROUTED_AFTER_SECONDS = 30;

/** Submitted tickets that the queue has not routed. */
@Injectable()
export class ForgottenRoutes {
  private readonly log = new Logger('ForgottenRoutes');
  private readonly routing = new BackOff();

  constructor(
    private readonly tickets: DueTickets,
    private readonly clock: RealClock,
    private readonly routeTicket: RouteTicket,
  ) {}

  /** Routes them one after the other, as long as it may go on. */
  async route(goesOn: () => Promise<boolean>, signal?: AbortSignal): Promise<void> {
    const read = (after: string | null) => this.tickets.unrouted(UNROUTED_AFTER_SECONDS, PAGE, after);
    const found = await everyPage(read, PAGE, signal);
    this.routing.keepOnly(new Set(found));
    const now = this.clock.now();
    for (const ticketId of found.filter((id) => this.routing.mayTry(id, now)).slice(0, MOST_AT_ONCE)) {
      if (signal?.aborted === true || !(await goesOn())) return;
      await this.attempt(ticketId);
    }
  }

  private async attempt(ticketId: string): Promise<void> {
    try {
      await this.routeTicket.execute({ ticketId, outboxId: null });
      this.routing.succeeded(ticketId);
    } catch (error) {
      this.routing.failed(ticketId, this.clock.now());
      if (!(error instanceof Refused))
        this.log.error(`ticket ${ticketId} could not be processed: ${String(error)}`);
    }
  }
}
