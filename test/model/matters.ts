import { randomUUID } from 'node:crypto';
import { ManageMatter } from '@zhuqi/application';
import {
  accepted,
  FEWEST_TICKETS_OF_A_MATTER,
  isLive,
  joinMatter,
  leaveMatter,
  mayManageMatters,
  refused,
  removeFromMatter,
  type Change,
  type Decision,
  type Matter,
} from '@zhuqi/domain';
import { PEOPLE, type PersonName } from '../support/ticket-cast';
import { answerMatter } from './answering-together';
import { mustAgree, type Desk } from './commands';
import type { Dice } from './dice';
import { DISTRICT } from './district';
import { canRead } from './judge';
import { idOf, signedIn } from './names';
import { asked, memberOf, open, replace, type Member, type Of, type Opened } from './opened-matter';
import type { Story } from './story';
import { outcomeOf } from './system';

type Step = readonly [Member, Change];

/** A matter that the office may change. */
function managed(desk: Desk, matter: Matter, who: PersonName): Decision<Opened> {
  const opened = open(desk, matter, who);
  if (!opened.ok) return opened;
  const may = mayManageMatters(desk.model.people.person(who), opened.value.lead.scene.stored);
  return may.ok ? opened : may;
}

/** What each step leads to; the first that is refused refuses all of them. */
function all(
  members: readonly Member[],
  decide: (member: Member) => Decision<Change>,
): Decision<readonly Step[]> {
  const steps: Step[] = [];
  for (const member of members) {
    const change = decide(member);
    if (!change.ok) return change;
    steps.push([member, change.value]);
  }
  return accepted(steps);
}

function take(decided: Decision<readonly Step[]>): void {
  if (decided.ok) for (const [{ story, scene }, change] of decided.value) story.commit(scene, change);
}

/** The tickets that join a matter; one that may not be read is as unknown as none. */
function joining(
  { model }: Desk,
  { matter, lead, who }: { readonly matter: Matter; readonly lead: Member; readonly who: PersonName },
  chosen: readonly (Story | null)[],
): Decision<readonly Step[]> {
  const known = chosen.filter((story) => story !== null && canRead(who, model.people, story)) as Story[];
  const unknown = chosen.length > known.length;
  const join = ({ scene }: Member) =>
    joinMatter(scene.current.ticket, matter, lead.scene.current.ticket, scene.ctx);
  const first = chosen.findIndex((story) => story === null || !known.includes(story));
  const before = unknown ? chosen.slice(0, first) : chosen;
  const steps = all(
    (before as Story[]).map((story) => memberOf(story, who)),
    join,
  );
  return steps.ok && unknown ? refused('matter.unknown_ticket', 'ticket') : steps;
}

const UNKNOWN = idOf('no such ticket');
const idsOf = (chosen: readonly (Story | null)[]): string[] =>
  chosen.map((story) => story?.ticket.id ?? UNKNOWN);

/** Some tickets, seldom with one that there is none of. */
function some({ stories }: Desk, dice: Dice): readonly (Story | null)[] {
  const chosen = stories.filter(() => !dice.oneIn(3));
  return dice.oneIn(12) ? [...chosen, null] : chosen;
}

async function make(desk: Desk, dice: Dice, who: PersonName): Promise<void> {
  const { model, system, coverage } = desk;
  const leading = dice.pick(desk.stories);
  const chosen = some(desk, dice);
  const input = {
    title: '园区停电',
    reason: '同一次停电',
    leadTicketId: leading.ticket.id,
    ticketIds: idsOf(chosen),
  };
  const matter = matterLed(leading);
  const steps = founded(desk, { leading, chosen, matter, who });
  const idempotencyKey = dice.oneIn(2) ? randomUUID() : undefined;
  const command = { actor: signedIn(model.people.person(who)), idempotencyKey, input };
  const got = await outcomeOf(system.get(ManageMatter).make(command));
  mustAgree('makeMatter', { expected: steps, got }, coverage);
  if (!steps.ok || !got.ok) return;
  if (idempotencyKey !== undefined) expect(await system.get(ManageMatter).make(command)).toEqual(got.value);
  const made = { ...matter, id: (got.value.body as { readonly id: string }).id };
  take(founded(desk, { leading, chosen, matter: made, who }));
  model.matters.push(made);
}

const matterLed = ({ ticket }: Story): Matter => ({
  ...{
    id: 'not yet',
    regionCode: DISTRICT,
    leadTicketId: ticket.id,
    title: '园区停电',
    reason: '同一次停电',
  },
  ...{ state: 'open', answer: null, answeredAt: null },
});

interface Founding {
  readonly leading: Story;
  readonly chosen: readonly (Story | null)[];
  readonly matter: Matter;
  readonly who: PersonName;
}

