import type { ClockKind } from '../sla';
import type { Instant } from '../time';
import { promiseOf, type Ticket, type TicketClock } from './ticket';

/** What a change of rules does to one clock. */
export interface ClockEffect {
  readonly clockId: string;
  readonly kind: ClockKind;
  readonly dueBefore: Instant;
  readonly dueAfter: Instant;
  /** Late now where it was in time. */
  readonly becomesLate: boolean;
  readonly stopsBeingLate: boolean;
  /** Its due time now lies within the published days. */
  readonly confirmed: boolean;
}

/** Lamps whose telling would have been different under the new rules; what was told is not told again. */
export interface NoticeEffect {
  readonly clockId: string;
  readonly kind: ClockKind;
  readonly lamp: 'yellow' | 'red';
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
}

/** The difference between a ticket as it stands and as new rules would have it; null when there is none. */
export function rulesEffect(before: Ticket, after: Ticket, now: Instant): RulesEffect | null {
  const pairs = after.clocks.flatMap((clock, index) => {
    const old = before.clocks[index];
    return old === undefined || old === clock ? [] : [{ old, clock }];
  });
  const clocks = pairs.map(({ old, clock }) => clockEffect(old, clock, now)).filter(isEffect);
  const [riseBefore, riseAfter] = [before.escalateAt, after.escalateAt];
  if (clocks.length === 0 && riseBefore === riseAfter) return null;
  return {
    ticketId: before.id,
    number: before.number,
    clocks,
    notices: pairs.flatMap(({ old, clock }) => noticeEffects(old, clock, now)),
    ...{ riseBefore, riseAfter },
    risenEarly: roseOverdue(before) && (promiseOf(after)?.dueAt ?? now) > now,
  };
}

const clockEffect = (old: TicketClock, clock: TicketClock, now: Instant): ClockEffect => ({
  clockId: clock.id,
  kind: clock.kind,
  dueBefore: old.dueAt,
  dueAfter: clock.dueAt,
  becomesLate: isLate(clock, now) && !isLate(old, now),
  stopsBeingLate: isLate(old, now) && !isLate(clock, now),
  confirmed: old.provisional && !clock.provisional,
});

const isEffect = ({ dueBefore, dueAfter, confirmed }: ClockEffect): boolean =>
  dueBefore !== dueAfter || confirmed;

/** A clock that stands is as late as it was when it stopped standing still. */
const isLate = (clock: TicketClock, now: Instant): boolean =>
  clock.dueAt <= (clock.state === 'paused' ? (clock.pauses.at(-1)?.from ?? now) : now);

function noticeEffects(old: TicketClock, clock: TicketClock, now: Instant): NoticeEffect[] {
  if (clock.state !== 'running') return [];
  const of = { clockId: clock.id, kind: clock.kind };
  const lamps = [
    {
      lamp: 'yellow',
      told: old.warned || old.hushed !== 'none',
      would: (clock.warnAt ?? clock.dueAt) <= now,
    },
    { lamp: 'red', told: old.lapsed || old.hushed === 'red', would: clock.dueAt <= now },
  ] as const;
  return lamps
    .filter(({ told, would }) => told !== would)
    .map(({ lamp, told }) => ({ ...of, lamp, what: told ? 'early' : 'due' }));
}

const roseOverdue = ({ escalationKeys, round }: Ticket): boolean =>
  escalationKeys.some((key) => key.startsWith(`${String(round)}:`) && key.endsWith(':resolve_overdue'));
