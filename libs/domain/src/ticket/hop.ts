import type { Holder } from '../responsibility/chain-of-responsibility';
import { leadNow } from './assisting';
import { added } from './added';
import { stopClocks, withClock } from './clockwork';
import type { Context } from './context';
import { newRound } from './round';
import { currentHolding, type Holding, type Ticket } from './ticket';

const FIRST_TIER_WITH_LEG = 2;
const PROMISED = ['firstContact', 'reply', 'resolve'] as const;

/**
 * Hands the ticket to a holder: the old hop ends, its claim and leg clocks stop and stay on record, the new hop
 * begins. The promise, first contact and reply start with the first hop and are never restarted by a later one.
 * The event that is recorded next is taken to be the one that hands it over.
 */
export function handOver(ticket: Ticket, holder: Holder, ctx: Context): Ticket {
  const first = ticket.dispatchedAt === null;
  const tierChanged = ticket.tier !== holder.tier;
  const held: Ticket = {
    ...leadNow(stopClocks(ticket, ['claim', 'leg'], ctx), holder.unitId, ctx),
    status: 'dispatched',
    resumeStatus: null,
    tier: holder.tier,
    tierSinceAt: tierChanged || ticket.tierSinceAt === null ? ctx.now : ticket.tierSinceAt,
    holderUnitId: holder.unitId,
    holderPersonId: holder.personId,
    heldUnitIds: added(ticket.heldUnitIds, holder.unitId),
    heldPersonIds: added(ticket.heldPersonIds, holder.personId),
    triageReason: null,
    collectedAt: ticket.collectedAt ?? ctx.now,
    dispatchedAt: ticket.dispatchedAt ?? ctx.now,
    dispatchCount: ticket.dispatchCount + 1,
    handDispatchCount: tierChanged ? 0 : ticket.handDispatchCount,
    policyVersion: ticket.policyVersion ?? ctx.policy.version,
    reportAsked: ticket.reportAsked && !tierChanged,
    rounds: first ? [newRound(ticket.round, 'dispatch', ctx.now)] : ticket.rounds,
  };
  const subject = { tier: holder.tier, unitId: holder.unitId, personId: holder.personId };
  const claiming = withClock(held, { kind: 'claim', ...subject }, ctx);
  const legged =
    holder.tier >= FIRST_TIER_WITH_LEG ? withClock(claiming, { kind: 'leg', ...subject }, ctx) : claiming;
  return withHop(first ? withPromise(legged, ctx) : legged, holder, ctx);
}

function withPromise(ticket: Ticket, ctx: Context): Ticket {
  const nobody = { tier: null, unitId: null, personId: null };
  // Who has already been spoken to is not owed a first contact: nothing could ever stop that clock.
  const owed =
    ticket.firstContactOnTime === null ? PROMISED : PROMISED.filter((kind) => kind !== 'firstContact');
  return owed.reduce((next, kind) => withClock(next, { kind, ...nobody }, ctx), ticket);
}

function withHop(ticket: Ticket, holder: Holder, ctx: Context): Ticket {
  const leg = ticket.clocks.findLast((clock) => clock.kind === 'leg' && clock.state === 'running');
  return beginHop(ticket, holder, leg?.id ?? null, ctx);
}

function beginHop(ticket: Ticket, holder: Holder, clockId: string | null, ctx: Context): Ticket {
  const hop: Holding = {
    ordinal: ticket.holdings.length + 1,
    seq: ticket.version + 1,
    tier: holder.tier,
    unitId: holder.unitId,
    personId: holder.personId,
    round: ticket.round,
    fromAt: ctx.now,
    toAt: null,
    clockId,
  };
  return { ...ticket, holdings: [...endHop(ticket, ctx).holdings, hop] };
}

/** After a reopening the last holder holds it again, on the clock of its own hop; while it was closed nobody did. */
export function holdAgain(ticket: Ticket, ctx: Context): Ticket {
  const last = ticket.holdings.at(-1);
  return last === undefined ? ticket : beginHop(ticket, last, last.clockId, ctx);
}

/**
 * Another holder goes on where the present one stands: a hop of its own on the same leg, and what is owed in person is
 * owed by the new one. Status, promise and a request that waits for its ruling stay as they are.
 */
export function passOn(ticket: Ticket, holder: Holder, ctx: Context): Ticket {
  const { tier, unitId, personId } = holder;
  const left = currentHolding(ticket);
  const given = beginHop(ticket, holder, left?.clockId ?? null, ctx);
  const hop = given.holdings.length;
  return {
    ...given,
    tier,
    tierSinceAt: tier === ticket.tier ? ticket.tierSinceAt : ctx.now,
    holderUnitId: unitId,
    holderPersonId: personId,
    heldUnitIds: added(ticket.heldUnitIds, unitId),
    heldPersonIds: added(ticket.heldPersonIds, personId),
    clocks: ticket.clocks.map((clock) =>
      clock.state !== 'stopped' && clock.personId !== null && clock.personId === ticket.holderPersonId
        ? { ...clock, unitId, personId }
        : clock,
    ),
    requests: ticket.requests.map((request) =>
      request.state === 'pending' && request.hop === left?.ordinal ? { ...request, hop } : request,
    ),
  };
}

/** The present hop ends now. */
export const endHop = (ticket: Ticket, ctx: Context): Ticket => ({
  ...ticket,
  holdings: ticket.holdings.map((hop) => (hop.toAt === null ? { ...hop, toAt: ctx.now } : hop)),
});

/** The unit's hop gets the name of the person who took it on. */
export function namePerson(ticket: Ticket, personId: string): Ticket {
  return {
    ...ticket,
    holderPersonId: personId,
    heldPersonIds: added(ticket.heldPersonIds, personId),
    holdings: ticket.holdings.map((hop) => (hop.toAt === null ? { ...hop, personId } : hop)),
  };
}
