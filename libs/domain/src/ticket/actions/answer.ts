import { accepted, refused, type Decision } from '../../decision';
import { dueAfter } from '../../sla';
import type { Holder } from '../../responsibility/chain-of-responsibility';
import type { Outcome } from '../axes';
import { alter, record, unchanged, type Change } from '../change';
import { holdForVerdict } from '../clockwork';
import type { Context } from '../context';
import type { TicketEvent } from '../events';
import { handOver, namePerson } from '../hop';
import { isNearDue, LAST_HOUR_MS } from '../near-due';
import { inRound, type Round } from '../round';
import { currentHolding, promiseOf, type Ticket } from '../ticket';
import { timeSpent } from '../time-spent';

export interface AnswerInput {
  readonly outcome: Outcome;
  readonly responsibleUnitId?: string;
  readonly route: string;
  readonly result: string;
}

/** An answer that names the responsible unit, the route and the result. */
export interface FullAnswer extends AnswerInput {
  readonly responsibleUnitId: string;
}

/** 责任有落实、解决路径有明确、推进情况有结果: no answer without a responsible unit, a route and a result. */
export function fullAnswer(input: AnswerInput, ownUnitId: string | null): Decision<FullAnswer> {
  const responsibleUnitId = input.responsibleUnitId ?? ownUnitId;
  if (responsibleUnitId === null)
    return refused('ticket.missing_responsible_unit', '答复须写明责任单位', '/responsibleUnitId');
  if (input.route.trim() === '') return refused('ticket.missing_route', '答复须写明解决路径', '/route');
  if (input.result.trim() === '') return refused('ticket.missing_result', '答复须写明办理结果', '/result');
  return accepted({ ...input, responsibleUnitId });
}

/** The holder's answer; what nobody has claimed can only be settled on the spot. */
export function answer(ticket: Ticket, input: AnswerInput, ctx: Context): Decision<Change> {
  const own = ctx.actor.kind === 'person' ? ctx.actor.unitId : null;
  const full = fullAnswer(input, ticket.holderUnitId ?? own);
  if (!full.ok) return full;
  if (ticket.status !== 'in_progress' && input.outcome !== 'answered_on_spot') {
    return refused('ticket.on_spot_only', '未认领的诉求只能以“现场解决”答复，请先认领', '/outcome');
  }
  return accepted(give(inPerson(ticket, ctx), full.value, {}, ctx));
}

/** What an answer says that was given to several tickets at once. */
export interface AnsweredWith {
  /** Which tickets it was given along with. */
  readonly data: TicketEvent['data'];
  /** Who answers for it where nobody held the ticket yet. */
  readonly holder: Holder;
}

/** An answer that others were given as well: who holds the ticket stays its holder, claimed or not. */
export const answerAlong = (ticket: Ticket, said: FullAnswer, along: AnsweredWith, ctx: Context): Change =>
  give(currentHolding(ticket) === null ? handOver(ticket, along.holder, ctx) : ticket, said, along.data, ctx);

function give(ticket: Ticket, input: FullAnswer, along: TicketEvent['data'], ctx: Context): Change {
  const { outcome, responsibleUnitId, route, result } = input;
  const held = holdForVerdict(ticket, ctx);
  const change = alter(unchanged(held), {
    ...{ status: 'answered', outcome, responsibleUnitId, route, result },
    answeredAt: ctx.now,
    // What was said of the round before stands in its round; of this one nothing has been said yet.
    verdict: null,
    // The supervision that asked for a report ends here; the next round is asked anew.
    reportAsked: false,
    wakeAt: dueAfter(ctx.policy.autoClose, ctx.now, ctx.calendar),
    rounds: inRound(held.rounds, answered(held, outcome, ctx)),
    ...timeSpent(held, ctx),
  });
  const data = { outcome, responsibleUnitId, ...along };
  return record(change, ctx, 'answered', { data, texts: { route, result } });
}

function answered(ticket: Ticket, outcome: Outcome, { now, calendar }: Context): Partial<Round> {
  const promise = promiseOf(ticket);
  return {
    outcome,
    answeredAt: now,
    late: promise !== null && now > promise.dueAt,
    lateWithoutExtension: promise !== null && now > promise.unextendedDueAt,
    lastHour: promise !== null && isNearDue(promise.dueAt, now, LAST_HOUR_MS, calendar),
  };
}

/**
 * Answered on the spot, nobody has claimed it: the chain still names who held it. Where nobody held it at all, the
 * promise starts with this answer and stands until the verdict, so that a dispute finds something to resume.
 */
function inPerson(ticket: Ticket, ctx: Context): Ticket {
  const personId = ctx.actor.id;
  if (personId === null || ticket.holderPersonId !== null) return ticket;
  return ticket.holderUnitId === null
    ? handOver(ticket, { tier: 1, unitId: null, personId }, ctx)
    : namePerson(ticket, personId);
}
