import { ChangeTaskForce, DissolveTaskForce, FoundTaskForce } from '@zhuqi/application';
import {
  accepted,
  dispatch,
  HANDLER_ROLES,
  handOverLead,
  handOverOnDissolution,
  hasRole,
  HELD_BY_UNIT,
  isOneOf,
  mayAct,
  refused,
  releaseDissolved,
  type Change,
  type Decision,
  type PersonActor,
} from '@zhuqi/domain';
import { randomUUID } from 'node:crypto';
import { CAST, PEOPLE, type PersonName } from '../support/ticket-cast';
import { permitted } from '../support/ticket-plays';
import { mustAgree, type Desk } from './commands';
import type { Dice } from './dice';
import type { Force } from './forces';
import { canRead } from './judge';
import { idOf, signedIn, UNIT_NAMES } from './names';
import type { People } from './people';
import { unitAsHolder } from './reading';
import type { Scene, Story } from './story';
import { outcomeOf } from './system';

type Step = readonly [Story, Scene, Change];

const TIER = 2;

/** Who may lead: somebody of the district who handles tickets. */
const leads = (people: People, id: string, { regionCode }: PersonActor): boolean => {
  const person = people.byId(id);
  return person?.regionCode === regionCode && hasRole(person, ...HANDLER_ROLES);
};

/** Members are standing units of the district. */
const joins = (people: People, name: string, regionCode: string): boolean => {
  const unit = people.unit(name);
  return unit?.regionCode === regionCode && unit.kind !== 'task_force';
};

const sortedById = (stories: readonly Story[]): Story[] =>
  [...stories].sort((a, b) => (a.ticket.id < b.ticket.id ? -1 : 1));

const heldBy = ({ stories }: Desk, id: string): Story[] =>
  sortedById(stories).filter(
    ({ ticket }) => ticket.holderUnitId === id && isOneOf(HELD_BY_UNIT, ticket.status),
  );

function take(steps: readonly Step[]): void {
  for (const [story, scene, change] of steps) story.commit(scene, change);
}

interface Founding {
  readonly id: string;
  readonly name: string;
  readonly leadId: string;
  readonly members: readonly string[];
  readonly chosen: readonly Story[];
  readonly who: PersonName;
}

function founded(
  desk: Desk,
  { id, name, leadId, members, chosen, who }: Founding,
): Decision<readonly Step[]> {
  const { people } = desk.model;
  const actor = people.person(who);
  if (!leads(people, leadId, actor)) return refused('person.unknown', 'lead');
  if (members.some((unit) => !joins(people, unit, actor.regionCode)))
    return refused('unit.unknown', 'members');
  if (people.forces.list.some((force) => force.name === name)) return refused('taskForce.name_taken', 'name');
  const steps: Step[] = [];
  for (const story of sortedById(chosen)) {
    const scene = story.scene(who);
    const { stored, current, ctx } = scene;
    if (!canRead(who, people, story)) return refused('ticket.not_found', 'ticket');
    const standing = mayAct('dispatch', actor, stored);
    if (!standing.ok) return standing;
    const free = permitted('dispatch', actor, stored);
    if (!free.ok) return free;
    if (stored.regionCode !== actor.regionCode) return refused('ticket.not_found', 'ticket');
    if (stored.aboutPersonId === leadId) return refused('unit.no_handler', 'ticket');
    const holder = { tier: TIER, unitId: id, personId: null } as const;
    const change = dispatch(current.ticket, { holder, assistUnitIds: [] }, standing.value, ctx);
    if (!change.ok) return change;
    steps.push([story, scene, change.value]);
  }
  return accepted(steps);
}

const LEADS = ['wang', 'zhao', 'li', 'sun', 'chen', 'li', 'leader', 'he'] as const;

async function found(desk: Desk, dice: Dice, who: PersonName): Promise<void> {
  const { model, system, coverage, stories } = desk;
  const members = [...new Set([dice.pick(UNIT_NAMES), dice.pick(['township', 'department'] as const)])];
  const founding: Founding = {
    ...{ id: 'not yet', name: `专班 ${String(dice.roll(4))}`, leadId: dice.pick(LEADS), members, who },
    chosen: stories.filter(() => dice.oneIn(2)),
  };
  const steps = founded(desk, founding);
  const { name, leadId, chosen } = founding;
  const command = {
    ...{
      actor: signedIn(model.people.person(who)),
      idempotencyKey: dice.oneIn(2) ? randomUUID() : undefined,
    },
    input: {
      ...{ name, purpose: '供电保障', leadPersonId: idOf(leadId), memberUnitIds: members.map(idOf) },
      ticketIds: chosen.map(({ ticket }) => ticket.id),
    },
  };
  const got = await outcomeOf(system.get(FoundTaskForce).execute(command));
  mustAgree('foundTaskForce', { expected: steps, got }, coverage);
  if (!steps.ok || !got.ok) return;
  const { id } = got.value.body as { readonly id: string };
  // Only now its id is known, which is the name of the unit that holds the tickets.
  const again = founded(desk, { ...founding, id });
  if (again.ok) take(again.value);
  model.people.forces.list.push({ id, name, leadId, memberUnitIds: new Set(members), dissolved: false });
}

