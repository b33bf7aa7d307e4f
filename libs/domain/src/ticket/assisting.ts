import { outstanding, type Assist } from './assist';
import { alter, record, type Change } from './change';
import { stopClockOf, withClock } from './clockwork';
import type { Context } from './context';
import { added } from './added';
import type { Ticket } from './ticket';
import { workingDaysUntil } from './days';
import type { Day } from '../time';

export interface AssistOrder {
  readonly unitId: string;
  readonly question: string | null;
  /** Own due day of the opinion; the policy's allowance without one. */
  readonly dueOn: Day | null;
}

/** One more unit is asked for its opinion, with a clock of its own; it may read the ticket from now on. */
export function ask(ticket: Ticket, { unitId, question, dueOn }: AssistOrder, ctx: Context): Ticket {
  const subject = { kind: 'assist', tier: ticket.tier, unitId, personId: null } as const;
  const days = dueOn === null ? 0 : workingDaysUntil(dueOn, ctx);
  const own = days === 0 ? {} : { allowance: { unit: 'workingDays', count: days } as const };
  const clocked = withClock(ticket, { ...subject, ...own }, ctx);
  const started = clocked.clocks.length > ticket.clocks.length ? clocked.clocks.at(-1) : undefined;
  const assist: Assist = {
    ordinal: ticket.assists.length + 1,
    unitId,
    round: ticket.round,
    state: 'asked',
    question,
    clockId: started?.id ?? null,
    askedAt: ctx.now,
    askedById: ctx.actor.id,
    ...{ endedAt: null, endedById: null, opinion: null, releaseReason: null },
  };
  return {
    ...clocked,
    assists: [...ticket.assists, assist],
    assistUnitIds: added(ticket.assistUnitIds, unitId),
    heldUnitIds: added(ticket.heldUnitIds, unitId),
  };
}

/** How an assist ends. */
export type AssistEnd =
  | { readonly state: 'given'; readonly opinion: string }
  | { readonly state: 'released'; readonly releaseReason: string | null };

/** The outstanding assist of a unit ends, and its clock stays on record. */
export function end(ticket: Ticket, unitId: string, how: AssistEnd, ctx: Context): Ticket {
  const open = outstanding(ticket.assists).find((assist) => assist.unitId === unitId);
  if (open === undefined) return ticket;
  const ended = { ...how, endedAt: ctx.now, endedById: ctx.actor.id };
  const assists = ticket.assists.map((assist) => (assist === open ? { ...assist, ...ended } : assist));
  return { ...stopClockOf(ticket, open.clockId, ctx), assists };
}

/** The unit that becomes the lead no longer assists. */
export function leadNow(ticket: Ticket, unitId: string | null, ctx: Context): Ticket {
  if (unitId === null || !ticket.assistUnitIds.includes(unitId)) return ticket;
  const released = end(ticket, unitId, { state: 'released', releaseReason: null }, ctx);
  return { ...released, assistUnitIds: ticket.assistUnitIds.filter((id) => id !== unitId) };
}

/**
 * A dispatch says who assists from now on: who is left out is released, who is new is asked, each by an event of its
 * own. Who has given its opinion in this round is not asked again.
 */
export function assignAssistants(given: Change, unitIds: readonly string[], ctx: Context): Change {
  const { assists, round } = given.ticket;
  const waiting = outstanding(assists).map(({ unitId }) => unitId);
  const heard = assists.filter((each) => each.state === 'given' && each.round === round);
  const known = [...waiting, ...heard.map(({ unitId }) => unitId)];
  const released = waiting
    .filter((id) => !unitIds.includes(id))
    .reduce((change, unitId) => letGo(change, unitId, ctx), given);
  const asked = unitIds
    .filter((id) => !known.includes(id))
    .reduce((change, unitId) => bringIn(change, unitId, ctx), released);
  return alter(asked, { assistUnitIds: unitIds });
}

const bringIn = (change: Change, unitId: string, ctx: Context): Change =>
  record(
    alter(change, ask(change.ticket, { unitId, question: null, dueOn: null }, ctx)),
    ctx,
    'assistAsked',
    {
      data: { unitId, personId: null },
    },
  );

const letGo = (change: Change, unitId: string, ctx: Context): Change =>
  record(
    alter(change, end(change.ticket, unitId, { state: 'released', releaseReason: null }, ctx)),
    ctx,
    'assistReleased',
    { data: { unitId, personId: null } },
  );

/** The ticket is at an end: nobody's opinion is waited for any more. */
export const releaseAll = (ticket: Ticket, ctx: Context): Ticket =>
  outstanding(ticket.assists).reduce(
    (next, { unitId }) => end(next, unitId, { state: 'released', releaseReason: null }, ctx),
    ticket,
  );
