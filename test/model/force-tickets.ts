import {
  accepted,
  HANDLER_ROLES,
  hasRole,
  HELD_BY_UNIT,
  isOneOf,
  openFollowUps,
  refused,
  type Change,
  type Context,
  type Decision,
  type Holder,
  type PersonActor,
  type Ticket,
} from '@zhuqi/domain';
import type { PersonName } from '../support/ticket-cast';
import type { Desk } from './commands';
import { DISTRICT } from './district';
import type { Force } from './forces';
import type { People } from './people';
import { complaintHolder } from './reading';
import type { Scene, Story } from './story';

/** What becomes of one ticket. */
export type Step = readonly [Story, Scene, Change];

/** Which task force, and who asks. */
export interface Of {
  readonly force: Force;
  readonly who: PersonName;
}

/** The people of the cast who are wanted as leads. */
export const LEADS = ['wang', 'zhao', 'li', 'sun', 'chen', 'li', 'leader', 'he'] as const;

/** Who may lead: somebody of the district who handles tickets. */
export const leads = (people: People, id: string, { regionCode }: PersonActor): boolean => {
  const person = people.byId(id);
  return person?.regionCode === regionCode && hasRole(person, ...HANDLER_ROLES);
};

/** Members are standing units of the district. */
export const joins = (people: People, name: string, regionCode: string): boolean => {
  const unit = people.unit(name);
  return unit?.regionCode === regionCode && unit.kind !== 'task_force';
};

export const sortedById = (stories: readonly Story[]): Story[] =>
  [...stories].sort((a, b) => (a.ticket.id < b.ticket.id ? -1 : 1));

/** Whatever a task force has to do with: what it holds, is asked for, or has to do after conferences. */
export const concerned = ({ stories }: Desk, id: string): Story[] =>
  sortedById(stories).filter(
    ({ ticket }) =>
      isHeldBy(ticket, id) ||
      ticket.assists.some(({ unitId, state }) => unitId === id && state === 'asked') ||
      openFollowUps(ticket.followUps).some(({ unitId }) => unitId === id),
  );

export const isHeldBy = ({ holderUnitId, status }: Ticket, id: string): boolean =>
  holderUnitId === id && isOneOf(HELD_BY_UNIT, status);

export const unitOnly = (unitId: string | null) => ({ unitId, personId: null });

/** One decision after the other, as one change. */
export function goOn(first: Change, next: (ticket: Ticket) => Change): Change {
  const { ticket, events } = next(first.ticket);
  return { ...first, ticket, events: [...first.events, ...events] };
}

/** Who goes on with what these people must not hear of: whoever else there is, otherwise the office all the same. */
export function outOfTheirHands(
  people: People,
  { chain }: Context,
  personIds: readonly string[],
): Holder | null {
  const { officeId } = chain;
  const office = officeId === null ? null : ({ tier: 4, ...unitOnly(officeId) } as const);
  return complaintHolder(people, chain, personIds) ?? office;
}

export function take(steps: readonly Step[]): void {
  for (const [story, scene, change] of steps) story.commit(scene, change);
}

/** A task force of the person's regions that still exists. */
export function existing({ model }: Desk, force: Force, who: PersonName): Decision<Force> {
  if (!model.people.person(who).regionCodes.includes(DISTRICT))
    return refused('taskForce.not_found', 'force');
  return force.dissolved ? refused('taskForce.dissolved', 'force') : accepted(force);
}
