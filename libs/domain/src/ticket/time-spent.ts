import { pausesUntil, workingTime } from '../sla';
import { MINUTE_MS } from '../time';
import type { Context } from './context';
import { promiseOf, type Ticket } from './ticket';

/** Pauses that hold up the work; the others wait for the enterprise's verdict or for another ticket. */
const HELD_UP: readonly string[] = ['need_info', 'suspended'];

/** Open minutes from the first dispatch until now, and how many of them the work was held up by a pause. */
export function timeSpent(
  ticket: Ticket,
  { now, calendar }: Context,
): Pick<Ticket, 'handlingMinutes' | 'pausedMinutes'> {
  const promise = promiseOf(ticket);
  if (promise === null) return { handlingMinutes: 0, pausedMinutes: 0 };
  const pauses = pausesUntil(promise, now);
  const worked = workingTime(calendar, promise.startedAt, now, pauses);
  const heldUp = pauses
    .filter(({ reason }) => HELD_UP.includes(reason))
    .reduce((sum, { from, to }) => sum + calendar.elapsed(from, to), 0);
  return {
    handlingMinutes: Math.floor((worked + heldUp) / MINUTE_MS),
    pausedMinutes: Math.floor(heldUp / MINUTE_MS),
  };
}
