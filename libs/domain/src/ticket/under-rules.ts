import {
  allowanceFor,
  rescheduleClock,
  type Allowance,
  type NewTerms,
  type Policy,
  type WorkingCalendar,
} from '../sla';
import { SYSTEM } from '../access';
import type { Instant } from '../time';
import { isOneOf } from './axes';
import { alter, record, unchanged, type Change } from './change';
import { clockShifts } from './clock-shifts';
import type { Context } from './context';
import { settle } from './settle';
import type { Ticket, TicketClock } from './ticket';
import { dayKept, rulingKept, waitKept } from './waits-under-rules';

/** What a ticket has been counted under so far. */
export interface RulesSoFar {
  readonly calendar: WorkingCalendar;
  /** Null before anything was promised. */
  readonly policy: Policy | null;
}

/** At an end: what was counted stays as it was counted, whatever the rules become. */
const SETTLED = ['closed', 'rejected', 'withdrawn'] as const;

/** Whether a change of rules concerns the ticket: everything that is not at an end, what is merged included. */
export const followsRules = ({ status }: Pick<Ticket, 'status'>): boolean => !isOneOf(SETTLED, status);

/**
 * The ticket brought under the calendar and policy of the context: every live clock, item, follow-up, ruling and wait is
 * worked out anew with what had been granted, paused and used. What has been told is not told again, what has happened
 * stays happened. When a due time moved or became certain, one event says from when to when.
 */
export function bringUnderRules(
  ticket: Ticket,
  sofar: RulesSoFar,
  to: { readonly ctx: Context; readonly calendarVersion: number },
): Change {
  const ctx: Context = { ...to.ctx, actor: SYSTEM };
  const clocks = ticket.clocks.map((clock) =>
    onVersion(revised(clock, ticket, sofar, ctx), to.calendarVersion),
  );
  const policyVersion = ticket.policyVersion === null ? null : ctx.policy.version;
  const waits = { before: sofar.calendar, after: ctx.calendar, policy: sofar.policy, now: ctx.now };
  const change = alter(unchanged(ticket), {
    ...{ clocks, policyVersion, calendarVersion: to.calendarVersion },
    items: ticket.items.map((item) => dayKept(item, ctx.calendar)),
    followUps: ticket.followUps.map((followUp) => dayKept(followUp, ctx.calendar)),
    requests: ticket.requests.map((request) => rulingKept(request, waits)),
    wakeAt: waitKept(ticket, waits),
  });
  return settle(told(ticket, change, sofar.calendar, ctx), ctx);
}

/** What has stopped was counted as it was counted. */
const onVersion = (clock: TicketClock, calendarVersion: number): TicketClock =>
  clock.state === 'stopped' || clock.calendarVersion === calendarVersion
    ? clock
    : { ...clock, calendarVersion };

function revised(
  clock: TicketClock,
  ticket: Ticket,
  { calendar, policy }: RulesSoFar,
  ctx: Context,
): TicketClock {
  const terms = policy === null ? null : newTerms(clock, ticket, policy, ctx.policy);
  const moved = rescheduleClock(clock, {
    before: calendar,
    after: ctx.calendar,
    ...(terms === null ? {} : { terms }),
  });
  return moved === clock ? clock : { ...clock, ...moved, ...marksAfter(clock, moved, ctx.now) };
}

/** What a later policy grants a clock instead; null for a due time that was set by hand, and when nothing changes. */
function newTerms(clock: TicketClock, ticket: Ticket, old: Policy, now: Policy): NewTerms | null {
  if (old.version === now.version) return null;
  const subject = {
    severity: ticket.severity,
    urgency: ticket.urgency,
    tier: clock.tier ?? ticket.tier ?? 1,
  };
  const [was, is] = [allowanceFor(old, clock.kind, subject), allowanceFor(now, clock.kind, subject)];
  if (was === null || is === null || !sameAllowance(was, clock.allowance)) return null;
  return { allowance: is, policyVersion: now.version, lamp: now.lamp };
}

const sameAllowance = (a: Allowance, b: Allowance): boolean =>
  a.unit === b.unit && (a.unit === 'sameDay' || (b.unit !== 'sameDay' && a.count === b.count));

/** A lamp goes back with its due time; that it has been told once is remembered, so that nobody is told twice. */
function marksAfter(
  before: TicketClock,
  { dueAt, warnAt }: Pick<TicketClock, 'dueAt' | 'warnAt'>,
  now: Instant,
): Pick<TicketClock, 'warned' | 'lapsed' | 'hushed'> {
  const lapsed = before.lapsed && dueAt <= now;
  const warned = lapsed || (before.warned && warnAt !== null && warnAt <= now);
  const announced = before.lapsed ? 'red' : before.warned ? 'yellow' : 'none';
  return { lapsed, warned, hushed: announced === 'none' ? before.hushed : louder(announced, before.hushed) };
}

const louder = (a: TicketClock['hushed'], b: TicketClock['hushed']): TicketClock['hushed'] =>
  a === 'red' || b === 'red' ? 'red' : a;

/** The event, where there is something to say: which clocks moved, from when to when, and which became certain. */
function told(before: Ticket, change: Change, calendar: WorkingCalendar, ctx: Context): Change {
  const shifts = clockShifts(before, change.ticket, { now: ctx.now, before: calendar, after: ctx.calendar });
  const moved = shifts.filter(({ dueBefore, dueAfter }) => dueBefore !== dueAfter);
  const confirmed = shifts.filter(({ old, clock }) => old.provisional && !clock.provisional);
  if (moved.length === 0 && confirmed.length === 0) return change;
  const { calendarVersion, policyVersion } = change.ticket;
  const promise = moved.find(({ clock }) => clock.kind === 'resolve');
  return record(change, ctx, 'rescheduled', {
    data: {
      ...{ fromCalendarVersion: before.calendarVersion, calendarVersion },
      ...(before.policyVersion === policyVersion
        ? {}
        : { fromPolicyVersion: before.policyVersion, policyVersion }),
      clockIds: moved.map(({ clock }) => clock.id),
      kinds: moved.map(({ clock }) => clock.kind),
      before: moved.map(({ dueBefore }) => isoOf(dueBefore)),
      after: moved.map(({ dueAfter }) => isoOf(dueAfter)),
      confirmed: confirmed.map(({ clock }) => clock.id),
      promise: promise !== undefined,
      ...(promise === undefined ? {} : { dueAt: promise.clock.dueAt }),
    },
  });
}

const isoOf = (at: Instant): string => new Date(at).toISOString();
