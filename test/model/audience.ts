import {
  HANDLER_ROLES,
  hasRole,
  noticeRule,
  type Audience,
  type PersonActor,
  type Ticket,
  type TicketEvent,
} from '@zhuqi/domain';
import { CAST, PEOPLE } from '../support/ticket-cast';
import type { TicketStory } from '../support/ticket-stage';
import { CHAINS } from './district';
import type { EnterpriseName } from './names';

type Heard = Pick<TicketEvent, 'data'>;

const everybody: readonly PersonActor[] = PEOPLE.map((name) => CAST[name]);

const idsOf = (people: readonly PersonActor[]): string[] => people.map(({ id }) => id);

const handlersOf = (unitId: unknown): string[] =>
  idsOf(everybody.filter((person) => person.unitId === unitId && hasRole(person, ...HANDLER_ROLES)));

const someone = (id: string | null): string[] => (id === null ? [] : [id]);

const chainOf = ({ enterpriseId }: Ticket) => CHAINS[enterpriseId as EnterpriseName];

/** The person or the unit: those whom the event names, otherwise those who hold the ticket. */
function holder(ticket: Ticket, { data }: Heard): string[] {
  const own = 'unitId' in data || 'personId' in data;
  const personId = own ? data['personId'] : ticket.holderPersonId;
  const unitId = own ? data['unitId'] : ticket.holderUnitId;
  return typeof personId === 'string' ? [personId] : handlersOf(unitId ?? 'nowhere');
}

function rulers(ticket: Ticket, { data }: Heard): string[] {
  const standings = data['rulers'] as readonly string[];
  return [
    ...(standings.includes('office') ? handlersOf('office') : []),
    ...(standings.includes('leader') ? someone(chainOf(ticket).leaderId) : []),
    ...(standings.includes('city') ? handlersOf('city-office') : []),
    ...handlersOf(data['rulerUnitId'] ?? 'nowhere'),
  ];
}

const PEOPLE_OF: Record<Audience, (ticket: Ticket, event: Heard) => string[]> = {
  assistants: ({ assistUnitIds }) => assistUnitIds.flatMap(handlersOf),
  holder,
  officer: (ticket) => someone(chainOf(ticket).officerId),
  leader: (ticket) => someone(chainOf(ticket).leaderId),
  office: () => handlersOf('office'),
  enterprise: ({ enterpriseId }) => idsOf(everybody.filter((person) => person.enterpriseId === enterpriseId)),
  rulers,
};

/** Who hears of an event: those it concerns, except who did it and whom a complaint is about. */
export function audienceOf({ ticket, events }: TicketStory, seq: number): string[] {
  const event = events[seq - 1];
  const rule = event === undefined ? null : noticeRule(event);
  if (event === undefined || rule === null) return [];
  const heard = new Set(rule.to.flatMap((audience) => PEOPLE_OF[audience](ticket, event)));
  return [...heard].filter((id) => id !== event.actor.id && id !== ticket.aboutPersonId).sort();
}
