import type { ActionInputs, PersonAction } from '@zhuqi/application';
import {
  accepted,
  HANDLER_ROLES,
  hasRole,
  refused,
  requestHindrance,
  type Context,
  type Decision,
  type Holder,
  type Tier,
  type Ticket,
} from '@zhuqi/domain';
import { REJECTION_GROUNDS } from '@zhuqi/seeds';
import { CAST, PEOPLE } from '../support/ticket-cast';
import type { Inputs } from '../support/ticket-plays';
import { UNITS } from './names';

const TIER_OF = {
  ...{ township: 2, task_force: 2, department: 3, office: 4, city_office: 5 },
} as const satisfies Record<(typeof UNITS)[number][2], Tier>;

const DISTRICT = '220105';
const CITY_OFFICE = 'city-office';

const everybody = PEOPLE.map((name) => CAST[name]);

const unitOf = (name: string | undefined) => UNITS.find(([each]) => each === name);

/** A unit of the ticket's district, or the city's office. */
const isReachable = (name: string): boolean => name === CITY_OFFICE || unitOf(name)?.[1] === DISTRICT;

const unknownUnit = refused('unit.unknown', 'unit');

/** The unit as a holder, if somebody works there whom the ticket is not about. */
function unitAsHolder(name: string, { aboutPersonId }: Ticket): Decision<Holder> {
  const unit = unitOf(name);
  if (unit === undefined || !isReachable(name)) return unknownUnit;
  const staffed = everybody.some(
    (person) => person.unitId === name && person.id !== aboutPersonId && hasRole(person, ...HANDLER_ROLES),
  );
  if (!staffed) return refused('unit.no_handler', 'unit');
  return accepted({ tier: TIER_OF[unit[2]], unitId: name, personId: null });
}

function personAsHolder(unitName: string, personId: string, { aboutPersonId }: Ticket): Decision<Holder> {
  const unit = unitOf(unitName);
  const person = everybody.find(({ id }) => id === personId);
  if (unit === undefined || person?.unitId !== unitName || personId === aboutPersonId) {
    return refused('person.unknown', 'person');
  }
  if (hasRole(person, 'liaison_officer')) return accepted({ tier: 1, unitId: null, personId });
  return accepted({ tier: TIER_OF[unit[2]], unitId: unitName, personId });
}

type Read<A extends PersonAction> = (
  order: ActionInputs[A],
  ticket: Ticket,
  ctx: Context,
) => Decision<Inputs[A]>;

const dispatch: Read<'dispatch'> = ({ unitId, personId, assistUnitIds = [], ...rest }, ticket) => {
  const assisting = assistUnitIds.filter((name) => name !== unitId);
  if (!isReachable(unitId)) return unknownUnit;
  const missing = assisting.map((name) => unitAsHolder(name, ticket)).find(({ ok }) => !ok);
  if (missing !== undefined && !missing.ok) return missing;
  const holder =
    personId === undefined ? unitAsHolder(unitId, ticket) : personAsHolder(unitId, personId, ticket);
  return holder.ok ? accepted({ ...rest, holder: holder.value, assistUnitIds: assisting }) : holder;
};

const request: Read<'request'> = ({ toUnitId, ...said }, ticket, ctx) => {
  const hindrance = requestHindrance(said.kind, ticket, ctx);
  if (hindrance !== null) return hindrance;
  if (toUnitId === undefined) return accepted(said);
  const to = unitAsHolder(toUnitId, ticket);
  return to.ok ? accepted({ ...said, to: to.value }) : to;
};

const reject: Read<'reject'> = (order) =>
  accepted({ ...order, knownGrounds: REJECTION_GROUNDS.map(({ code }) => code) });

const answer: Read<'answer'> = (order) =>
  order.responsibleUnitId === undefined || isReachable(order.responsibleUnitId)
    ? accepted(order)
    : unknownUnit;

const assist: Read<'assist'> = (order, ticket) => {
  const assistant = unitAsHolder(order.unitId, ticket);
  return assistant.ok ? accepted(order) : assistant;
};

const ATTENDING = ['liaison_officer', 'district_leader', ...HANDLER_ROLES] as const;

/** Somebody of the district or of the city's office who confers, and may know of the ticket. */
function attends(id: string, { aboutPersonId, confidential, leaderId }: Ticket): boolean {
  const person = everybody.find((each) => each.id === id);
  if (person === undefined || id === aboutPersonId || !hasRole(person, ...ATTENDING)) return false;
  if (person.regionCode !== DISTRICT && person.unitId !== CITY_OFFICE) return false;
  return !confidential || id === leaderId || hasRole(person, 'liaison_officer', ...HANDLER_ROLES);
}

/** The units and then the people that are named, as far as the first of them that is not known. */
function known(unitIds: readonly string[], personIds: readonly string[], ticket: Ticket): Decision<true> {
  const missing = unitIds.map((name) => unitAsHolder(name, ticket)).find(({ ok }) => !ok);
  if (missing !== undefined && !missing.ok) return missing;
  return personIds.every((id) => attends(id, ticket)) ? accepted(true) : refused('person.unknown', 'person');
}

const convene: Read<'convene'> = ({ heldAt, unitIds = [], personIds = [], ...said }, ticket) => {
  const invited = known(unitIds, personIds, ticket);
  return invited.ok ? accepted({ ...said, heldAt: Date.parse(heldAt), unitIds, personIds }) : invited;
};

const conclude: Read<'conclude'> = (order, ticket) => {
  const { followUps = [] } = order;
  const charged = known(
    followUps.flatMap(({ unitId }) => unitId ?? []),
    followUps.flatMap(({ personId }) => personId ?? []),
    ticket,
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
  ticket: Ticket,
  ctx: Context,
): Decision<Inputs[A]> {
  const read = READ[action];
  // What needs no looking up is given to the domain as it was said.
  return read === undefined ? accepted(order as unknown as Inputs[A]) : read(order, ticket, ctx);
}
