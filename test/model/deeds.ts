import type { Desk } from './commands';
import type { Deed } from './deed-names';
import type { Dice } from './dice';
import { changeCalendar } from './calendar-changes';
import { handOverPosts } from './handing-over';
import { manageMatters } from './matters';
import { changePolicy } from './policy-changes';
import { manageTaskForces } from './task-forces';

/** How each deed is done, on both sides. */
export const DEEDS: Readonly<Record<Deed, (desk: Desk, dice: Dice) => Promise<void>>> = {
  calendar: changeCalendar,
  policy: changePolicy,
  handover: handOverPosts,
  matter: manageMatters,
  taskForce: manageTaskForces,
};
