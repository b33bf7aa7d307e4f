import { accepted, refused, type Decision, type Declined } from '../../decision';
import { dueAfter } from '../../sla';
import { added } from '../added';
import { isOneOf, STATUS_LABEL } from '../axes';
import { alter, record, unchanged, type Change } from '../change';
import type { Context } from '../context';
import { pendingRequest, REQUEST_RULES, withRequest, type RequestKind, type TicketRequest } from '../request';
import { currentHolding, type Ticket } from '../ticket';
import { DOWNGRADE } from './downgrade';
import { EXTENSION } from './extension';
import type { RequestInput, RequestProcedure, Terms } from './kind';
import { RETURN } from './return';
import { rulersOf } from './rulers';
import { SUSPENSION } from './suspension';

export const PROCEDURES = {
  return: RETURN,
  extension: EXTENSION,
  suspension: SUSPENSION,
  downgrade: DOWNGRADE,
} as const satisfies Record<RequestKind, RequestProcedure>;

/** Everything for which this kind of request cannot be made now, whatever would be written in it. */
export function requestHindrances(kind: RequestKind, ticket: Ticket, terms: Terms): readonly Declined[] {
  const hindrances = PROCEDURES[kind].hindrances(ticket, terms);
  const { from, label } = REQUEST_RULES[kind];
  if (isOneOf(from, ticket.status)) return hindrances;
  const where = from.map((status) => STATUS_LABEL[status]).join('、');
  const misfit = refused(
    'ticket.wrong_status',
    `诉求现为“${STATUS_LABEL[ticket.status]}”，只有${where}时可以申请${label}`,
  );
  return [misfit, ...hindrances];
}

/** Why this kind of request cannot be made now, whatever would be written in it; null when it can. */
export const requestHindrance = (kind: RequestKind, ticket: Ticket, terms: Terms): Declined | null =>
  requestHindrances(kind, ticket, terms)[0] ?? null;

/** The holder asks; until it is approved nothing but the timeline changes, so a refusal leaves no trace on the clocks. */
export function request(ticket: Ticket, input: RequestInput, ctx: Context): Decision<Change> {
  const hindrance = requestHindrance(input.kind, ticket, ctx);
  const objection = hindrance ?? unneeded(input) ?? PROCEDURES[input.kind].objection(ticket, input, ctx);
  if (objection !== null) return objection;
  const asked = newRequest(ticket, input, ctx);
  const change = alter(unchanged(ticket), {
    requests: [...ticket.requests, asked],
    // Who is to rule must be able to read what about.
    heldUnitIds: added(ticket.heldUnitIds, asked.rulerUnitId),
  });
  const { id: requestId, kind, newDueOn, reviewOn, toSeverity, rulerUnitId } = asked;
  const data = {
    ...{ requestId, kind, newDueOn, reviewOn, toSeverity, rulerUnitId, rulers: asked.rulers },
    ...{ toTier: asked.to?.tier ?? null, toUnitId: asked.to?.unitId ?? null },
  };
  const { reason, basis, evidence } = input;
  const texts = {
    reason,
    ...(basis === undefined ? {} : { basis }),
    ...(evidence === undefined ? {} : { evidence }),
  };
  return accepted(record(change, ctx, 'requested', { data, texts }));
}

const POINTER = { to: '/toUnitId' } as const;
const OPTIONAL = ['basis', 'evidence', 'to', 'newDueOn', 'reviewOn', 'toSeverity'] as const;

/** A day or a unit that this kind of request has no use for is a mistake, not decoration. */
function unneeded(input: RequestInput): Declined | null {
  const { takes } = PROCEDURES[input.kind];
  const stray = OPTIONAL.find((field) => input[field] !== undefined && !takes.includes(field));
  if (stray === undefined) return null;
  const { label } = REQUEST_RULES[input.kind];
  return refused(
    'request.field_unneeded',
    `申请${label}不需要填写这一项`,
    stray === 'to' ? POINTER.to : `/${stray}`,
  );
}

