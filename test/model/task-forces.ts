import { ChangeTaskForce } from '@zhuqi/application';
import {
  accepted,
  handOverComplaint,
  handOverLead,
  hasRole,
  reassignFollowUps,
  refused,
  unchanged,
  type Change,
  type Decision,
} from '@zhuqi/domain';
import { CAST, PEOPLE, type PersonName } from '../support/ticket-cast';
import { mustAgree, type Desk } from './commands';
import type { Dice } from './dice';
import { DISTRICT } from './district';
import { dissolve } from './force-dissolution';
import { found } from './force-founding';
import {
  concerned,
  existing,
  goOn,
  isHeldBy,
  joins,
  LEADS,
  leads,
  outOfTheirHands,
  take,
  unitOnly,
  type Of,
  type Step,
} from './force-tickets';
import type { Force } from './forces';
import { idOf, signedIn, UNIT_NAMES } from './names';
import type { People } from './people';
import type { Scene } from './story';
import { outcomeOf } from './system';

interface ChangeOrder {
  readonly leadPersonId: string | undefined;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

function changed(
  desk: Desk,
  force: Force,
  { leadPersonId, add, remove }: ChangeOrder,
  who: PersonName,
): Decision<readonly Step[]> {
  const { people } = desk.model;
  const there = existing(desk, force, who);
  if (!there.ok) return there;
  if (add.some((name) => !joins(people, name, DISTRICT))) return refused('unit.unknown', 'add');
  const strangers = remove.some((name) => !force.memberUnitIds.has(name) || add.includes(name));
  const joined = add.filter((name) => !force.memberUnitIds.has(name));
  if (strangers || force.memberUnitIds.size + joined.length - remove.length < 1) {
    return refused('taskForce.members', 'members');
  }
  if (leadPersonId === undefined || leadPersonId === force.leadId) return accepted([]);
  if (!leads(people, leadPersonId, people.person(who))) return refused('person.unknown', 'lead');
  return accepted(
    concerned(desk, force.id).map((story) => {
      const scene = story.scene(who);
      const about = scene.stored.aboutPersonId === leadPersonId;
      const led = about ? keptFrom(people, scene, force, leadPersonId) : passedOn(scene, force, leadPersonId);
      return [story, scene, led] as const;
    }),
  );
}

/** What is about the new lead leaves without a word. */
function keptFrom(people: People, { current, ctx }: Scene, { id }: Force, leadPersonId: string): Change {
  const holder = outOfTheirHands(people, ctx, [leadPersonId]);
  if (holder === null) return unchanged(current.ticket);
  const held = isHeldBy(current.ticket, id);
  const moved = held ? handOverComplaint(current.ticket, holder, ctx) : unchanged(current.ticket);
  return goOn(moved, (ticket) => reassignFollowUps(ticket, unitOnly(id), unitOnly(holder.unitId), ctx));
}

/** What the lead before had taken on in person. */
function passedOn({ current, ctx }: Scene, { id, leadId }: Force, leadPersonId: string): Change {
  const own = isHeldBy(current.ticket, id) && current.ticket.holderPersonId === leadId;
  return own ? handOverLead(current.ticket, leadPersonId, ctx) : unchanged(current.ticket);
}

async function change(desk: Desk, { force, who }: Of, dice: Dice): Promise<void> {
  const order: ChangeOrder = {
    leadPersonId: dice.oneIn(4) ? undefined : dice.pick(LEADS),
    add: dice.oneIn(2) ? [dice.pick(UNIT_NAMES)] : [],
    remove: dice.oneIn(2) ? [dice.pick([...force.memberUnitIds])] : [],
  };
  const steps = changed(desk, force, order, who);
  const { leadPersonId, add, remove } = order;
  const input = {
    ...(leadPersonId === undefined ? {} : { leadPersonId: idOf(leadPersonId) }),
    ...{ addUnitIds: add.map(idOf), removeUnitIds: remove.map(idOf) },
  };
  const actor = signedIn(desk.model.people.person(who));
  const got = await outcomeOf(desk.system.get(ChangeTaskForce).execute({ id: force.id, actor, input }));
  mustAgree('changeTaskForce', { expected: steps, got }, desk.coverage);
  if (!steps.ok) return;
  take(steps.value);
  for (const name of add) force.memberUnitIds.add(name);
  for (const name of remove) force.memberUnitIds.delete(name);
  force.leadId = leadPersonId ?? force.leadId;
}

/** A task force is founded, changed or dissolved; what it held goes on with another unit. */
export async function manageTaskForces(desk: Desk, dice: Dice): Promise<void> {
  const { people } = desk.model;
  const present = PEOPLE.filter(
    (name) => people.isActive(name) && hasRole(CAST[name], 'office_dispatcher', 'district_leader'),
  );
  const who = dice.oneIn(4) ? dice.pick(present) : 'office';
  people.forces.changed = true;
  const { list } = people.forces;
  if (list.length === 0 || dice.oneIn(4)) await found(desk, dice, who);
  else if (dice.oneIn(2)) await change(desk, { force: dice.pick(list), who }, dice);
  else await dissolve(desk, { force: dice.pick(list), who }, dice);
  desk.system.forget();
}
