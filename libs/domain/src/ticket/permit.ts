import { can, isPermission, type Actor } from '../access';
import { accepted, refused, type Decision } from '../decision';
import { STATUS_LABEL } from './axes';
import { hindranceOf } from './guards';
import { PERSON_ACTIONS, ruleOf, STANDING_LABEL, type Action, type Standing } from './lifecycle';
import { outOfReach } from './reach';
import { standingsOf } from './standing';
import type { Ticket } from './ticket';

/** Whether this actor may ever take the action on this ticket as it stands (403 when not). */
export function mayAct(action: Action, actor: Actor, ticket: Ticket): Decision<Standing> {
  const { label } = ruleOf(action);
  const standings = standingsOf(actor, ticket);
  const standing = standingFor(action, standings, ticket);
  if (standing !== undefined) {
    if (!hasPermission(action, actor)) return refused('permission.denied', `您的角色不能进行“${label}”`);
    return outOfReach(action, { standing, standings }, ticket) ?? accepted(standing);
  }
  const who = whoMay(action, ticket)
    .filter((by) => by !== 'system')
    .map((by) => STANDING_LABEL[by]);
  const code =
    who.length === 1 && who[0] === STANDING_LABEL.holder ? 'ticket.not_holder' : 'ticket.not_permitted';
  return refused(code, `“${label}”只能由${who.join('、')}进行`);
}

/** The standings that may take the action in the ticket's status, the widest first. */
export const whoMay = (action: Action, { status }: Ticket): readonly Standing[] =>
  ruleOf(action).narrowed?.[status] ?? ruleOf(action).by;

/** The widest of the actor's standings that may take the action in this status. */
const standingFor = (
  action: Action,
  standings: ReadonlySet<Standing>,
  ticket: Ticket,
): Standing | undefined => whoMay(action, ticket).find((by) => standings.has(by));

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
  const standings = standingsOf(actor, ticket);
  return PERSON_ACTIONS.filter((action) => {
    if (!ruleOf(action).from.includes(ticket.status)) return false;
    const standing = standingFor(action, standings, ticket);
    return (
      standing !== undefined &&
      hasPermission(action, actor) &&
      outOfReach(action, { standing, standings }, ticket) === null &&
      hindranceOf(action, ticket, actor) === null
    );
  });
}

/** The same table the door reads; the system's own actions need no permission. */
export function hasPermission(action: Action, actor: Actor): boolean {
  if (actor.kind === 'system') return true;
  const permission = `ticket.${action}`;
  return isPermission(permission) && can(actor.roles, permission);
}
