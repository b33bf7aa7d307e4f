import {
  HANDLER_ROLES,
  hasRole,
  isOneOf,
  mayAct,
  noticeRule,
  pendingRequest,
  REQUEST_RULES,
  scopeOf,
  withinScope,
  type Audience,
  type Day,
  type PersonActor,
  type Ticket,
  type TicketEvent,
} from '@zhuqi/domain';
import { CAST, PEOPLE } from '../support/ticket-cast';
import type { TicketStory } from '../support/ticket-stage';
import { chainOn } from './district';
import type { EnterpriseName } from './names';

/** An event, and the day on which its people are looked for. */
interface Heard extends Pick<TicketEvent, 'data'> {
  readonly today: Day;
}

const everybody: readonly PersonActor[] = PEOPLE.map((name) => CAST[name]);

const idsOf = (people: readonly PersonActor[]): string[] => people.map(({ id }) => id);

const handlersOf = (unitId: unknown): string[] =>
  idsOf(everybody.filter((person) => person.unitId === unitId && hasRole(person, ...HANDLER_ROLES)));

const someone = (id: string | null): string[] => (id === null ? [] : [id]);

const chainOf = ({ enterpriseId }: Ticket, today: Day) => chainOn(enterpriseId as EnterpriseName, today);

/** The person or the unit: those whom the event names, otherwise those who hold the ticket. */
function holder(ticket: Ticket, { data }: Heard): string[] {
  const own = 'unitId' in data || 'personId' in data;
  const personId = own ? data['personId'] : ticket.holderPersonId;
  const unitId = own ? data['unitId'] : ticket.holderUnitId;
  return typeof personId === 'string' ? [personId] : handlersOf(unitId ?? 'nowhere');
}

/** Of a confidential ticket only the leader on record may know. */
const leader = (ticket: Ticket, today: Day): string[] =>
  someone(ticket.confidential ? ticket.leaderId : chainOf(ticket, today).leaderId);

function rulers(ticket: Ticket, { data, today }: Heard): string[] {
  const standings = data['rulers'] as readonly string[];
  return [
    ...(standings.includes('office') ? handlersOf('office') : []),
    ...(standings.includes('leader') ? leader(ticket, today) : []),
    ...(standings.includes('city') ? handlersOf('city-office') : []),
    ...handlersOf(data['rulerUnitId'] ?? 'nowhere'),
  ];
}

const PEOPLE_OF: Record<Audience, (ticket: Ticket, event: Heard) => string[]> = {
  assistants: ({ assistUnitIds }) => assistUnitIds.flatMap(handlersOf),
  holder,
  lead: (ticket, event) => holder(ticket, { ...event, data: {} }),
  officer: (ticket, { today }) => someone(chainOf(ticket, today).officerId),
  leader: (ticket, { today }) => leader(ticket, today),
  office: () => handlersOf('office'),
  enterprise: ({ enterpriseId }) => idsOf(everybody.filter((person) => person.enterpriseId === enterpriseId)),
  rulers,
  participants: (_ticket, { data }) => [
    ...(data['personIds'] as readonly string[]),
    ...(data['unitIds'] as readonly string[]).flatMap(handlersOf),
  ],
};

/** Who hears of an event: those it concerns, except who did it and whom a complaint is about. */
export function audienceOf({ ticket, events }: TicketStory, seq: number, today: Day): string[] {
  const event = events[seq - 1];
  const rule = event === undefined ? null : noticeRule(event);
  if (event === undefined || rule === null) return [];
  const heard = new Set(rule.to.flatMap((audience) => PEOPLE_OF[audience](ticket, { ...event, today })));
  return [...heard].filter((id) => id !== event.actor.id && id !== ticket.aboutPersonId).sort();
}

/** Whether a person of the cast may read the ticket. */
export const mayRead = (id: string, ticket: Ticket): boolean =>
  everybody.some((person) => person.id === id && withinScope(scopeOf(person), ticket));

const OFFICE_HANDLER = CAST.office.id;

/** Whether a request waits of which nobody can rule; the cast has one office handler only, who may be the one complained about. */
export const waitsForNobody = (ticket: Ticket): boolean =>
  pendingRequest(ticket.requests) !== null &&
  isOneOf(REQUEST_RULES.return.from, ticket.status) &&
  ticket.aboutPersonId !== OFFICE_HANDLER &&
  !everybody.some((person) => mayAct('rule', person, ticket).ok && withinScope(scopeOf(person), ticket));
