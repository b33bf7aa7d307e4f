import type { Policy, WorkingCalendar } from '@zhuqi/domain';

/** The district's rules as data: its working calendar and the policy in force. */
export abstract class RuleBook {
  abstract calendar(regionCode: string): Promise<WorkingCalendar>;

  /** The policy in force at an instant; a ticket that is running keeps the version it began with. */
  abstract policy(regionCode: string, at: number): Promise<Policy>;

  abstract policyVersion(regionCode: string, version: number): Promise<Policy>;

  abstract rejectionGrounds(): Promise<readonly string[]>;

  abstract isCategory(code: string): Promise<boolean>;
}
