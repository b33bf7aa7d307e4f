import {
  allowanceFor,
  extendClock,
  pauseClock,
  reopenClock,
  resumeClock,
  startClock,
  stopClock,
  type Allowance,
  type Clock,
  type ClockKind,
} from '../sla';
import type { Instant } from '../time';
import { CLOCK_EFFECT, type Tier } from './axes';
import type { Context } from './context';
import type { Ticket, TicketClock } from './ticket';

/** Clocks that run on their own account and are not part of the promise's pauses at an answer. */
const ENDED_BY_ANSWER: readonly ClockKind[] = ['claim', 'firstContact', 'reply', 'supervise', 'assist'];

export interface ClockSubject {
  readonly kind: ClockKind;
  readonly tier: Tier | null;
  readonly unitId: string | null;
  readonly personId: string | null;
  /** Overrides the policy, for a supervision with its own due day. */
  readonly allowance?: Allowance;
}

/** The ticket with one more clock running, or unchanged when the policy gives this clock no allowance. */
export function withClock(ticket: Ticket, subject: ClockSubject, ctx: Context): Ticket {
  const allowance =
    subject.allowance ??
    allowanceFor(ctx.policy, subject.kind, {
      severity: ticket.severity,
      urgency: ticket.urgency,
      tier: subject.tier ?? ticket.tier ?? 1,
    });
  if (allowance === null) return ticket;
  const clock = startClock(
    {
      id: ctx.newId(),
      kind: subject.kind,
      round: ticket.round,
      tier: subject.tier,
      unitId: subject.unitId,
      personId: subject.personId,
      allowance,
      policyVersion: ctx.policy.version,
      lamp: ctx.policy.lamp,
    },
    ctx.now,
    ctx.calendar,
  );
  // Where the clocks stand, a new one (a supervision while material is awaited) stands with them.
  const kept = CLOCK_EFFECT[ticket.status] === 'paused' ? pauseClock(clock, ctx.now, ticket.status) : clock;
  return {
    ...ticket,
    clocks: [
      ...ticket.clocks,
      {
        ...kept,
        ...{ warned: false, lapsed: false, hushed: 'none', fired: [] },
        calendarVersion: ticket.calendarVersion,
      },
    ],
  };
}

type Step = (clock: TicketClock) => TicketClock;

const mapClocks = (ticket: Ticket, step: Step): Ticket => ({ ...ticket, clocks: ticket.clocks.map(step) });

const isLive = (clock: TicketClock): boolean => clock.state === 'running' || clock.state === 'paused';

/** Stops one clock. */
export const stopClockOf = (ticket: Ticket, id: string | null, ctx: Context): Ticket =>
  mapClocks(ticket, (clock) =>
    isLive(clock) && clock.id === id ? { ...clock, ...stopClock(clock, ctx.now) } : clock,
  );

/** Stops the live clocks of these kinds. */
export function stopClocks(ticket: Ticket, kinds: readonly ClockKind[], ctx: Context): Ticket {
  return mapClocks(ticket, (clock) =>
    isLive(clock) && kinds.includes(clock.kind) ? { ...clock, ...stopClock(clock, ctx.now) } : clock,
  );
}

export const stopAllClocks = (ticket: Ticket, ctx: Context): Ticket =>
  mapClocks(ticket, (clock) => (isLive(clock) ? { ...clock, ...stopClock(clock, ctx.now) } : clock));

/** An answer ends what was owed to the enterprise and holds the promise and the leg until the verdict. */
export const holdForVerdict = (ticket: Ticket, ctx: Context): Ticket =>
  pauseClocks(stopClocks(ticket, ENDED_BY_ANSWER, ctx), 'answered', ctx);

export const pauseClocks = (ticket: Ticket, reason: string, ctx: Context): Ticket =>
  mapClocks(ticket, (clock) =>
    clock.state === 'running' ? { ...clock, ...pauseClock(clock, ctx.now, reason) } : clock,
  );

/** Resumes what was paused with what remained; a dispute grants at least the policy's minimum. */
export const resumeClocks = (ticket: Ticket, ctx: Context, minimum?: Allowance): Ticket =>
  mapClocks(ticket, (clock) =>
    clock.state === 'paused'
      ? announcedAfresh(clock, resumeClock(clock, ctx.now, ctx.calendar, minimum), ctx.now)
      : clock,
  );

/** Resumes only what was paused for this reason; a clock that stood for another before stands on. */
export const resumeAfter = (ticket: Ticket, reason: string, ctx: Context): Ticket =>
  mapClocks(ticket, (clock) =>
    clock.state === 'paused' && clock.pauses.at(-1)?.reason === reason
      ? announcedAfresh(clock, resumeClock(clock, ctx.now, ctx.calendar), ctx.now)
      : clock,
  );

/** Clocks that had stopped run on with what remained, at least the policy's minimum: never a full clock again. */
export const reopenClocks = (ticket: Ticket, ids: readonly (string | null)[], ctx: Context): Ticket =>
  mapClocks(ticket, (clock) =>
    ids.includes(clock.id)
      ? announcedAfresh(clock, reopenClock(clock, ctx.now, ctx.calendar, ctx.policy.reopenMinimum), ctx.now)
      : clock,
  );

/** A later due time was ruled for these clocks. */
export const extendClocks = (
  ticket: Ticket,
  ids: readonly (string | undefined)[],
  dueAt: Instant,
  ctx: Context,
): Ticket =>
  mapClocks(ticket, (clock) =>
    ids.includes(clock.id) ? announcedAfresh(clock, extendClock(clock, dueAt, ctx.calendar), ctx.now) : clock,
  );

/**
 * A due time that moved gets its lamps announced afresh; who is still late has been told. The same holds for the
 * policy's triggers: a new due time ahead has its own moments, one that has passed brings nothing about again.
 */
function announcedAfresh(before: TicketClock, after: Clock, now: Instant): TicketClock {
  const moved = before.dueAt !== after.dueAt;
  const lapsed = before.lapsed && after.dueAt <= now;
  const hushed = moved ? 'none' : before.hushed;
  const fired = moved && !lapsed ? [] : before.fired;
  return { ...before, ...after, warned: lapsed || (before.warned && !moved), lapsed, hushed, fired };
}