/** A task force of the person's regions that still exists. */
function existing({ model }: Desk, force: Force, who: PersonName): Decision<Force> {
  if (!model.people.person(who).regionCodes.includes('220105'))
    return refused('taskForce.not_found', 'force');
  return force.dissolved ? refused('taskForce.dissolved', 'force') : accepted(force);
}

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
  if (add.some((name) => !joins(people, name, '220105'))) return refused('unit.unknown', 'add');
  const strangers = remove.some((name) => !force.memberUnitIds.has(name) || add.includes(name));
  const joined = add.filter((name) => !force.memberUnitIds.has(name));
  if (strangers || force.memberUnitIds.size + joined.length - remove.length < 1) {
    return refused('taskForce.members', 'members');
  }
  if (leadPersonId === undefined || leadPersonId === force.leadId) return accepted([]);
  const person = people.byId(leadPersonId);
  if (person?.regionCode !== '220105' || !hasRole(person, ...HANDLER_ROLES))
    return refused('person.unknown', 'lead');
  const held = heldBy(desk, force.id);
  if (held.some(({ ticket }) => ticket.aboutPersonId === leadPersonId)) {
    return refused('taskForce.complaint_about_lead', 'lead');
  }
  return accepted(
    held
      .filter(({ ticket }) => ticket.holderPersonId === force.leadId)
      .map((story) => {
        const scene = story.scene(who);
        return [story, scene, handOverLead(scene.current.ticket, leadPersonId, scene.ctx)] as const;
      }),
  );
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

interface End {
  readonly toUnitId: string | undefined;
  /** Tickets that have a destination of their own. */
  readonly own: readonly (readonly [Story, string])[];
}

function dissolved(
  desk: Desk,
  force: Force,
  { toUnitId, own }: End,
  who: PersonName,
): Decision<readonly Step[]> {
  const { people } = desk.model;
  const there = existing(desk, force, who);
  if (!there.ok) return there;
  const held = heldBy(desk, force.id);
  if (own.some(([story]) => !held.includes(story))) return refused('taskForce.not_held', 'ticket');
  const ways = new Map(own);
  if (toUnitId === undefined && held.some((story) => !ways.has(story)))
    return refused('taskForce.tickets_left', 'ticket');
  const steps: Step[] = [];
  for (const story of held) {
    const name = ways.get(story) ?? toUnitId ?? '';
    if (name === force.id) return refused('taskForce.dissolved', 'unit');
    const scene = story.scene(who);
    const holder = unitAsHolder(name, { ticket: scene.stored, people });
    if (!holder.ok) return holder;
    steps.push([story, scene, handOverOnDissolution(scene.current.ticket, holder.value, scene.ctx)]);
  }
  return accepted(steps);
}

async function dissolve(desk: Desk, { force, who }: Of, dice: Dice): Promise<void> {
  const { model, system, coverage, stories } = desk;
  const anywhere = (): string => (dice.oneIn(12) ? force.id : dice.pick(UNIT_NAMES));
  const named = dice.oneIn(2) ? heldBy(desk, force.id) : stories.filter(() => dice.oneIn(8));
  const end: End = {
    toUnitId: dice.oneIn(4) ? undefined : anywhere(),
    own: named.map((story) => [story, anywhere()] as const),
  };
  const steps = dissolved(desk, force, end, who);
  const input = {
    note: '任务已完成',
    ...(end.toUnitId === undefined ? {} : { toUnitId: idOf(end.toUnitId) }),
    tickets: end.own.map(([{ ticket }, name]) => ({ ticketId: ticket.id, unitId: idOf(name) })),
  };
  const actor = signedIn(model.people.person(who));
  const got = await outcomeOf(system.get(DissolveTaskForce).execute({ id: force.id, actor, input }));
  mustAgree('dissolveTaskForce', { expected: steps, got }, coverage);
  if (!steps.ok) return;
  take(steps.value);
  for (const story of sortedById(stories)) {
    if (!story.ticket.assists.some(({ unitId, state }) => unitId === force.id && state === 'asked')) continue;
    const scene = story.scene(who);
    story.commit(scene, releaseDissolved(scene.current.ticket, force.id, scene.ctx));
  }
  force.dissolved = true;
}

interface Of {
  readonly force: Force;
  readonly who: PersonName;
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
