import { actsForUnit } from '../../access';
import { accepted, refused, type Decision } from '../../decision';
import type { Day } from '../../time';
import { outstanding } from '../assist';
import { ask, end } from '../assisting';
import { record, unchanged, type Change } from '../change';
import type { Context } from '../context';
import { workingDaysUntil } from '../days';
import type { Ticket } from '../ticket';

export interface AssistInput {
  readonly unitId: string;
  /** What the unit is asked. */
  readonly question: string;
  readonly dueOn?: Day;
}

/** 会办: another unit is asked for a written opinion by a day of its own; the lead answers when it is given. */
export function assist(ticket: Ticket, input: AssistInput, ctx: Context): Decision<Change> {
  const { unitId, question, dueOn } = input;
  if (unitId === ticket.holderUnitId) {
    return refused('unit.same_holder', '主办单位不能同时协办', '/unitId');
  }
  if (outstanding(ticket.assists).some((each) => each.unitId === unitId)) {
    return refused('assist.already_asked', '该单位正在协办，意见尚未出具', '/unitId');
  }
  if (dueOn !== undefined && workingDaysUntil(dueOn, ctx) === 0) {
    return refused('assist.due_on', '协办期限应为今天以后一年内的工作日', '/dueOn');
  }
  const asked = ask(ticket, { unitId, question, dueOn: dueOn ?? null }, ctx);
  return accepted(
    record(unchanged(asked), ctx, 'assistAsked', { data: { unitId, personId: null }, texts: { question } }),
  );
}

/** The assisting unit's written opinion, which ends its clock. */
export function giveOpinion(
  ticket: Ticket,
  { opinion }: { readonly opinion: string },
  ctx: Context,
): Decision<Change> {
  const open = outstanding(ticket.assists).find((each) => actsForUnit(ctx.actor, [each.unitId]));
  if (open === undefined) return refused('assist.not_asked', '贵单位没有待出具的协办意见');
  const given = end(ticket, open.unitId, { state: 'given', opinion }, ctx);
  return accepted(
    record(unchanged(given), ctx, 'opinionGiven', {
      data: { assistUnitId: open.unitId },
      texts: { opinion },
    }),
  );
}

/** The lead or the office lets an assistant go whose opinion is not needed any more. */
export function release(
  ticket: Ticket,
  { unitId, reason }: { readonly unitId: string; readonly reason: string },
  ctx: Context,
): Decision<Change> {
  if (!outstanding(ticket.assists).some((each) => each.unitId === unitId)) {
    return refused('assist.not_asked', '该单位没有待出具的协办意见', '/unitId');
  }
  const released = end(ticket, unitId, { state: 'released', releaseReason: reason }, ctx);
  const assistUnitIds = ticket.assistUnitIds.filter((id) => id !== unitId);
  return accepted(
    record(unchanged({ ...released, assistUnitIds }), ctx, 'assistReleased', {
      data: { unitId, personId: null },
      texts: { reason },
    }),
  );
}
