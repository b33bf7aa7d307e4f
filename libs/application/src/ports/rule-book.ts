import type { Policy, WorkingCalendar } from '@zhuqi/domain';

/** A district's working calendar with the number of its version; a version never changes. */
export interface VersionedCalendar {
  readonly version: number;
  readonly calendar: WorkingCalendar;
}

/** The district's rules as data: its working calendar and the policy in force. */
export abstract class RuleBook {
  /** The calendar that holds today; may be a few seconds old. */
  abstract calendar(regionCode: string): Promise<VersionedCalendar>;

  /** One version of it: what a ticket's times are counted on. */
  abstract calendarVersion(regionCode: string, version: number): Promise<WorkingCalendar>;

  /** The policy in force at an instant; a ticket that is running keeps the version it began with. */
  abstract policy(regionCode: string, at: number): Promise<Policy>;

  abstract policyVersion(regionCode: string, version: number): Promise<Policy>;

  abstract rejectionGrounds(): Promise<readonly string[]>;

  abstract isCategory(code: string): Promise<boolean>;
}
