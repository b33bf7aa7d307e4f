import type { Instant, Outcome, Tier, TicketStatus } from '@zhuqi/domain';
import { laterBy, localTimeOf, WORKDAY_MINUTES } from './story-calendar';
import type { PlannedEnd, StoryAct, StoryActor, StoryInputs, StoryStep } from './story-types';

/** A story being written down: its time only moves forward, and every step is told at the time reached. */
export class Draft {
  readonly steps: StoryStep[] = [];
  tier: Tier | null = null;
  status: TicketStatus = 'submitted';
  round = 1;
  outcome: Outcome | null = null;

  constructor(public at: Instant) {}

  /** Lets working minutes pass. */
  pass(minutes: number): this {
    this.at = laterBy(this.at, minutes);
    return this;
  }

  /** Lets working days pass, fractions included. */
  passDays(days: number): this {
    return this.pass(Math.round(days * WORKDAY_MINUTES));
  }

  tell<A extends StoryAct>(act: A, by: StoryActor, input: StoryInputs[A]): this {
    // The union of steps is indexed by `act`; the compiler cannot see that a generic A picks one member.
    this.steps.push({ at: localTimeOf(this.at), act, by, input } as StoryStep);
    return this;
  }

  /** The ticket now stands with this tier and waits to be claimed. */
  arrivesAt(tier: Tier): this {
    this.tier = tier;
    this.status = 'dispatched';
    return this;
  }

  get end(): PlannedEnd {
    const { status, tier, round, outcome } = this;
    return { status, tier, round, outcome };
  }
}