function founded(desk: Desk, { leading, chosen, matter, who }: Founding): Decision<readonly Step[]> {
  const { people } = desk.model;
  const wanted = [...new Set([leading, ...chosen])];
  if (wanted.length < FEWEST_TICKETS_OF_A_MATTER) return refused('matter.too_few', 'tickets');
  if (!canRead(who, people, leading)) return refused('matter.unknown_ticket', 'lead');
  const lead = memberOf(leading, who);
  const may = mayManageMatters(people.person(who), lead.scene.stored);
  if (!may.ok) return may;
  // All are looked up before the first of them joins.
  if (wanted.some((story) => story === null || !canRead(who, people, story))) {
    return refused('matter.unknown_ticket', 'ticket');
  }
  return joining(desk, { matter, lead, who }, wanted);
}

const outside = ({ stories }: Desk): readonly Story[] =>
  stories.filter(({ ticket }) => ticket.matterId === null);

/** Mostly one that belongs to no matter yet. */
function newcomers(desk: Desk, dice: Dice): readonly (Story | null)[] {
  const free = outside(desk);
  return free.length === 0 || dice.oneIn(4) ? some(desk, dice) : [dice.pick(free)];
}

async function add(desk: Desk, { matter, who }: Of, dice: Dice): Promise<void> {
  const chosen = newcomers(desk, dice);
  const opened = managed(desk, matter, who);
  const live = opened.ok ? isLive(matter) : opened;
  const steps =
    opened.ok && live.ok
      ? joining(desk, { matter, lead: opened.value.lead, who }, chosen)
      : (live as Decision<never>);
  const command = { ...asked(desk, { matter, who }), input: () => ({ ticketIds: idsOf(chosen) }) };
  const got = await outcomeOf(desk.system.get(ManageMatter).add(command));
  mustAgree('addToMatter', { expected: steps, got }, desk.coverage);
  take(steps);
}

async function remove(desk: Desk, { matter, who }: Of, dice: Dice): Promise<void> {
  const opened = managed(desk, matter, who);
  const members = desk.stories.filter(({ ticket }) => ticket.matterId === matter.id);
  const story = dice.pick(members.length === 0 || dice.oneIn(6) ? desk.stories : members);
  const steps = opened.ok ? removed(desk, { matter, who }, opened.value, story) : opened;
  const command = { ...asked(desk, { matter, who }), ticketId: story.ticket.id };
  const got = await outcomeOf(desk.system.get(ManageMatter).remove(command));
  mustAgree('removeFromMatter', { expected: steps, got }, desk.coverage);
  take(steps);
}

function removed(
  { model }: Desk,
  { matter, who }: Of,
  { members }: Opened,
  story: Story,
): Decision<readonly Step[]> {
  const member = members.find((each) => each.story === story && canRead(who, model.people, story));
  if (member === undefined) return refused('matter.not_member', 'ticket');
  return all([member], ({ scene }) => removeFromMatter(scene.current.ticket, matter, scene.ctx));
}

async function dissolve(desk: Desk, { matter, who }: Of): Promise<void> {
  const opened = managed(desk, matter, who);
  const live = opened.ok ? isLive(matter) : opened;
  const free = live.ok && matter.answer !== null ? refused('matter.answered', 'matter') : live;
  const steps =
    opened.ok && free.ok
      ? all(opened.value.members, ({ scene }) => accepted(leaveMatter(scene.current.ticket, scene.ctx)))
      : (free as Decision<never>);
  const got = await outcomeOf(desk.system.get(ManageMatter).dissolve(asked(desk, { matter, who })));
  mustAgree('dissolveMatter', { expected: steps, got }, desk.coverage);
  take(steps);
  if (steps.ok) replace(desk, { ...matter, state: 'dissolved' });
}

/** What is done with a matter that there is: mostly it is answered. */
const DONE = [
  [answerMatter, 6],
  [add, 1],
  [remove, 4],
  [dissolve, 2],
] as const;

/** Mostly one that is open: nothing can be done any more with what was dissolved. */
function someMatter({ model: { matters } }: Desk, dice: Dice): Matter {
  const live = matters.filter(({ state }) => state === 'open');
  return dice.pick(live.length === 0 || dice.oneIn(4) ? matters : live);
}

/** Tickets of the same matter are put together, taken apart, or answered with one answer. */
export async function manageMatters(desk: Desk, dice: Dice): Promise<void> {
  const { stories, model } = desk;
  if (stories.length === 0) return;
  const present = PEOPLE.filter((name) => model.people.isActive(name));
  const who = dice.oneIn(10) ? dice.pick(present) : 'office';
  if (model.matters.length === 0 || dice.oneIn(5)) return make(desk, dice, who);
  const joinable = outside(desk).length > 0 && dice.oneIn(2);
  const act = joinable ? add : dice.weighted<(typeof DONE)[number][0]>(DONE);
  return act(desk, { matter: someMatter(desk, dice), who }, dice);
}
