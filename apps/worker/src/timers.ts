import { Inject, Injectable } from '@nestjs/common';
import { Outbox } from '@zhuqi/application';
import { BulletinRounds } from './bulletin-rounds';
import { DemoTime } from './demo-time';
import { FigureRounds } from './figure-rounds';
import { HandoverRounds } from './handover-rounds';
import { Relay, RELAY_BATCH } from './relay';
import { RuleSweep } from './rule-sweep';
import { Sweep } from './sweep';
import { WorkerSettings } from './worker-settings';

/** What runs when, in milliseconds between the end of one run and the start of the next. */
export interface Timer {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (signal: AbortSignal) => Promise<unknown>;
}

/** Everything the worker does by itself, one row each. */
export abstract class Timers {
  abstract all(): readonly Timer[];
}

/** A submitted ticket is routed while its submitter looks on; what has to be told gathers for a moment. */
const ROUTES_MS = 100;
const RELAY_MS = 500;
const HEARTBEAT_MS = 1_000;
const HANDOVERS_MS = 20_000;
const BULLETINS_MS = 20_000;
const FIGURES_MS = 5_000;
const PRUNE_MS = 3_600_000;
const KEEP_FINISHED_HOURS = 72;

/** What brings tickets on: messages out, and what has come due or under new rules. */
@Injectable()
export class TicketTimers extends Timers {
  constructor(
    private readonly relay: Relay,
    private readonly sweep: Sweep,
    private readonly ruleSweep: RuleSweep,
    @Inject(WorkerSettings) private readonly settings: WorkerSettings,
  ) {
    super();
  }

  all(): readonly Timer[] {
    const everyMs = this.settings.sweepSeconds * 1_000;
    return [
      {
        name: 'routes',
        everyMs: ROUTES_MS,
        run: (signal) => whileFull(() => this.relay.tick('routes'), signal),
      },
      { name: 'relay', everyMs: RELAY_MS, run: (signal) => whileFull(() => this.relay.tick(), signal) },
      { name: 'sweep', everyMs, run: (signal) => untilEmpty(() => this.sweep.tick(signal), signal) },
      { name: 'rules', everyMs, run: (signal) => this.ruleSweep.tick(signal) },
    ];
  }
}

/** What keeps the house: the demo's time, posts that change hands on their day, sums of figures, bulletins, finished messages. */
@Injectable()
export class HouseTimers extends Timers {
  constructor(
    private readonly outbox: Outbox,
    private readonly demo: DemoTime,
    private readonly handovers: HandoverRounds,
    private readonly figures: FigureRounds,
    private readonly bulletins: BulletinRounds,
  ) {
    super();
  }

  all(): readonly Timer[] {
    return [
      { name: 'heartbeat', everyMs: HEARTBEAT_MS, run: () => this.demo.beat() },
      { name: 'handovers', everyMs: HANDOVERS_MS, run: () => this.handovers.tick() },
      { name: 'bulletins', everyMs: BULLETINS_MS, run: (signal) => this.bulletins.tick(signal) },
      { name: 'figures', everyMs: FIGURES_MS, run: (signal) => this.figures.tick(signal) },
      { name: 'prune', everyMs: PRUNE_MS, run: () => this.outbox.prune(KEEP_FINISHED_HOURS) },
    ];
  }
}

/** A batch that was not full was the last: what trickles in meanwhile is worth waiting for. */
async function whileFull(tick: () => Promise<number>, signal: AbortSignal): Promise<void> {
  let sent = RELAY_BATCH;
  while (sent >= RELAY_BATCH && !signal.aborted) sent = await tick();
}

async function untilEmpty(tick: () => Promise<number>, signal: AbortSignal): Promise<void> {
  let found = 1;
  while (found > 0 && !signal.aborted) found = await tick();
}
