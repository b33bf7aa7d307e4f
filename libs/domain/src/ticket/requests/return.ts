import { accepted, refused, type Declined } from '../../decision';
import { dueAfter, escalationTerms } from '../../sla';
import { rise } from '../actions/escalate';
import { alter, record } from '../change';
import type { Context } from '../context';
import { handOver } from '../hop';
import { currentHolding, type Ticket } from '../ticket';
import type { RequestInput, RequestProcedure, Terms } from './kind';

/** 退回: soon after its arrival, with the right unit and the basis; a refused one is final for this holder. */
export const RETURN: RequestProcedure = {
  takes: ['basis', 'evidence', 'to'],
  hindrances: (ticket, terms) => [...ruledBefore(ticket), ...tooLate(ticket, terms)],
  objection: (ticket, input) => missing(input) ?? same(ticket, input),
  approve: (change, { to }, ctx) => {
    if (to === null) return refused('request.overtaken', '申请的内容已不适用');
    const returned = alter(change, { returnCount: change.ticket.returnCount + 1 });
    const risen = tooOften(returned.ticket, ctx) ? rise(returned, 'returned', ctx) : returned;
    if (risen !== returned) return accepted(risen);
    const handed = { ...returned, ticket: handOver(returned.ticket, to, ctx) };
    return accepted(record(handed, ctx, 'dispatched', { data: { ...to, because: 'return' } }));
  },
};

function ruledBefore(ticket: Ticket): readonly Declined[] {
  const hop = currentHolding(ticket);
  const decided = ticket.requests.some(
    ({ kind, state, hop: asked }) => kind === 'return' && state === 'refused' && asked === hop?.ordinal,
  );
  return decided ? [refused('return.final', '退回申请已裁定不同意，裁定为最终决定，请继续办理')] : [];
}

function tooLate(ticket: Ticket, { policy, now, calendar }: Terms): readonly Declined[] {
  const hop = currentHolding(ticket);
  return hop !== null && now > dueAfter(policy.returnWithin, hop.fromAt, calendar)
    ? [
        refused(
          'return.too_late',
          '已超过申请退回的期限（到达后 1 个工作日内，以政策为准），请继续办理或申请提级',
        ),
      ]
    : [];
}

/** Nobody wants it: the next tier decides instead of another round of returns. */
const tooOften = (ticket: Ticket, ctx: Context): boolean =>
  ticket.returnCount > escalationTerms(ctx.policy, ticket.severity).mostReturns;

function missing({ to, basis }: RequestInput): Declined | null {
  if (to === undefined) return refused('request.unit_required', '退回须写明应由哪个单位承办', '/toUnitId');
  return (basis ?? '').trim() === ''
    ? refused('request.basis_required', '退回须写明职责依据', '/basis')
    : null;
}

const same = (ticket: Ticket, { to }: RequestInput): Declined | null =>
  to?.unitId === ticket.holderUnitId
    ? refused('unit.same_holder', '该诉求已由所选单位承办', '/toUnitId')
    : null;
