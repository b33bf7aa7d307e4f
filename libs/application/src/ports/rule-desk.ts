import type { CalendarAmendment, DistrictCalendar, Instant, Policy } from '@zhuqi/domain';
import type { RulesTotals } from '../rules/rules-totals';

/** The latest version of a district's calendar. */
export interface CalendarEdition {
  readonly version: number;
  readonly district: DistrictCalendar;
}

/** Why and by whom a rule was changed, and what that did when it was done. */
export interface RuleTrail {
  readonly reason: string;
  /** Null for the system and the command line. */
  readonly madeById: string | null;
  readonly madeAt: Instant;
  readonly effects: RulesTotals | null;
}

export interface NewCalendar extends CalendarEdition, RuleTrail {
  readonly regionCode: string;
  readonly amendment: CalendarAmendment;
}

export interface NewPolicy extends RuleTrail {
  readonly regionCode: string;
  readonly policy: Policy;
  /** Running tickets of earlier versions are brought under it when its day comes. */
  readonly rebases: boolean;
}

/** Writes the rules of a district; one change of a district at a time. */
export abstract class RuleDesk {
  /** Waits for a change of the same district that is under way. Null when the region keeps no calendar. */
  abstract lockCalendar(regionCode: string): Promise<CalendarEdition | null>;

  abstract writeCalendar(calendar: NewCalendar): Promise<void>;

  /** Every policy of a district in the order of its version; waits like `lockCalendar`. */
  abstract lockPolicies(regionCode: string): Promise<readonly Policy[]>;

  abstract writePolicy(policy: NewPolicy): Promise<void>;

  /** The regions that keep a calendar. */
  abstract regions(): Promise<readonly string[]>;
}
