import {
  ACTIONS,
  REQUEST_KINDS,
  REQUEST_RULES,
  ruleOf,
  type Action,
  type RequestKind,
  type RequestRule,
  type TicketStatus,
} from '@zhuqi/domain';

export const requestRuleOf = (kind: RequestKind): RequestRule => REQUEST_RULES[kind];

/** The requests that can wait for a ruling in a status. */
export const requestsIn = (status: TicketStatus): readonly RequestKind[] =>
  REQUEST_KINDS.filter((kind) => requestRuleOf(kind).from.includes(status));

/** Every status a ticket can have come from into this one: where `back` may lead. */
export const cameFrom = (status: TicketStatus): readonly TicketStatus[] => [
  ...new Set(
    ACTIONS.filter((action) => ruleOf(action).to === status).flatMap((action) => ruleOf(action).from),
  ),
];

/** Where an action can lead from a status, all in all. */
export function leadsTo(action: Action, from: TicketStatus): readonly TicketStatus[] {
  const { to } = ruleOf(action);
  if (to === 'same') return [from];
  if (to === 'back') return cameFrom(from);
  if (to !== 'ruled') return [to];
  const targets = requestsIn(from).map((kind) => requestRuleOf(kind).to);
  return [...new Set([from, ...targets.filter((target) => target !== 'same')])];
}
