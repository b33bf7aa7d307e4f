import {
  CancelHandover,
  CarryOutDueHandovers,
  HandOver,
  Refused,
  type HandoverOrder,
} from '@zhuqi/application';
import {
  accepted,
  currentHolding,
  handOverPost,
  isOneOf,
  mayTakePlace,
  openFollowUps,
  refused,
  type Change,
  type Day,
  type Decision,
  type Post,
  type Ticket,
} from '@zhuqi/domain';
import { randomUUID } from 'node:crypto';
import { CAST, PEOPLE, type CastName } from '../support/ticket-cast';
import { mustAgree, type Desk } from './commands';
import type { Dice } from './dice';
import { idOf, signedIn } from './names';
import type { Handover } from './posts';
import { complaintHolder } from './reading';
import type { Scene, Story } from './story';
import { outcomeOf } from './system';

/** A ticket of the post, and what becomes of it. */
interface Moved {
  readonly story: Story;
  readonly scene: Scene;
  readonly change: Change;
}

const ENDED = ['closed', 'rejected', 'withdrawn'] as const;

/** A conference has left the person something to do, which stands when the ticket has ended. */
const isCharged = ({ followUps }: Ticket, person: string): boolean =>
  followUps.some(({ personId, doneAt }) => personId === person && doneAt === null);

const charges = ({ ticket }: Story, personId: string): boolean =>
  openFollowUps(ticket.followUps).some((followUp) => followUp.personId === personId);

/**
 * What goes along with a post: what the person holds and has to do after conferences, and complaints about the
 * successor with the task forces it comes to lead. Of one that is done only what was held when it was done.
 */
function ofPost({ stories, model }: Desk, { from, to, leaves, doneAt }: Handover): readonly Story[] {
  const until = doneAt === null || leaves ? null : doneAt;
  const led = model.people.forces.ledBy(from).map(({ id }) => id);
  return stories.filter((story) => {
    const { ticket } = story;
    const open = !isOneOf(ENDED, ticket.status);
    const since = currentHolding(ticket)?.fromAt ?? Infinity;
    const held = open && ticket.holderPersonId === from && (until === null || since <= until);
    const complaint = open && ticket.aboutPersonId === to && led.some((id) => id === ticket.holderUnitId);
    return held || (until === null && (complaint || charges(story, from)));
  });
}

/** Everything the post holds, as it goes on; refused as a whole when one ticket has nowhere to go. */
function moved(desk: Desk, handover: Handover, by: CastName): Decision<readonly Moved[]> {
  const { people } = desk.model;
  const { id, from, to, leaves } = handover;
  const ledUnitIds = people.forces.ledBy(from).map((force) => force.id);
  const list: Moved[] = [];
  for (const story of ofPost(desk, handover)) {
    const scene = story.scene(by);
    const complaint = scene.stored.aboutPersonId === to;
    const except = leaves ? [to, from] : [to];
    const complaintsTo = complaint ? complaintHolder(people, scene.ctx.chain, except) : null;
    const post = { handoverId: id, fromPersonId: from, toPersonId: to, complaintsTo, ledUnitIds };
    const change = handOverPost(scene.current.ticket, post, scene.ctx);
    if (!change.ok) return change;
    if (change.value.events.length > 0) list.push({ story, scene, change: change.value });
  }
  return accepted(list);
}

function carryOut(desk: Desk, handover: Handover, list: readonly Moved[]): void {
  for (const { story, scene, change } of list) story.commit(scene, change);
  const { people, time } = desk.model;
  if (handover.state !== 'planned') return;
  people.posts.takeEffect(handover, time.now);
  for (const force of people.forces.ledBy(handover.from)) force.leadId = handover.to;
}

/** Mostly somebody of the same post, so that it can be taken over. */
const PAIRS = [
  ['officer', 'officer-b'],
  ['officer-b', 'officer'],
  ['wang', 'zhao'],
  ['zhao', 'wang'],
  ['leader', 'leader-b'],
  ['leader-b', 'leader'],
] as const;

