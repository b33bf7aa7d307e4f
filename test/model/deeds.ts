import type { Desk } from './commands';
import type { Dice } from './dice';
import { changeCalendar } from './calendar-changes';
import { changePolicy } from './policy-changes';

/** What happens beside the commands on one ticket. */
export const DEEDS = {
  calendar: changeCalendar,
  policy: changePolicy,
} as const satisfies Record<string, (desk: Desk, dice: Dice) => Promise<void>>;
export type Deed = keyof typeof DEEDS;

/** What each of them can lead to, as it is counted. */
export const DEED_NAMES = ['tryCalendar', 'changeCalendar', 'tryPolicy', 'changePolicy'] as const;
