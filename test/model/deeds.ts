import type { Desk } from './commands';
import type { Dice } from './dice';
import { changeCalendar } from './calendar-changes';
import { handOverPosts } from './handing-over';
import { manageMatters } from './matters';
import { changePolicy } from './policy-changes';
import { manageTaskForces } from './task-forces';

/** What happens beside the commands on one ticket. */
export const DEEDS = {
  calendar: changeCalendar,
  policy: changePolicy,
  handover: handOverPosts,
  matter: manageMatters,
  taskForce: manageTaskForces,
} as const satisfies Record<string, (desk: Desk, dice: Dice) => Promise<void>>;
export type Deed = keyof typeof DEEDS;

/** What each of them can lead to, as it is counted. */
export const DEED_NAMES = [
  ...['tryCalendar', 'changeCalendar', 'tryPolicy', 'changePolicy'],
  ...['makeMatter', 'addToMatter', 'removeFromMatter', 'dissolveMatter', 'answerMatter'],
  ...['foundTaskForce', 'changeTaskForce', 'dissolveTaskForce'],
  ...['tryHandover', 'handOver', 'cancelHandover', 'carryOutHandover'],
] as const;
