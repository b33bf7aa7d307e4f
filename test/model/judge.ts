import type { ActionInputs, PersonAction } from '@zhuqi/application';
import {
  accepted,
  mayAct,
  merge,
  refused,
  ruleOf,
  scopeOf,
  withinScope,
  type Action,
  type Decision,
} from '@zhuqi/domain';
import { CAST, type PersonName } from '../support/ticket-cast';
import { act, permitted, type Inputs } from '../support/ticket-plays';
import type { TicketStory } from '../support/ticket-stage';
import { readOrder } from './reading';

/** What somebody asks for on a ticket, and with which version of it in hand. */
export interface Command {
  readonly story: TicketStory;
  readonly who: PersonName;
  readonly version: number | undefined;
  readonly at: number;
}

export interface ActionCommand<A extends PersonAction> extends Command {
  readonly action: A;
  readonly order: ActionInputs[A];
}

export interface MergeCommand extends Command {
  /** Null: a ticket there is none of. */
  readonly into: TicketStory | null;
}

const canRead = ({ story, who }: Command): boolean => withinScope(scopeOf(CAST[who]), story.ticket);

const hidden = refused('ticket.not_found', 'ticket');

/** Before anything is decided: whose ticket it is, who may, on which version, in which status, free of hindrances. */
function admitted(command: Command, action: Action): Decision<unknown> {
  const { story, who, version } = command;
  if (!canRead(command)) return hidden;
  const standing = mayAct(action, CAST[who], story.ticket);
  if (!standing.ok) return standing;
  if (version === undefined && ruleOf(action).withoutVersion !== true) {
    return refused('precondition.required', 'version');
  }
  if (version !== undefined && version !== story.ticket.version) return refused('version.stale', 'version');
  return permitted(action, CAST[who], story.ticket);
}

/** The model's verdict on an action: what the domain is given when it is taken, or why it is refused. */
export function judge<A extends PersonAction>(command: ActionCommand<A>): Decision<Inputs[A]> {
  const { story, who, at, action, order } = command;
  const { ticket } = story;
  if (!canRead(command)) return hidden;
  const named = 'requestId' in order ? order.requestId : null;
  if (named !== null && !ticket.requests.some(({ id }) => id === named)) {
    return refused('request.not_found', 'request');
  }
  const entry = admitted(command, action);
  if (!entry.ok) return entry;
  const ctx = story.context(who, at);
  const read = readOrder({ action, order }, ticket, ctx);
  if (!read.ok) return read;
  const decided = act(ticket, action, ctx, read.value);
  return decided.ok ? read : decided;
}

/** The model's verdict on a merge. */
export function judgeMerge(command: MergeCommand): Decision<TicketStory> {
  const { story, who, at, into } = command;
  const entry = admitted(command, 'merge');
  if (!entry.ok) return entry;
  if (into === null || (into !== story && !canRead({ ...command, story: into }))) {
    return refused('merge.unknown_parent', 'parent');
  }
  const decided = merge(story.ticket, into.ticket, story.context(who, at));
  return decided.ok ? accepted(into) : decided;
}

export const judgeUnmerge = (command: Command): Decision<unknown> => admitted(command, 'unmerge');