/** Mostly somebody who holds something gives it away. */
function people({ stories }: Desk, dice: Dice): { readonly from: string; readonly to: string } {
  const holds = ([from]: (typeof PAIRS)[number]): boolean =>
    stories.some(
      (story) =>
        charges(story, from) ||
        (story.ticket.holderPersonId === from && !isOneOf(ENDED, story.ticket.status)),
    );
  const holding = PAIRS.filter(holds);
  const [from, to] = dice.pick(holding.length === 0 || dice.oneIn(4) ? PAIRS : holding);
  const anybody = CAST[dice.pick(PEOPLE)].id;
  return { from: dice.oneIn(10) ? anybody : from, to: dice.oneIn(10) ? CAST[dice.pick(PEOPLE)].id : to };
}

function dayOf({ model }: Desk, dice: Dice): Day {
  if (dice.oneIn(15)) return dice.pick(['2026-01-01', '2035-01-01']);
  const calendar = model.rules.calendar();
  let day = model.people.today;
  for (let left = dice.oneIn(3) ? dice.roll(8) : 0; left > 0; left -= 1) day = calendar.nextDay(day);
  return day;
}

/** Whether a post can be given away as it is asked; answers the posts. */
function verdict({ model }: Desk, order: HandoverOrder, by: CastName): Decision<readonly Post[]> {
  const actor = model.people.actor(by);
  const holders = [order.fromPersonId, order.toPersonId].map((id) =>
    PEOPLE.find((name) => CAST[name].id === id),
  );
  const [from, to] = holders.map((name) => {
    if (name === undefined || actor.kind !== 'person') return undefined;
    const person = { ...CAST[name], active: model.people.isActive(name) };
    return actor.regionCodes.includes(person.regionCode) ? person : undefined;
  });
  if (from === undefined || to === undefined) return refused('person.unknown', 'person');
  const posts = mayTakePlace(from, to, { from: 'from', to: 'to' });
  if (!posts.ok) return posts;
  const { today } = model.people;
  const within = order.effectiveOn >= today && order.effectiveOn < '2035-01-01';
  return within ? posts : refused('handover.effective_on', 'day');
}

/** Whether there is anything to hand on, today; the leadership of a district is. */
function somethingMoves(desk: Desk, handover: Handover): boolean {
  const { posts, forces } = desk.model.people;
  const { from, effectiveOn, leaves } = handover;
  return (
    leaves ||
    handover.posts.includes('leader') ||
    ofPost(desk, handover).length > 0 ||
    posts.isPaired(from, effectiveOn) ||
    forces.ledBy(from).length > 0
  );
}

/** A post goes from one person to another, at once or on its day; now and then a planned one is taken back. */
export async function handOverPosts(desk: Desk, dice: Dice): Promise<void> {
  const { model, system, coverage } = desk;
  const planned = model.people.posts.handovers.filter(({ state }) => state === 'planned');
  if (planned.length > 0 && dice.oneIn(2)) return cancel(desk, dice.pick(model.people.posts.handovers));
  const by = dice.oneIn(15) ? 'foreignOffice' : 'office';
  const { from, to } = people(desk, dice);
  const order: HandoverOrder = {
    ...{ fromPersonId: from, toPersonId: to, effectiveOn: dayOf(desk, dice), reason: '岗位调整' },
    ...{ leaves: dice.oneIn(5), overCapacity: dice.oneIn(2) },
  };
  const fits = verdict(desk, order, by);
  const handover = handoverOf(desk, order, fits.ok ? fits.value : []);
  const now = order.effectiveOn <= model.people.today;
  const empty = fits.ok && now && !somethingMoves(desk, handover);
  const posts = empty ? refused('handover.empty', 'post') : fits;
  const waits = planned.some((each) => each.from === from);
  const list = !posts.ok
    ? posts
    : waits
      ? refused('handover.already_planned', 'person')
      : now
        ? moved(desk, handover, by)
        : accepted([]);
  const stored = { ...order, fromPersonId: idOf(from), toPersonId: idOf(to) };
  model.people.posts.changed = true;
  const actor = signedIn(model.people.person(by));
  if (dice.oneIn(6)) {
    const seen = await outcomeOf(system.get(HandOver).preview(actor, stored));
    mustAgree('tryHandover', { expected: posts, got: seen }, coverage);
    return;
  }
  const command = {
    ...{ actor, order: stored, idempotencyKey: dice.oneIn(2) ? randomUUID() : undefined },
    present: (picture: { readonly handover: { readonly id: string } | null }) => ({
      id: picture.handover?.id,
    }),
  };
  const got = await outcomeOf(system.get(HandOver).execute(command));
  mustAgree('handOver', { expected: list, got }, coverage);
  if (!list.ok || !got.ok) return;
  if (command.idempotencyKey !== undefined)
    expect(await system.get(HandOver).execute(command)).toEqual(got.value);
  const { id } = got.value.body as { readonly id: string };
  const kept = { ...handover, id };
  model.people.posts.handovers.push(kept);
  // Only now its id is known, which the events name.
  const again = now ? moved(desk, kept, by) : accepted([]);
  if (now && again.ok) carryOut(desk, kept, again.value);
  system.forget();
}

