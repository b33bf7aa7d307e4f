import { MergeTickets, TakeAction, type ActionInputs, type PersonAction } from '@zhuqi/application';
import type { Decision } from '@zhuqi/domain';
import type { Choice } from './choosing';
import type { Comparison } from './comparison';
import type { Coverage } from './coverage';
import type { Dice } from './dice';
import { judge, judgeMerge, judgeUnmerge, type ActionCommand, type Command } from './judge';
import type { Model } from './model';
import { idOf, signedIn } from './names';
import { ORDERS } from './orders';
import type { Story } from './story';
import { outcomeOf, type Outcome, type System } from './system';

/** Where commands are given: the program, the model, and what is stored of each ticket. */
export interface Desk {
  readonly system: System;
  readonly model: Model;
  readonly comparison: Comparison;
  readonly coverage: Coverage;
  readonly stories: readonly Story[];
}

/** Both must say the same; what they said is counted. */
export function mustAgree(
  what: string,
  { expected, got }: { readonly expected: Decision<unknown>; readonly got: Outcome<unknown> },
  coverage: Coverage,
): void {
  const model = expected.ok ? 'accepted' : expected.refusal.code;
  expect([what, got.ok ? 'accepted' : got.code]).toEqual([what, model]);
  coverage.count(expected.ok ? `action ${what}` : `code ${model}`);
}

/** Gives what one person wants of one ticket to the program and to the model. */
export class Commands {
  constructor(private readonly desk: Desk) {}

  async give(story: Story, { who, action }: Choice, dice: Dice): Promise<void> {
    const current = story.ticket.version;
    const version = dice.oneIn(25) ? current - 1 : dice.oneIn(40) ? undefined : current;
    const scene = story.scene(who);
    const command: Command = { story, scene, who, version, people: this.desk.model.people };
    if (action === 'merge') return this.merge(command, dice);
    if (action === 'unmerge') return this.unmerge(command);
    if (action === 'route' || action === 'lapseInfo') throw new Error(`${action} is the system's`);
    const forces = this.desk.model.people.forces.list.map(({ id }) => id);
    const order = ORDERS[action]({ ticket: story.ticket, ctx: scene.ctx, dice, forces });
    return this.act({ ...command, action, order });
  }

  private async act<A extends PersonAction>(command: ActionCommand<A>): Promise<void> {
    const { story, scene, action } = command;
    const order = this.asStored(command);
    const named = 'requestId' in order ? { requestId: order.requestId } : {};
    const expected = judge(command);
    const got = await outcomeOf(
      this.desk.system
        .get(TakeAction)
        .execute({ action, ...this.asked(command), ...named, input: () => order }),
    );
    mustAgree(action, { expected, got }, this.desk.coverage);
    if (!expected.ok) return;
    this.count(command);
    story.commit(scene, expected.value);
  }

  /** Counts what an action that is taken leads to. */
  private count({ scene, order }: ActionCommand<PersonAction>): void {
    const { coverage } = this.desk;
    if ('kind' in order) coverage.count(`request ${order.kind}`);
    if ('approved' in order) {
      const kind = scene.stored.requests.find(({ id }) => id === order.requestId)?.kind ?? '';
      coverage.count(`${order.approved ? 'approval' : 'refusal'} ${kind}`);
    }
  }

  private async merge(command: Command, dice: Dice): Promise<void> {
    const { story, scene, who } = command;
    const others = this.desk.stories.filter((each) => each !== story);
    const into = dice.oneIn(12) || others.length === 0 ? dice.pick([story, null]) : dice.pick(others);
    const expected = judgeMerge({ ...command, into });
    const got = await outcomeOf(
      this.desk.system.get(MergeTickets).merge({
        ...this.asked(command),
        input: () => ({ intoTicketId: into?.ticket.id ?? idOf('no such ticket') }),
      }),
    );
    mustAgree('merge', { expected, got }, this.desk.coverage);
    if (expected.ok) story.merge(scene, expected.value, who);
  }

  private async unmerge(command: Command): Promise<void> {
    const expected = judgeUnmerge(command);
    const got = await outcomeOf(
      this.desk.system.get(MergeTickets).unmerge({ ...this.asked(command), input: () => ({}) }),
    );
    mustAgree('unmerge', { expected, got }, this.desk.coverage);
    if (expected.ok) command.story.unmerge(command.who);
  }

  private asked({ story, who, people, version }: Command) {
    return { ticketId: story.ticket.id, actor: signedIn(people.person(who)), expectedVersion: version };
  }

  /** The order with the ids that its names have in the database. */
  private asStored<A extends PersonAction>({ story, order }: ActionCommand<A>): ActionInputs[A] {
    const stored = withIds(order);
    if ('requestId' in order) {
      const index = story.ticket.requests.findIndex(({ id }) => id === order.requestId);
      stored['requestId'] = this.desk.comparison.storedOf(story).requests[index]?.id ?? idOf('none');
    }
    return stored as unknown as ActionInputs[A];
  }
}

const NAMES_ONE = ['unitId', 'personId', 'toUnitId', 'responsibleUnitId'] as const;
const NAMES_MANY = ['assistUnitIds', 'unitIds', 'personIds'] as const;

/** What is said with ids for the names of units and people, also in what it says of several. */
export function withIds(said: object): Record<string, unknown> {
  const stored: Record<string, unknown> = { ...said };
  for (const field of NAMES_ONE) {
    if (typeof stored[field] === 'string') stored[field] = idOf(stored[field]);
  }
  for (const field of NAMES_MANY) {
    if (Array.isArray(stored[field])) stored[field] = stored[field].map(idOf);
  }
  if (Array.isArray(stored['followUps'])) stored['followUps'] = stored['followUps'].map(withIds);
  return stored;
}
