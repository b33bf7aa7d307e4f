import type { Matter } from '@zhuqi/domain';
import type { People, Time } from './people';
import type { Rules } from './rules';

/** What every ticket of a history is decided in: how late it is, the rules and the people of the district. */
export interface Model {
  readonly time: Time;
  readonly rules: Rules;
  readonly people: People;
  /** The same matters of several tickets, in the order in which they were made. */
  readonly matters: Matter[];
}
