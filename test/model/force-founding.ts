import { randomUUID } from 'node:crypto';
import { FoundTaskForce } from '@zhuqi/application';
import { accepted, dispatch, mayAct, refused, type Decision } from '@zhuqi/domain';
import type { PersonName } from '../support/ticket-cast';
import { permitted } from '../support/ticket-plays';
import { mustAgree, type Desk } from './commands';
import type { Dice } from './dice';
import { joins, LEADS, leads, sortedById, take, type Step } from './force-tickets';
import { canRead } from './judge';
import { idOf, signedIn, UNIT_NAMES } from './names';
import type { Story } from './story';
import { outcomeOf } from './system';

const TIER = 2;

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

/** A task force is founded and handed its first tickets. */
export async function found(desk: Desk, dice: Dice, who: PersonName): Promise<void> {
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
