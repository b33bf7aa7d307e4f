import {
  isOneOf,
  mayAct,
  noticeRule,
  pendingRequest,
  REQUEST_RULES,
  scopeOf,
  withinScope,
  type Audience,
  type PersonActor,
  type Ticket,
  type TicketEvent,
} from '@zhuqi/domain';
import { CAST } from '../support/ticket-cast';
import type { People } from './people';
import type { Story } from './story';
import type { EnterpriseName, ProjectName } from './names';

/** An event, and who is there to hear of it. */
interface Heard extends Pick<TicketEvent, 'data'> {
  readonly people: People;
}

const idsOf = (people: readonly PersonActor[]): string[] => people.map(({ id }) => id);

const handlersOf = (unitId: unknown, people: People): string[] => idsOf(people.handlersOf(String(unitId)));

const someone = (id: string | null): string[] => (id === null ? [] : [id]);

const placesOf = ({ enterpriseId, projectId }: Ticket, people: People) =>
  people.places(enterpriseId as EnterpriseName, projectId as ProjectName | null);

/** The person or the unit: those whom the event names, otherwise those who hold the ticket. */
function holder(ticket: Ticket, { data, people }: Heard): string[] {
  const own = 'unitId' in data || 'personId' in data;
  const personId = own ? data['personId'] : ticket.holderPersonId;
  const unitId = own ? data['unitId'] : ticket.holderUnitId;
  return typeof personId === 'string' ? [personId] : handlersOf(unitId ?? 'nowhere', people);
}

/** Of a confidential ticket only the leader on record may know, and whoever leads it since. */
function leader(ticket: Ticket, people: People): readonly string[] {
  const { leaderId, confidential } = ticket;
  if (!confidential) return someone(placesOf(ticket, people).leaderId);
  return leaderId === null ? [] : people.posts.leadingFor(leaderId);
}

function rulers(ticket: Ticket, { data, people }: Heard): string[] {
  const standings = data['rulers'] as readonly string[];
  return [
    ...(standings.includes('office') ? handlersOf('office', people) : []),
    ...(standings.includes('leader') ? leader(ticket, people) : []),
    ...(standings.includes('city') ? handlersOf('city-office', people) : []),
    ...handlersOf(data['rulerUnitId'] ?? 'nowhere', people),
  ];
}

const PEOPLE_OF: Record<Audience, (ticket: Ticket, event: Heard) => readonly string[]> = {
  assistants: ({ assistUnitIds }, { people }) => assistUnitIds.flatMap((name) => handlersOf(name, people)),
  holder,
  lead: (ticket, event) => holder(ticket, { ...event, data: {} }),
  officer: (ticket, { people }) => someone(placesOf(ticket, people).officerId),
  leader: (ticket, { people }) => leader(ticket, people),
  office: (_ticket, { people }) => handlersOf('office', people),
  enterprise: ({ enterpriseId }, { people }) =>
    idsOf(people.everybody.filter((person) => person.enterpriseId === enterpriseId)),
  rulers,
  participants: (_ticket, { data, people }) => [
    ...(data['personIds'] as readonly string[]),
    ...(data['unitIds'] as readonly string[]).flatMap((name) => handlersOf(name, people)),
  ],
};

/** Who hears of an event: those it concerns who may read the ticket, except who did it and whom a complaint is about. */
export function audienceOf({ ticket, events }: Story, seq: number, people: People): string[] {
  const event = events[seq - 1];
  const rule = event === undefined ? null : noticeRule(event);
  if (event === undefined || rule === null) return [];
  const heard = new Set(rule.to.flatMap((audience) => PEOPLE_OF[audience](ticket, { ...event, people })));
  const mayHear = (id: string): boolean => id !== event.actor.id && id !== ticket.aboutPersonId;
  const concerned = [...heard].filter(mayHear);
  const others = concerned.flatMap((id) => people.posts.standingInFor(id)).filter(mayHear);
  return [...new Set([...concerned, ...others])].filter((id) => mayRead(id, ticket, people)).sort();
}

/** Whether a person of the cast is in service and may read the ticket. */
const mayRead = (id: string, ticket: Ticket, people: People): boolean =>
  people.everybody.some((person) => person.id === id && withinScope(scopeOf(person), ticket));

const OFFICE_HANDLER = CAST.office.id;

/**
 * Whether a request waits of which nobody can rule. The cast has one office handler only, who may be the one complained
 * about, or lead the task force that asks.
 */
export const waitsForNobody = (ticket: Ticket, people: People): boolean =>
  pendingRequest(ticket.requests) !== null &&
  isOneOf(REQUEST_RULES.return.from, ticket.status) &&
  ticket.aboutPersonId !== OFFICE_HANDLER &&
  people.forces.byId(ticket.holderUnitId)?.leadId !== OFFICE_HANDLER &&
  !people.everybody.some(
    (person) => mayAct('rule', person, ticket).ok && withinScope(scopeOf(person), ticket),
  );
