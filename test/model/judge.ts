import type { ActionInputs, PersonAction } from '@zhuqi/application';
import {
  accepted,
  handOverOnDissolution,
  handOverPost,
  mayAct,
  merge,
  refused,
  ruleOf,
  scopeOf,
  withinScope,
  type Action,
  type Change,
  type Decision,
  type Merging,
  type Standing,
} from '@zhuqi/domain';
import type { PersonName } from '../support/ticket-cast';
import { permitted, play } from '../support/ticket-plays';
import type { People } from './people';
import { complaintHolder, readOrder, unitAsHolder } from './reading';
import type { Scene, Story } from './story';

/** What somebody asks for on a ticket, and with which version of it in hand. */
export interface Command {
  readonly story: Story;
  readonly scene: Scene;
  readonly who: PersonName;
  readonly people: People;
  readonly version: number | undefined;
}

export interface ActionCommand<A extends PersonAction> extends Command {
  readonly action: A;
  readonly order: ActionInputs[A];
}

export interface MergeCommand extends Command {
  /** Null: a ticket there is none of. */
  readonly into: Story | null;
}

export interface JudgedMerge {
  readonly into: Story;
  readonly merging: Merging;
}

export const canRead = (who: PersonName, people: People, { ticket }: Story): boolean =>
  withinScope(scopeOf(people.person(who)), ticket);

const hidden = refused('ticket.not_found', 'ticket');

/** Before anything is decided: whose ticket it is, who may, on which version, in which status, free of hindrances. */
function admitted(command: Command, action: Action): Decision<Standing> {
  const { story, scene, who, people, version } = command;
  const actor = people.person(who);
  if (!canRead(who, people, story)) return hidden;
  const standing = mayAct(action, actor, scene.stored);
  if (!standing.ok) return standing;
  if (version === undefined && ruleOf(action).withoutVersion !== true) {
    return refused('precondition.required', 'version');
  }
  if (version !== undefined && version !== scene.stored.version) return refused('version.stale', 'version');
  return permitted(action, actor, scene.stored);
}

/** The model's verdict on an action: what it leads to, or why it is refused. */
export function judge<A extends PersonAction>(command: ActionCommand<A>): Decision<Change> {
  const { story, scene, who, people, action, order } = command;
  const { stored, current, ctx } = scene;
  if (!canRead(who, people, story)) return hidden;
  const named = 'requestId' in order ? order.requestId : null;
  if (named !== null && !stored.requests.some(({ id }) => id === named)) {
    return refused('request.not_found', 'request');
  }
  const entry = admitted(command, action);
  if (!entry.ok) return entry;
  const read = readOrder({ action, order }, { ticket: current.ticket, ctx, people });
  if (!read.ok) return read;
  const decided = play(current.ticket, { action, input: read.value, standing: entry.value }, ctx);
  return decided.ok && action === 'reopen' ? reopened(decided.value, scene, people) : decided;
}

/** What comes back to a task force that has been dissolved since goes to the office, and what was a post's to its successor. */
function reopened(change: Change, scene: Scene, people: People): Decision<Change> {
  const { officeId } = scene.ctx.chain;
  if (people.forces.byId(change.ticket.holderUnitId)?.dissolved !== true || officeId === null) {
    return withSuccessor(change, scene, people);
  }
  const office = unitAsHolder(officeId, { ticket: change.ticket, people });
  if (!office.ok) return office;
  const passed = handOverOnDissolution(change.ticket, office.value, scene.ctx);
  return withSuccessor({ ...passed, events: [...change.events, ...passed.events] }, scene, people);
}

/** What somebody held who has given its post away since goes to whom that post has come to. */
function withSuccessor(change: Change, { current, ctx }: Scene, people: People): Decision<Change> {
  const last = current.ticket.holdings.at(-1);
  const fromPersonId = last?.personId ?? null;
  if (fromPersonId === null) return accepted(change);
  const succession = people.posts.successorOf(fromPersonId, last?.toAt ?? ctx.now);
  if (succession === null || succession.toPersonId === fromPersonId) return accepted(change);
  const complaintsTo = complaintHolder(people, ctx.chain, [succession.toPersonId, fromPersonId]);
  const passed = handOverPost(change.ticket, { fromPersonId, complaintsTo, ...succession }, ctx);
  return passed.ok
    ? accepted({ ...passed.value, events: [...change.events, ...passed.value.events] })
    : passed;
}

/** The model's verdict on a merge. */
export function judgeMerge(command: MergeCommand): Decision<JudgedMerge> {
  const { story, scene, who, people, into } = command;
  const entry = admitted(command, 'merge');
  if (!entry.ok) return entry;
  if (into === null || (into !== story && !canRead(who, people, into))) {
    return refused('merge.unknown_parent', 'parent');
  }
  const parent = into === story ? scene : into.scene(who);
  const merging = merge(scene.current.ticket, parent.current.ticket, scene.ctx);
  return merging.ok ? accepted({ into, merging: merging.value }) : merging;
}

export const judgeUnmerge = (command: Command): Decision<unknown> => admitted(command, 'unmerge');
