import { can, isPermission, type Actor } from '../access';
import { accepted, refused, type Decision } from '../decision';
import { STATUS_LABEL } from './axes';
import { hindranceOf } from './guards';
import { allows, PERSON_ACTIONS, ruleOf, STANDING_LABEL, type Action, type Standing } from './lifecycle';
import { standingsOf } from './standing';
import type { Ticket } from './ticket';

/** Whether this actor may ever take the action on this ticket as it stands (403 when not). */
export function mayAct(action: Action, actor: Actor, ticket: Ticket): Decision<Standing> {
  const rule = ruleOf(action);
  const standings = standingsOf(actor, ticket);
  const narrowed = rule.narrowed?.[ticket.status];
  const standing = (narrowed ?? rule.by).find((by) => standings.has(by));
  if (standing !== undefined && hasPermission(action, actor)) return accepted(standing);
  if (standing !== undefined) return refused('permission.denied', `您的角色不能进行“${rule.label}”`);
  const who = (narrowed ?? rule.by).filter((by) => by !== 'system').map((by) => STANDING_LABEL[by]);
  const code =
    who.length === 1 && who[0] === STANDING_LABEL.holder ? 'ticket.not_holder' : 'ticket.not_permitted';
  return refused(code, `“${rule.label}”只能由${who.join('、')}进行`);
}

/** Whether the ticket's status allows the action (409 when not). */
export function fitsStatus(action: Action, ticket: Ticket): Decision<true> {
  const rule = ruleOf(action);
  if (rule.from.includes(ticket.status)) return accepted(true);
  const from = rule.from.map((status) => STATUS_LABEL[status]).join('、');
  return refused(
    'ticket.wrong_status',
    `诉求现为“${STATUS_LABEL[ticket.status]}”，“${rule.label}”只能在${from}时进行`,
  );
}

/** Whether nothing else stands in the way, whatever the action is given (409 when something does). */
export const isFree = (action: Action, actor: Actor, ticket: Ticket): Decision<true> =>
  hindranceOf(action, ticket, actor) ?? accepted(true);

/** What a person could do right now; the API shows it and the console's buttons come from it. */
export function allowedActions(actor: Actor, ticket: Ticket): Action[] {
  const standings = [...standingsOf(actor, ticket)];
  return PERSON_ACTIONS.filter(
    (action) =>
      standings.some((standing) => allows(action, ticket.status, standing)) &&
      hasPermission(action, actor) &&
      hindranceOf(action, ticket, actor) === null,
  );
}

/** The same table the door reads; the system's own actions need no permission. */
function hasPermission(action: Action, actor: Actor): boolean {
  if (actor.kind === 'system') return true;
  const permission = `ticket.${action}`;
  return isPermission(permission) && can(actor.roles, permission);
}
