import {
  clockLamp,
  dueAtIfResumed,
  MINUTE_MS,
  pausedMs,
  type Instant,
  type TicketClock,
  type WorkingCalendar,
} from '@zhuqi/domain';
import { isoOf } from '../edge/instant';
import type { ClockView } from './ticket.view';
import { isoOrNull } from './view-values';

/** A paused clock shows the due time it would have if it ran on now. */
export function clockView(clock: TicketClock, now: Instant, calendar: WorkingCalendar): ClockView {
  const view: ClockView = {
    id: clock.id,
    kind: clock.kind,
    round: clock.round,
    lamp: clockLamp(clock, now),
    state: clock.state,
    startedAt: isoOf(clock.startedAt),
    stoppedAt: isoOrNull(clock.stoppedAt),
    dueAt: isoOf(dueAtIfResumed(clock, now, calendar)),
    originalDueAt: isoOf(clock.originalDueAt),
    pausedMinutes: Math.floor(pausedMs(clock, now, calendar) / MINUTE_MS),
    provisional: clock.provisional,
    policyVersion: clock.policyVersion,
  };
  if (clock.tier !== null) view.tier = clock.tier;
  return view;
}