function newRequest(ticket: Ticket, input: RequestInput, ctx: Context): TicketRequest {
  const { kind } = input;
  const { destination } = PROCEDURES[kind];
  const to = destination === undefined ? (input.to ?? null) : destination(ticket, input, ctx);
  return {
    id: ctx.newId(),
    kind,
    state: 'pending',
    round: ticket.round,
    hop: currentHolding(ticket)?.ordinal ?? 0,
    askedAt: ctx.now,
    askedById: ctx.actor.id,
    askedUnitId: ticket.holderUnitId,
    reason: input.reason,
    basis: input.basis ?? null,
    evidence: input.evidence ?? null,
    to,
    newDueOn: input.newDueOn ?? null,
    reviewOn: input.reviewOn ?? null,
    toSeverity: input.toSeverity ?? null,
    ruleBy: dueAfter(ctx.policy.rulingWithin, ctx.now, ctx.calendar),
    ...rulersOf(kind, ticket, ctx),
    ...{ reminded: false, ruledAt: null, ruledById: null, note: null },
  };
}

export interface RulingInput {
  readonly requestId: string;
  readonly approved: boolean;
  readonly note: string;
}

/** The ruling. Refused, the clocks are what they would be had nobody asked; approved, it takes effect from now. */
export function rule(ticket: Ticket, input: RulingInput, ctx: Context): Decision<Change> {
  const pending = pendingRequest(ticket.requests);
  if (pending?.id !== input.requestId) {
    return refused('request.already_ruled', '该申请已有结果，不能再次裁定');
  }
  const { approved, note, requestId } = input;
  const ruled = {
    state: approved ? 'approved' : 'refused',
    ruledAt: ctx.now,
    ruledById: ctx.actor.id,
    note,
  } as const;
  const { kind } = pending;
  const decided = record(
    alter(unchanged(ticket), { requests: withRequest(ticket.requests, requestId, ruled) }),
    ctx,
    'ruled',
    { data: { requestId, kind, approved, ...askerOf(pending) }, texts: { note } },
  );
  return approved ? PROCEDURES[kind].approve(decided, pending, ctx) : accepted(decided);
}

/** Who asked is to hear of it, wherever the ticket has gone by then. */
const askerOf = ({ askedUnitId: unitId, askedById }: TicketRequest) => ({
  unitId,
  personId: unitId === null ? askedById : null,
});

/** The holder takes its request back before it is ruled on. */
export function recall(ticket: Ticket, ctx: Context): Change {
  const pending = pendingRequest(ticket.requests);
  if (pending === null) return unchanged(ticket);
  const requests = withRequest(ticket.requests, pending.id, { state: 'recalled', ruledAt: ctx.now });
  return record(alter(unchanged(ticket), { requests }), ctx, 'recalled', { data: waitedFor(pending) });
}

/** The request, and who need not rule on it any more. */
const waitedFor = ({ id: requestId, kind, rulers, rulerUnitId }: TicketRequest) => ({
  ...{ requestId, kind, rulers, rulerUnitId },
});

const KEEPS_REQUESTS = ['dispatched', 'in_progress', 'need_info', 'suspended'] as const;

/** A request whose holder no longer holds the ticket, or whose ticket is not being handled, has lapsed. */
export function lapseRequest(change: Change, ctx: Context): Change {
  const { ticket } = change;
  const pending = pendingRequest(ticket.requests);
  if (pending === null) return change;
  const stands = isOneOf(KEEPS_REQUESTS, ticket.status) && currentHolding(ticket)?.ordinal === pending.hop;
  if (stands) return change;
  const requests = withRequest(ticket.requests, pending.id, { state: 'lapsed', ruledAt: ctx.now });
  const data = { ...waitedFor(pending), ...askerOf(pending) };
  return record(alter(change, { requests }), ctx, 'requestLapsed', { data });
}
