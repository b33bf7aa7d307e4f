import type { Actor } from '../access';
import type { ChainOfResponsibility } from '../responsibility/chain-of-responsibility';
import type { Policy, WorkingCalendar } from '../sla';
import type { Instant } from '../time';

/** What a decision is told: who acts, when, on which calendar, under which policy, and who answers at each tier. */
export interface Context {
  readonly actor: Actor;
  /** For whom the actor acts when it takes somebody's place. */
  readonly onBehalfOfId?: string | null;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly policy: Policy;
  readonly chain: ChainOfResponsibility;
  /** A fresh id for a clock or an escalation. */
  readonly newId: () => string;
}
