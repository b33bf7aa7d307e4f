import { storedAllowance, rise } from '../ticket/actions/escalate';
import { supervised } from '../ticket/actions/remark';
import { alter, record, type Change, type EscalationCause } from '../ticket/change';
import type { Context } from '../ticket/context';
import type { TicketEvent } from '../ticket/events';
import type { TicketClock } from '../ticket/ticket';
import type { PendingTrigger } from '../ticket/triggers';
import { CLOCK_KIND_LABEL, type ClockKind, type TriggerEffect } from '../sla';

/** A trigger whose moment has come happens; its clock remembers it. One whose clock has stopped meanwhile is passed over. */
export function fire(change: Change, { clock, trigger, at }: PendingTrigger, ctx: Context): Change {
  const running = change.ticket.clocks.some(({ id, state }) => id === clock.id && state === 'running');
  if (!running) return change;
  const clocks = change.ticket.clocks.map((each) =>
    each.id === clock.id ? { ...each, fired: [...each.fired, trigger.code] } : each,
  );
  return EFFECTS[trigger.effect](alter(change, { clocks }), { clock, trigger, at }, ctx);
}

type Effect = (change: Change, due: PendingTrigger, ctx: Context) => Change;

const EFFECTS: Record<TriggerEffect, Effect> = {
  remind: (change, due, ctx) =>
    record(change, ctx, 'reminded', { data: { ...grounds(due), side: due.trigger.side } }),
  urge: (change, due, ctx) => record(change, ctx, 'urged', { data: grounds(due) }),
  supervise: (change, due, ctx) => underSupervision(change, due, ctx),
  escalate: (change, due, ctx) => {
    const cause = CAUSE[due.clock.kind];
    const risen = cause === undefined ? change : rise(change, cause, ctx, { values: valuesOf(due) });
    // At the top, or when it has risen from this tier for this cause before, it is supervised where it is.
    return risen === change ? underSupervision(change, due, ctx) : risen;
  },
};

const CAUSE: Partial<Record<ClockKind, EscalationCause>> = { leg: 'leg_overdue', claim: 'unclaimed' };

const valuesOf = ({ clock, trigger, at }: PendingTrigger): TicketEvent['data'] => ({
  trigger: trigger.code,
  ...(trigger.offset.count === 0 ? {} : { after: storedAllowance(trigger.offset) }),
  ...{ dueAt: clock.dueAt, reachedAt: at },
});

function underSupervision(change: Change, due: PendingTrigger, ctx: Context): Change {
  const when = due.trigger.side === 'before' ? '将至' : '已过';
  const text = `${CLOCK_KIND_LABEL[due.clock.kind]}时限${when}，现予督办，请尽快办理并反馈。`;
  const order = { type: 'supervised', text, data: grounds(due) } as const;
  const supervision = supervised(change.ticket, order, ctx);
  return { ...change, ticket: supervision.ticket, events: [...change.events, ...supervision.events] };
}

/** Which trigger, on which clock; whose it is, where that is not the holder. */
const grounds = ({ clock, trigger }: PendingTrigger): TicketEvent['data'] => ({
  ...ownerOf(clock),
  ...{ cause: trigger.code, clockId: clock.id, kind: clock.kind },
});

/** Clocks that are not the holder's own name whose they are, so that the right people are told. */
export const ownerOf = ({
  kind,
  unitId,
  personId,
}: TicketClock): { unitId?: string | null; personId?: string | null } =>
  kind === 'assist' ? { unitId, personId } : {};
