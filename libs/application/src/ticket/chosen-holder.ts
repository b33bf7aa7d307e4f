import {
  HANDLER_ROLES,
  isOneOf,
  type DispatchInput,
  type Holder,
  type Tier,
  type Ticket,
} from '@zhuqi/domain';
import type { Directory, PersonCard, UnitCard } from '../ports/directory';
import type { TaskForceDesk } from '../ports/task-force-desk';
import { refuse } from '../refused';

/** A dispatch as a person asks for it. */
export interface DispatchRequest {
  readonly unitId: string;
  readonly personId?: string;
  readonly assistUnitIds?: readonly string[];
  readonly note?: string;
}

const TIER_OF_UNIT = {
  township: 2,
  task_force: 2,
  department: 3,
  office: 4,
  city_office: 5,
} as const satisfies Record<UnitCard['kind'], Tier>;

/** Where a unit is looked for. */
export interface Reach {
  readonly directory: Directory;
  readonly cityOfficeId: string | null;
  readonly taskForces: Pick<TaskForceDesk, 'dissolved'>;
}

const OFFICER_TIER = 1;

const handles = ({ roles }: PersonCard): boolean =>
  roles.includes('liaison_officer') || roles.some((role) => isOneOf(HANDLER_ROLES, role));

/** Finds the unit and person that were named: in the ticket's district, able to handle, and belonging together. */
export async function chosenHolder(
  ticket: Ticket,
  request: DispatchRequest,
  reach: Reach,
): Promise<DispatchInput> {
  const { directory } = reach;
  const unit = await unitWithin(reach, ticket, request.unitId, '/unitId');
  const assistUnitIds = (request.assistUnitIds ?? []).filter((id) => id !== unit.id);
  for (const [index, unitId] of assistUnitIds.entries()) {
    await assistingUnit(ticket, unitId, reach, `/assistUnitIds/${String(index)}`);
  }
  const note = request.note === undefined ? {} : { note: request.note };
  if (request.personId === undefined) {
    return { holder: await heldBy(unit, ticket, directory, '/unitId'), assistUnitIds, ...note };
  }
  const person = await directory.person(request.personId);
  if (person?.unitId !== unit.id || person.id === ticket.aboutPersonId || !handles(person)) {
    refuse('person.unknown', '该单位没有这个人员', '/personId');
  }
  const isOfficer = person.roles.includes('liaison_officer');
  const holder = isOfficer
    ? { tier: OFFICER_TIER as Tier, unitId: null, personId: person.id }
    : { tier: TIER_OF_UNIT[unit.kind], unitId: unit.id, personId: person.id };
  return { holder, assistUnitIds, ...note };
}

/** The unit as a holder; refused when nobody there could handle it but the person a complaint is about. */
async function heldBy(
  unit: UnitCard,
  ticket: Ticket,
  directory: Directory,
  pointer: string,
): Promise<Holder> {
  const handlers = await directory.handlersOf(unit.id);
  if (!handlers.some(({ id }) => id !== ticket.aboutPersonId)) {
    refuse('unit.no_handler', '该单位没有可以办理的人员，请改派', pointer);
  }
  return { tier: TIER_OF_UNIT[unit.kind], unitId: unit.id, personId: null };
}

/** A unit named in a request as the right one. */
export async function namedHolder(
  ticket: Ticket,
  unitId: string,
  reach: Reach,
  pointer = '/toUnitId',
): Promise<Holder> {
  const unit = await unitWithin(reach, ticket, unitId, pointer);
  return heldBy(unit, ticket, reach.directory, pointer);
}

/** A unit that can be asked for an opinion: one that has somebody to give it. */
export async function assistingUnit(
  ticket: Ticket,
  unitId: string,
  reach: Reach,
  pointer = '/unitId',
): Promise<void> {
  await heldBy(await unitWithin(reach, ticket, unitId, pointer), ticket, reach.directory, pointer);
}

/** A unit of the ticket's own district, or the city's office above it; any other is as unknown as none. */
export async function unitWithin(
  reach: Reach,
  ticket: Ticket,
  id: string,
  pointer: string,
): Promise<UnitCard> {
  const unit = await reach.directory.unit(id);
  const usable = unit !== null && (unit.regionCode === ticket.regionCode || unit.id === reach.cityOfficeId);
  if (!usable) return refuse('unit.unknown', '本区没有这个单位', pointer);
  const gone = unit.kind === 'task_force' && (await reach.taskForces.dissolved(unit.id));
  return gone ? refuse('taskForce.dissolved', '该专班已解散', pointer) : unit;
}
