import type { CalendarAmendment, Instant, Policy } from '@zhuqi/domain';
import type { RulesTotals } from './rules-totals';

/** One change of a district's rules as it stands on record. */
export interface RuleRecord {
  readonly version: number;
  readonly reason: string;
  /** Null for the system and the command line. */
  readonly madeBy: { readonly id: string; readonly name: string } | null;
  /** Null for what a district was founded with. */
  readonly madeAt: Instant | null;
  readonly effects: RulesTotals | null;
}

export interface CalendarRecord extends RuleRecord {
  readonly amendment: CalendarAmendment | null;
}

export interface PolicyRecord extends RuleRecord {
  readonly policy: Policy;
  readonly rebases: boolean;
}

/** The trail of a district's rules, the latest first. */
export abstract class RuleHistory {
  abstract calendars(regionCode: string): Promise<readonly CalendarRecord[]>;
  abstract policies(regionCode: string): Promise<readonly PolicyRecord[]>;
}
