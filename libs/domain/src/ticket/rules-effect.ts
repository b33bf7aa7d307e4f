import { triggerMoment, triggersOf, type ClockKind, type WorkingCalendar } from '../sla';
import type { Instant } from '../time';
import { clockShifts, type ClockShift } from './clock-shifts';
import type { Context } from './context';
import { promiseOf, type Ticket, type TicketClock } from './ticket';
import { pendingTriggers } from './triggers';

/** What a change of rules does to one clock. */
export interface ClockEffect {
  readonly clockId: string;
  readonly kind: ClockKind;
  /** As the ticket shows them; those of a clock that stands move on until it runs again. */
  readonly dueBefore: Instant;
  readonly dueAfter: Instant;
  readonly paused: boolean;
  /** Late now where it was in time. */
  readonly becomesLate: boolean;
  readonly stopsBeingLate: boolean;
  /** Its due time now lies within the published days. */
  readonly confirmed: boolean;
}

/**
 * A lamp, or a trigger of the policy, whose telling would have been different under the new rules; what was told is
 * not told again.
 */
export interface NoticeEffect {
  readonly clockId: string;
  readonly kind: ClockKind;
  readonly lamp: 'yellow' | 'red' | null;
  /** Its code, where it is a trigger. */
  readonly trigger: string | null;
  /** `early`: told although it would not have been by now; `due`: not told so far and told at once. */
  readonly what: 'early' | 'due';
}

/** What a change of rules does to one ticket. */
export interface RulesEffect {
  readonly ticketId: string;
  readonly number: string;
  readonly clocks: readonly ClockEffect[];
  readonly notices: readonly NoticeEffect[];
  /** When it rises by itself: before and after; null when it does not. */
  readonly riseBefore: Instant | null;
  readonly riseAfter: Instant | null;
  /** It has risen for being overdue, and would not have by now: what has happened stays. */
  readonly risenEarly: boolean;
  /** It rises as soon as the change is applied. */
  readonly risesAtOnce: boolean;
}

/** The new rules, and when they are tried. */
type Rules = Pick<Context, 'now' | 'calendar' | 'policy'>;

/**
 * The difference between a ticket as it stands, counted on the calendar so far, and as new rules would have it; null
 * when there is none.
 */
export function rulesEffect(
  before: Ticket,
  after: Ticket,
  { sofar, ...rules }: Rules & { readonly sofar: WorkingCalendar },
): RulesEffect | null {
  const { now } = rules;
  const shifts = clockShifts(before, after, { now, before: sofar, after: rules.calendar });
  const clocks = shifts.map((shift) => clockEffect(shift, now)).filter(isEffect);
  const notices = shifts
    .filter(({ old, clock }) => old !== clock)
    .flatMap(({ old, clock }) => [...lampEffects(old, clock, now), ...triggerEffects(clock, after, rules)]);
  const [riseBefore, riseAfter] = [before.escalateAt, after.escalateAt];
  if (clocks.length + notices.length === 0 && riseBefore === riseAfter) return null;
  return {
    ticketId: before.id,
    number: before.number,
    ...{ clocks, notices },
    ...{ riseBefore, riseAfter },
    risesAtOnce: riseAfter !== null && riseAfter <= now && (riseBefore === null || riseBefore > now),
    risenEarly: roseOverdue(before) && (promiseOf(after)?.dueAt ?? now) > now,
  };
}

const clockEffect = ({ old, clock, dueBefore, dueAfter }: ClockShift, now: Instant): ClockEffect => ({
  clockId: clock.id,
  kind: clock.kind,
  ...{ dueBefore, dueAfter },
  paused: clock.state === 'paused',
  becomesLate: isLate(clock, now) && !isLate(old, now),
  stopsBeingLate: isLate(old, now) && !isLate(clock, now),
  confirmed: old.provisional && !clock.provisional,
});

const isEffect = ({ dueBefore, dueAfter, confirmed }: ClockEffect): boolean =>
  dueBefore !== dueAfter || confirmed;

/** A clock that stands is as late as it was when it stopped standing still. */
const isLate = (clock: TicketClock, now: Instant): boolean =>
  clock.dueAt <= (clock.state === 'paused' ? (clock.pauses.at(-1)?.from ?? now) : now);

function lampEffects(old: TicketClock, clock: TicketClock, now: Instant): NoticeEffect[] {
  if (clock.state !== 'running') return [];
  const of = { clockId: clock.id, kind: clock.kind, trigger: null };
  const late = clock.dueAt <= now;
  const lamps = [
    // Who is told that the time has passed is not told as well that it will.
    {
      lamp: 'yellow',
      told: isTold(old, 'yellow'),
      would: (clock.warnAt ?? clock.dueAt) <= now,
      alone: !late,
    },
    { lamp: 'red', told: isTold(old, 'red'), would: late, alone: true },
  ] as const;
  return lamps
    .filter(({ told, would, alone }) => told !== would && (told || alone))
    .map(({ lamp, told }) => ({ ...of, lamp, what: told ? 'early' : 'due' }));
}

const isTold = ({ warned, lapsed, hushed }: TicketClock, lamp: 'yellow' | 'red'): boolean =>
  lamp === 'red' ? lapsed || hushed === 'red' : warned || hushed !== 'none';

/** The policy's triggers: those that have happened and would not have by now, and those that happen at once. */
function triggerEffects(clock: TicketClock, ticket: Ticket, rules: Rules): NoticeEffect[] {
  if (clock.state !== 'running') return [];
  const of = { clockId: clock.id, kind: clock.kind, lamp: null };
  const early = triggersOf(rules.policy, clock.kind, ticket.severity).filter((trigger) => {
    const at = clock.fired.includes(trigger.code) ? triggerMoment(trigger, clock, rules.calendar) : null;
    return at !== null && at > rules.now;
  });
  const due = pendingTriggers(clock, ticket, rules).filter(({ at }) => at <= rules.now);
  return [
    ...early.map(({ code }): NoticeEffect => ({ ...of, trigger: code, what: 'early' })),
    ...due.map(({ trigger }): NoticeEffect => ({ ...of, trigger: trigger.code, what: 'due' })),
  ];
}

const roseOverdue = ({ escalationKeys, round }: Ticket): boolean =>
  escalationKeys.some((key) => key.startsWith(`${String(round)}:`) && key.endsWith(':resolve_overdue'));
