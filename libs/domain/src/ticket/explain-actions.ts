import type { Actor } from '../access';
import type { Decision, Declined, Refusal } from '../decision';
import { STATUS_LABEL, type TicketStatus } from './axes';
import { hindrancesOf } from './guards';
import { allows, PERSON_ACTIONS, ruleOf, STANDING_LABEL, type Action, type Standing } from './lifecycle';
import { fitsStatus, hasPermission, isFree, mayAct, whoMay } from './permit';
import { outOfReach } from './reach';
import { pendingRequest, REQUEST_KINDS, REQUEST_RULES, type RequestKind } from './request';
import type { Terms } from './requests/kind';
import { requestHindrances } from './requests/request';
import { standingsOf } from './standing';
import type { Ticket } from './ticket';

/** Whether one may do something now; if not, what is told first and everything that would have to be true. */
export interface Possibility {
  readonly label: string;
  readonly allowed: boolean;
  /** The refusal an attempt would meet, in the order of the door: 403 before 409. */
  readonly refusal: Refusal | null;
  /** Sentences for people; empty when it is allowed. */
  readonly needs: readonly string[];
}

export interface ActionExplanation extends Possibility {
  readonly action: Action;
}

export interface RequestExplanation extends Possibility {
  readonly kind: RequestKind;
}

export interface Possibilities {
  readonly actions: readonly ActionExplanation[];
  readonly requests: readonly RequestExplanation[];
}

/** Of every action of people and every kind of request: may this actor, and if not, what is missing. */
export function explainActions(actor: Actor, ticket: Ticket, terms: Terms): Possibilities {
  const look: Look = { actor, ticket, standings: standingsOf(actor, ticket) };
  return {
    actions: PERSON_ACTIONS.map((action) => explainAction(action, look)),
    requests: REQUEST_KINDS.map((kind) => explainRequest(kind, look, terms)),
  };
}

interface Look {
  readonly actor: Actor;
  readonly ticket: Ticket;
  readonly standings: ReadonlySet<Standing>;
}

function explainAction(action: Action, look: Look): ActionExplanation {
  const { actor, ticket } = look;
  const { label, from } = ruleOf(action);
  const needs = [
    ...entitlement(action, look),
    ...placement(label, placesOf(action, look), ticket.status, from),
    ...detailsOf(toldTo(look, action) ? hindrancesOf(action, ticket, actor) : []),
  ];
  const refusal = firstOf([
    mayAct(action, actor, ticket),
    fitsStatus(action, ticket),
    isFree(action, actor, ticket),
  ]);
  return { action, label, allowed: refusal === null, refusal, needs };
}

/** A request is an action of the holder with a lifecycle row and terms of its own. */
function explainRequest(kind: RequestKind, look: Look, terms: Terms): RequestExplanation {
  const { actor, ticket } = look;
  const hindrances = requestHindrances(kind, ticket, terms);
  const told = toldTo(look, 'request');
  const needs = [
    ...entitlement('request', look),
    ...detailsOf(told ? [...hindrancesOf('request', ticket, actor), ...hindrances] : []),
  ];
  const refusal = firstOf([
    mayAct('request', actor, ticket),
    fitsStatus('request', ticket),
    isFree('request', actor, ticket),
    ...hindrances,
  ]);
  return { kind, label: REQUEST_RULES[kind].label, allowed: refusal === null, refusal, needs };
}

/**
 * Whose opinion is outstanding and what has been asked for is the inside's own affair: an enterprise is told what
 * hinders its own actions, and of the others only who may take them.
 */
const toldTo = ({ actor }: Look, action: Action): boolean =>
  actor.kind === 'system' || actor.enterpriseId === null || ruleOf(action).by.includes('enterprise');

/** Who may, when the actor is not one of them; a role that grants it not, when they are. */
function entitlement(action: Action, look: Look): readonly string[] {
  const { label, by } = ruleOf(action);
  const { ticket, standings } = look;
  const entitled = whoMay(action, ticket);
  if (!entitled.some((standing) => standings.has(standing))) {
    return by.includes('ruler') ? [rulersNeeded(look)] : [`须由${labels(entitled)}进行`];
  }
  if (!hasPermission(action, look.actor)) return [`须有可以进行“${label}”的角色`];
  const standing = entitled.find((each) => standings.has(each));
  return detailsOf(
    [standing === undefined ? null : outOfReach(action, { standing, standings }, ticket)].filter(
      (each) => each !== null,
    ),
  );
}

const labels = (standings: readonly Standing[]): string =>
  standings
    .filter((standing) => standing !== 'system')
    .map((standing) => STANDING_LABEL[standing])
    .join('或');

/** Who rules is written on the request. */
function rulersNeeded(look: Look): string {
  const standing = `须由${STANDING_LABEL.ruler}进行`;
  const pending = toldTo(look, 'rule') ? pendingRequest(look.ticket.requests) : null;
  if (pending === null) return standing;
  const unit = pending.rulerUnitId === null ? '' : '或上一级承办单位';
  return `${standing}：本申请由${labels(pending.rulers)}${unit}裁定，承办人和申请人不能裁定`;
}

/** The statuses in which the actor could; those in which anybody could, for one who never can. */
function placesOf(action: Action, { standings }: Look): readonly TicketStatus[] {
  const { from } = ruleOf(action);
  const own = from.filter((status) => [...standings].some((standing) => allows(action, status, standing)));
  return own.length === 0 ? from : own;
}

function placement(
  label: string,
  places: readonly TicketStatus[],
  status: TicketStatus,
  from: readonly TicketStatus[],
): readonly string[] {
  if (from.includes(status)) return [];
  const where = places.map((place) => `“${STATUS_LABEL[place]}”`).join('或');
  return [`“${label}”须在诉求为${where}时进行，现为“${STATUS_LABEL[status]}”`];
}

const detailsOf = (hindrances: readonly Declined[]): readonly string[] =>
  hindrances.map(({ refusal }) => refusal.detail);

const firstOf = (decisions: readonly Decision<unknown>[]): Refusal | null =>
  decisions.find((decision): decision is Declined => !decision.ok)?.refusal ?? null;
