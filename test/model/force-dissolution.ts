import { DissolveTaskForce } from '@zhuqi/application';
import {
  accepted,
  handOverOnDissolution,
  reassignFollowUps,
  refused,
  releaseDissolved,
  unchanged,
  type Change,
  type Decision,
  type Holder,
} from '@zhuqi/domain';
import type { PersonName } from '../support/ticket-cast';
import { mustAgree, type Desk } from './commands';
import type { Dice } from './dice';
import type { Force } from './forces';
import {
  concerned,
  existing,
  goOn,
  isHeldBy,
  outOfTheirHands,
  take,
  unitOnly,
  type Of,
  type Step,
} from './force-tickets';
import { canRead } from './judge';
import { idOf, signedIn, UNIT_NAMES } from './names';
import type { People } from './people';
import { unitAsHolder } from './reading';
import type { Scene, Story } from './story';
import { outcomeOf } from './system';

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
  const held = concerned(desk, force.id).filter(
    (story) => isHeldBy(story.ticket, force.id) && canRead(who, people, story),
  );
  if (own.some(([story]) => !held.includes(story))) return refused('taskForce.not_held', 'ticket');
  const ways = new Map(own);
  if (toUnitId === undefined && held.some((story) => !ways.has(story))) {
    return refused('taskForce.tickets_left', 'ticket');
  }
  const steps: Step[] = [];
  for (const story of concerned(desk, force.id)) {
    const scene = story.scene(who);
    const way = held.includes(story) ? (ways.get(story) ?? toUnitId ?? null) : null;
    const change = released(people, scene, force, way);
    if (!change.ok) return change;
    steps.push([story, scene, change.value]);
  }
  return accepted(steps);
}

/** Whatever the task force has to do with the ticket ends, and somebody else goes on. */
function released(people: People, scene: Scene, force: Force, way: string | null): Decision<Change> {
  const { stored, current, ctx } = scene;
  const held = isHeldBy(stored, force.id);
  const holder = held ? heir(people, scene, force, way) : null;
  if (holder !== null && !holder.ok) return holder;
  const moved =
    holder === null ? unchanged(current.ticket) : handOverOnDissolution(current.ticket, holder.value, ctx);
  const atOwnPost = stored.aboutPersonId === force.leadId ? null : people.byId(force.leadId)?.unitId;
  const heirId = held ? moved.ticket.holderUnitId : (atOwnPost ?? ctx.chain.officeId);
  const heard = goOn(moved, (ticket) => releaseDissolved(ticket, force.id, ctx));
  if (heirId === null) return accepted(heard);
  return accepted(
    goOn(heard, (ticket) => reassignFollowUps(ticket, unitOnly(force.id), unitOnly(heirId), ctx)),
  );
}

/** The unit that was named; the office for what the person may not read. */
function heir(people: People, { stored, ctx }: Scene, force: Force, way: string | null): Decision<Holder> {
  if (way === force.id) return refused('taskForce.dissolved', 'unit');
  if (way !== null) return unitAsHolder(way, { ticket: stored, people });
  const { aboutPersonId } = stored;
  const except = aboutPersonId === null || ctx.actor.id === null ? [] : [aboutPersonId, ctx.actor.id];
  const holder = outOfTheirHands(people, ctx, except);
  return holder === null ? refused('unit.no_handler', 'unit') : accepted(holder);
}

/** A task force ends; everything it had to do with goes on with somebody else, or it does not end. */
export async function dissolve(desk: Desk, { force, who }: Of, dice: Dice): Promise<void> {
  const { model, system, coverage, stories } = desk;
  const anywhere = (): string => (dice.oneIn(12) ? force.id : dice.pick(UNIT_NAMES));
  const named = dice.oneIn(2)
    ? stories.filter(({ ticket }) => isHeldBy(ticket, force.id))
    : stories.filter(() => dice.oneIn(8));
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
  force.dissolved = true;
}
