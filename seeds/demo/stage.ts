import {
  CheckClocks,
  DeliverNotice,
  Directory,
  IdGenerator,
  MergeTickets,
  Outbox,
  RouteTicket,
  RuleBook,
  StoryDesk,
  SubmitTicket,
  TakeAction,
  TicketProcedure,
  TicketReader,
} from '@zhuqi/application';
import { Injectable } from '@nestjs/common';
import type { Instant, Ticket } from '@zhuqi/domain';
import { stableId } from '../stable-id';

const BATCH = 100;
const NO_WAIT_MS = 0;

/** Ids in the order of the telling, so that the demo is the same every time it is told. */
class StoryIds extends IdGenerator {
  private count = 0;

  constructor(private readonly real: IdGenerator) {
    super();
  }

  next(): string {
    this.count += 1;
    return stableId(`story:${String(this.count)}`);
  }

  digest(text: string): string {
    return this.real.digest(text);
  }
}

/** The ports a story is told through. */
@Injectable()
export class StagePorts {
  constructor(
    readonly desk: StoryDesk,
    readonly rules: RuleBook,
    readonly directory: Directory,
    readonly reader: TicketReader,
    readonly outbox: Outbox,
  ) {}
}

/** The use cases of production on a clock that the story moves. Nothing here writes around them. */
export class Stage {
  now: Instant = 0;
  readonly submit: SubmitTicket;
  readonly act: TakeAction;
  readonly merge: MergeTickets;
  private readonly route: RouteTicket;
  private readonly check: CheckClocks;
  private readonly deliver: DeliverNotice;

  constructor(
    private readonly ports: StagePorts,
    ids: IdGenerator,
  ) {
    const { desk, rules, directory, reader } = ports;
    const work = desk.workAt(() => this.now);
    const storyIds = new StoryIds(ids);
    const procedure = new TicketProcedure(rules, storyIds);
    this.submit = new SubmitTicket(work, rules, directory, storyIds);
    this.act = new TakeAction(work, procedure, directory, rules);
    this.merge = new MergeTickets(work, procedure, reader);
    this.route = new RouteTicket(work, procedure);
    this.check = new CheckClocks(work, procedure);
    this.deliver = new DeliverNotice(work, reader, directory, storyIds);
  }

  /** Lets everything happen that comes due by itself up to `until`, each at its own moment. */
  async passTime(until: Instant): Promise<void> {
    for (;;) {
      const due = await this.ports.desk.nextDue(until);
      if (due === null) break;
      this.now = Math.max(this.now, due.at);
      const effects = await this.check.execute(due.ticketId);
      if (effects === 0) throw new Error(`nothing came of what was due on ${due.ticketId}`);
      await this.settle();
    }
    this.now = until;
  }

  /** Does the work that events have set going: routing and notices. */
  async settle(): Promise<void> {
    for (;;) {
      const messages = await this.ports.outbox.lease(BATCH, NO_WAIT_MS, 'all');
      if (messages.length === 0) return;
      for (const { id: outboxId, ticketId, seq, job } of messages) {
        if (job === 'ticket.route') await this.route.execute({ outboxId, ticketId });
        else await this.deliver.execute({ outboxId, ticketId, seq });
      }
    }
  }

  async ticket(id: string): Promise<Ticket> {
    const found = await this.ports.reader.find(id);
    if (found === null) throw new Error(`no ticket ${id}`);
    return found.ticket;
  }
}
