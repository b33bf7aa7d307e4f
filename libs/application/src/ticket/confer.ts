import * as domain from '@zhuqi/domain';
import { HANDLER_ROLES, type Change, type Context, type Standing, type Ticket } from '@zhuqi/domain';
import type { PersonCard } from '../ports/directory';
import { refuse, valueOf } from '../refused';
import type { ConferenceOrder } from './action-inputs';
import { assistingUnit, type Reach } from './chosen-holder';

/** Where the units and people of a conference are looked for, and who calls it as what. */
export interface Conferring extends Reach {
  readonly ctx: Context;
  readonly standing: Standing;
}

/** Calls a conference once everybody named is known: units that somebody works in, people who may know of the ticket. */
export async function convene(ticket: Ticket, order: ConferenceOrder, scene: Conferring): Promise<Change> {
  const { unitIds = [], personIds = [], heldAt, ...said } = order;
  await unitsKnown(
    ticket,
    unitIds.map((id, index) => [id, `/unitIds/${String(index)}`]),
    scene,
  );
  await peopleKnown(
    ticket,
    personIds.map((id, index) => [id, `/personIds/${String(index)}`]),
    scene,
  );
  const input = { ...said, heldAt: Date.parse(heldAt), unitIds, personIds };
  return valueOf(domain.convene(ticket, input, scene.standing, scene.ctx));
}

/** Concludes it once everybody who is to do something is known. */
export async function conclude(
  ticket: Ticket,
  input: domain.ConcludeInput,
  scene: Conferring,
): Promise<Change> {
  // What stands in its way (403, 409) is told before a unit or person that does not exist (422).
  valueOf(domain.heldConference(ticket, input.conference, scene.ctx));
  const { followUps = [] } = input;
  const named = (field: 'unitId' | 'personId'): Place[] =>
    followUps.flatMap((line, index) => {
      const id = line[field];
      return id === undefined ? [] : [[id, `/followUps/${String(index)}/${field}`] as const];
    });
  await unitsKnown(ticket, named('unitId'), scene);
  await peopleKnown(ticket, named('personId'), scene);
  return valueOf(domain.conclude(ticket, input, scene.ctx));
}

/** An id, and where in the input it stands. */
type Place = readonly [id: string, pointer: string];

async function unitsKnown(ticket: Ticket, units: readonly Place[], scene: Conferring): Promise<void> {
  for (const [id, pointer] of units) await assistingUnit(ticket, id, scene, pointer);
}

async function peopleKnown(ticket: Ticket, people: readonly Place[], scene: Conferring): Promise<void> {
  for (const [id, pointer] of people) {
    const person = await scene.directory.person(id);
    const known = person !== null && belongs(person, ticket, scene) && mayKnow(person, ticket);
    if (!known) refuse('person.unknown', '没有这个可以参加的人员', pointer);
  }
}

const ATTENDING = ['liaison_officer', 'district_leader', ...HANDLER_ROLES] as const;

/** Of the district or of the city's office, in a post in which one confers. */
const belongs = (
  { regionCode, unitId, roles }: PersonCard,
  ticket: Ticket,
  { cityOfficeId }: Reach,
): boolean =>
  (regionCode === ticket.regionCode || (unitId !== null && unitId === cityOfficeId)) &&
  roles.some((role) => domain.isOneOf(ATTENDING, role));

/** Not whom it is about; and of a confidential ticket no leader but the paired one. */
const mayKnow = ({ id, roles }: PersonCard, { aboutPersonId, confidential, leaderId }: Ticket): boolean =>
  id !== aboutPersonId &&
  (!confidential || id === leaderId || roles.some((role) => domain.isOneOf(READING, role)));

/** Roles that read what their person or unit has to do with, confidential or not. */
const READING = ['liaison_officer', ...HANDLER_ROLES] as const;
