import { accepted, refused, type Decision, type Declined } from '../../decision';
import type { Day } from '../../time';
import { alter, record, unchanged, type Change } from '../change';
import { openFollowUps, type FollowUp } from '../conference';
import type { Context } from '../context';
import { closingOf } from '../days';
import { isAssignedTo, standingsOf } from '../standing';
import type { Ticket } from '../ticket';

export interface FollowUpInput {
  readonly what: string;
  /** A unit or a person: exactly one. */
  readonly unitId?: string;
  readonly personId?: string;
  readonly dueOn: Day;
}

/** The lines of a decision, numbered on within the ticket; refused when nobody or two are named, or no working day. */
export function followUpsOf(
  { followUps }: Ticket,
  conference: number,
  lines: readonly FollowUpInput[],
  ctx: Context,
): Decision<FollowUp[]> {
  const made: FollowUp[] = [];
  for (const [index, { what, unitId = null, personId = null, dueOn }] of lines.entries()) {
    const at = `/followUps/${String(index)}`;
    if ((unitId === null) === (personId === null)) {
      return refused('followUp.assignee', '每项后续事项须明确一个责任单位或一名责任人', `${at}/unitId`);
    }
    const dueAt = closingOf(dueOn, ctx);
    if (dueAt === null) {
      return refused('followUp.due_on', '期限应为今天以后一年内的工作日', `${at}/dueOn`);
    }
    const ordinal = followUps.length + index + 1;
    made.push({ ordinal, conference, what, unitId, personId, dueOn, dueAt, ...UNDONE });
  }
  return accepted(made);
}

const UNDONE = { doneAt: null, doneById: null, result: null, reminded: false } as const;

export interface FinishFollowUpInput {
  /** The follow-up's number. */
  readonly followUp: number;
  readonly result: string;
}

/** What was decided has been done, also when the ticket itself has long been closed. */
export function finishFollowUp(
  ticket: Ticket,
  { followUp: ordinal, result }: FinishFollowUpInput,
  ctx: Context,
): Decision<Change> {
  const open = openFollowUps(ticket.followUps).find((each) => each.ordinal === ordinal);
  if (open === undefined) {
    return refused('followUp.unknown', '没有这一项待落实的后续事项', '/followUp');
  }
  const objection = notTheirs(ticket, open, ctx);
  if (objection !== null) return objection;
  const done = { ...open, doneAt: ctx.now, doneById: ctx.actor.id, result };
  const followUps = ticket.followUps.map((each) => (each === open ? done : each));
  const change = alter(unchanged(ticket), { followUps });
  return accepted(
    record(change, ctx, 'followUpFinished', { data: { followUp: ordinal }, texts: { result } }),
  );
}

/** Somebody else's task is finished by the holder or the office, not by another who has one of its own. */
function notTheirs(ticket: Ticket, followUp: FollowUp, { actor }: Context): Declined | null {
  const standings = standingsOf(actor, ticket);
  const may = standings.has('office') || standings.has('holder') || isAssignedTo(actor, followUp);
  return may ? null : refused('followUp.not_yours', '该后续事项不由您负责', '/followUp');
}
