import type { ActionInputs, PersonAction } from '@zhuqi/application';
import {
  accepted,
  HANDLER_ROLES,
  hasRole,
  heldConference,
  refused,
  requestHindrance,
  type Context,
  type Decision,
  type Holder,
  type Places,
  type Tier,
  type Ticket,
} from '@zhuqi/domain';
import { REJECTION_GROUNDS } from '@zhuqi/seeds';
import type { Inputs } from '../support/ticket-plays';
import { DISTRICT } from './district';
import type { People, UnitCard } from './people';

const TIER_OF = {
  ...{ township: 2, task_force: 2, department: 3, office: 4, city_office: 5 },
} as const satisfies Record<UnitCard['kind'], Tier>;

const CITY_OFFICE = 'city-office';

/** A ticket that something is said of, and who is there. */
export interface Subject {
  readonly ticket: Ticket;
  readonly ctx: Context;
  readonly people: People;
}

type Known = Pick<Subject, 'ticket' | 'people'>;

/** A unit of the ticket's district, or the city's office, that still exists. */
export function reachable(name: string, people: People): Decision<UnitCard> {
  const unit = people.unit(name);
  if (unit === undefined || (unit.regionCode !== DISTRICT && name !== CITY_OFFICE)) {
    return refused('unit.unknown', 'unit');
  }
  return unit.dissolved ? refused('taskForce.dissolved', 'unit') : accepted(unit);
}

/** The unit as a holder, if somebody works there whom the ticket is not about. */
export function unitAsHolder(name: string, { ticket, people }: Known): Decision<Holder> {
  const unit = reachable(name, people);
  if (!unit.ok) return unit;
  const staffed = people.handlersOf(name).some(({ id }) => id !== ticket.aboutPersonId);
  if (!staffed) return refused('unit.no_handler', 'unit');
  return accepted({ tier: TIER_OF[unit.value.kind], unitId: name, personId: null });
}

/** Who takes a complaint about the successor: the office, else the city's, as far as somebody else is there. */
export function complaintHolder(
  people: People,
  { officeId, cityOfficeId }: Places,
  except: readonly string[],
): Holder | null {
  const places = [
    [officeId, 4],
    [cityOfficeId, 5],
  ] as const;
  for (const [unitId, tier] of places) {
    const staffed = unitId !== null && people.handlersOf(unitId).some(({ id }) => !except.includes(id));
    if (staffed) return { tier, unitId, personId: null };
  }
  return null;
}

function personAsHolder(unitName: string, personId: string, { ticket, people }: Known): Decision<Holder> {
  const unit = people.unit(unitName);
  const person = people.byId(personId);
  if (unit === undefined || person?.unitId !== unitName || personId === ticket.aboutPersonId) {
    return refused('person.unknown', 'person');
  }
  if (hasRole(person, 'liaison_officer')) return accepted({ tier: 1, unitId: null, personId });
  return accepted({ tier: TIER_OF[unit.kind], unitId: unitName, personId });
}

type Read<A extends PersonAction> = (order: ActionInputs[A], subject: Subject) => Decision<Inputs[A]>;

const dispatch: Read<'dispatch'> = ({ unitId, personId, assistUnitIds = [], ...rest }, subject) => {
  const assisting = assistUnitIds.filter((name) => name !== unitId);
  const unit = reachable(unitId, subject.people);
  if (!unit.ok) return unit;
  const missing = assisting.map((name) => unitAsHolder(name, subject)).find(({ ok }) => !ok);
  if (missing !== undefined && !missing.ok) return missing;
  const holder =
    personId === undefined ? unitAsHolder(unitId, subject) : personAsHolder(unitId, personId, subject);
  return holder.ok ? accepted({ ...rest, holder: holder.value, assistUnitIds: assisting }) : holder;
};

const request: Read<'request'> = ({ toUnitId, ...said }, subject) => {
  const hindrance = requestHindrance(said.kind, subject.ticket, subject.ctx);
  if (hindrance !== null) return hindrance;
  if (toUnitId === undefined) return accepted(said);
  const to = unitAsHolder(toUnitId, subject);
  return to.ok ? accepted({ ...said, to: to.value }) : to;
};

const reject: Read<'reject'> = (order) =>
  accepted({ ...order, knownGrounds: REJECTION_GROUNDS.map(({ code }) => code) });

const answer: Read<'answer'> = (order, { people }) => {
  if (order.responsibleUnitId === undefined) return accepted(order);
  const unit = reachable(order.responsibleUnitId, people);
  return unit.ok ? accepted(order) : unit;
};

const assist: Read<'assist'> = (order, subject) => {
  const assistant = unitAsHolder(order.unitId, subject);
  return assistant.ok ? accepted(order) : assistant;
};

const ATTENDING = ['liaison_officer', 'district_leader', ...HANDLER_ROLES] as const;

/** Somebody of the district or of the city's office who confers, and may know of the ticket. */
function attends(id: string, { ticket, people }: Known): boolean {
  const { aboutPersonId, confidential, leaderId } = ticket;
  const person = people.byId(id);
  if (person === undefined || id === aboutPersonId || !hasRole(person, ...ATTENDING)) return false;
  if (person.regionCode !== DISTRICT && person.unitId !== CITY_OFFICE) return false;
  return !confidential || id === leaderId || hasRole(person, 'liaison_officer', ...HANDLER_ROLES);
}

/** The units and then the people that are named, as far as the first of them that is not known. */
function known(unitIds: readonly string[], personIds: readonly string[], subject: Known): Decision<true> {
  const missing = unitIds.map((name) => unitAsHolder(name, subject)).find(({ ok }) => !ok);
  if (missing !== undefined && !missing.ok) return missing;
  return personIds.every((id) => attends(id, subject)) ? accepted(true) : refused('person.unknown', 'person');
}

const convene: Read<'convene'> = ({ heldAt, unitIds = [], personIds = [], ...said }, subject) => {
  const invited = known(unitIds, personIds, subject);
  return invited.ok ? accepted({ ...said, heldAt: Date.parse(heldAt), unitIds, personIds }) : invited;
};

const conclude: Read<'conclude'> = (order, subject) => {
  const held = heldConference(subject.ticket, order.conference, subject.ctx);
  if (!held.ok) return held;
  const { followUps = [] } = order;
  const charged = known(
    followUps.flatMap(({ unitId }) => unitId ?? []),
    followUps.flatMap(({ personId }) => personId ?? []),
    subject,
  );
  return charged.ok ? accepted(order) : charged;
};

const READ: { readonly [A in PersonAction]?: Read<A> } = {
  ...{ dispatch, request, reject, answer, assist },
  ...{ convene, conclude },
};

/** What the model makes of an order: the units and people it names, or why it does not know them. */
export function readOrder<A extends PersonAction>(
  { action, order }: { readonly action: A; readonly order: ActionInputs[A] },
  subject: Subject,
): Decision<Inputs[A]> {
  const read = READ[action];
  // What needs no looking up is given to the domain as it was said.
  return read === undefined ? accepted(order as unknown as Inputs[A]) : read(order, subject);
}
