import { accepted, refused, type Decision, type Declined } from '../../decision';
import { escalationTerms } from '../../sla';
import type { Holder } from '../../responsibility/chain-of-responsibility';
import { alter, record, unchanged, type Change } from '../change';
import type { Context } from '../context';
import { assignAssistants } from '../assisting';
import { handOver } from '../hop';
import type { Standing } from '../lifecycle';
import type { Ticket } from '../ticket';
import { rise } from './escalate';

export interface DispatchInput {
  readonly holder: Holder;
  readonly assistUnitIds: readonly string[];
  readonly note?: string;
}

/** Handed to one lead unit by hand. The second time at the same tier nobody wants it: it rises instead. */
export function dispatch(
  ticket: Ticket,
  input: DispatchInput,
  standing: Standing,
  ctx: Context,
): Decision<Change> {
  const { holder } = input;
  const objection = objectionTo(ticket, holder, standing);
  if (objection !== null) return objection;
  const again = ticket.dispatchedAt !== null && ticket.tier === holder.tier;
  const counted = alter(unchanged(ticket), { handDispatchCount: ticket.handDispatchCount + (again ? 1 : 0) });
  const handed = { ...counted, ticket: handOver(counted.ticket, holder, ctx) };
  const withAssistants = input.assistUnitIds.length > 0 ? { assistUnitIds: input.assistUnitIds } : {};
  const given = record(handed, ctx, 'dispatched', {
    data: { tier: holder.tier, unitId: holder.unitId, personId: holder.personId, ...withAssistants },
    texts: input.note === undefined ? {} : { note: input.note },
  });
  const dispatched = assignAssistants(given, input.assistUnitIds, ctx);
  return accepted(
    dispatched.ticket.handDispatchCount >= escalationTerms(ctx.policy, ticket.severity).atRedispatch
      ? rise(dispatched, 'redispatched', ctx)
      : dispatched,
  );
}

/** Who may not be given it, and who may not take it away from whom. */
function objectionTo(ticket: Ticket, holder: Holder, standing: Standing): Declined | null {
  if (standing === 'officer' && (holder.unitId === null || holder.unitId !== ticket.townshipId)) {
    return refused('unit.not_allowed', '专员只能交办给企业所在街镇', '/unitId');
  }
  if (holder.personId !== null && holder.personId === ticket.aboutPersonId) {
    return refused('unit.not_allowed', '不能交办给诉求所反映的人员', '/personId');
  }
  const sameUnit = holder.unitId === ticket.holderUnitId;
  if (sameUnit && (holder.personId === null || holder.personId === ticket.holderPersonId)) {
    return refused('unit.same_holder', '该诉求已由所选单位承办', '/unitId');
  }
  return null;
}