const handoverOf = (
  { model }: Desk,
  { fromPersonId, toPersonId, effectiveOn, leaves }: HandoverOrder,
  posts: readonly Post[],
): Handover => ({
  ...{ id: 'not yet', from: fromPersonId, to: toPersonId, posts, effectiveOn, leaves },
  ...{ madeAt: model.time.now, state: 'planned', doneAt: null },
});

async function cancel({ system, model, coverage }: Desk, handover: Handover): Promise<void> {
  const actor = signedIn(model.people.person('office'));
  const expected = handover.state === 'planned' ? accepted(true) : refused('handover.not_planned', 'state');
  const got = await outcomeOf(system.get(CancelHandover).execute(handover.id, actor));
  mustAgree('cancelHandover', { expected, got }, coverage);
  if (expected.ok) handover.state = 'cancelled';
}

/** Planned ones whose day has come take effect, and what slipped through follows: the worker's round. */
export async function carryOutDue(desk: Desk): Promise<void> {
  const { people: everybody } = desk.model;
  const { posts } = everybody;
  if (posts.handovers.length === 0) return;
  const due = [...posts.due(everybody.today), ...belated(desk)];
  const expected = due.flatMap((handover) => {
    const list = stillPossible(desk, handover) ?? moved(desk, handover, 'system');
    if (list.ok) carryOut(desk, handover, list.value);
    return list.ok ? [] : [{ id: handover.id, code: list.refusal.code }];
  });
  const failures = await desk.system.get(CarryOutDueHandovers).execute();
  const got = failures.map(({ handoverId, error }) => {
    if (!(error instanceof Refused)) throw error;
    return { id: handoverId, code: error.refusal.code };
  });
  expect(got).toEqual(expected);
  if (due.length > 0) desk.system.forget();
  desk.coverage.count('action carryOutHandover', due.length - failures.length);
}

/** Done ones whose predecessor holds what it was given before they were done, or anything although it has left. */
function belated({ model, stories }: Desk): readonly Handover[] {
  const holds = ({ from, doneAt, leaves }: Handover): boolean =>
    stories.some((story) => {
      const { ticket } = story;
      const gone = leaves && !model.people.posts.isActive(from);
      if (gone && charges(story, from)) return true;
      if (leaves && !model.people.posts.isActive(from) && isCharged(ticket, from)) return true;
      if (ticket.holderPersonId !== from || isOneOf(ENDED, ticket.status)) return false;
      const since = currentHolding(ticket)?.fromAt;
      if (since === undefined) return false;
      return since <= (doneAt ?? 0) || gone;
    });
  return model.people.posts.latest().filter(holds);
}

function stillPossible({ model }: Desk, { from, to }: Handover): Decision<never> | null {
  const [holder, successor] = [from, to].map((id) => PEOPLE.find((name) => CAST[name].id === id));
  if (holder === undefined || successor === undefined) return refused('person.unknown', 'person');
  const person = (name: (typeof PEOPLE)[number]) => ({ ...CAST[name], active: model.people.isActive(name) });
  const fits = mayTakePlace(person(holder), person(successor), { from: 'from', to: 'to' });
  return fits.ok ? null : fits;
}
