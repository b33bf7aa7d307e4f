import {
  CheckClocks,
  MergeTickets,
  RouteTicket,
  TakeAction,
  type ActionInputs,
  type PersonAction,
} from '@zhuqi/application';
import { fitsStatus, nextCheckAt, type Decision, type Ticket } from '@zhuqi/domain';
import type { TicketStory } from '../support/ticket-stage';
import { choose, type Choice } from './choosing';
import { Comparison } from './comparison';
import type { Coverage } from './coverage';
import { Dice } from './dice';
import { waitsForNobody } from './audience';
import { judge, judgeMerge, judgeUnmerge, type ActionCommand, type Command } from './judge';
import { idOf, signedIn } from './names';
import { ORDERS } from './orders';
import type { Plan, Step } from './plan';
import { raise, type Time } from './raising';
import { outcomeOf, type Outcome, type System } from './system';

interface Message {
  readonly id: string;
  readonly story: TicketStory;
  readonly seq: number;
}

/** One random history, played at the program and in the model side by side. */
export class History {
  readonly stories: TicketStory[] = [];
  /** Messages that nobody has taken up yet. */
  readonly notices: Message[] = [];
  private routes: Message[] = [];
  readonly time: Time;
  private readonly comparison: Comparison;

  constructor(
    readonly system: System,
    private readonly coverage: Coverage,
    private readonly plan: Plan,
  ) {
    this.time = { now: plan.startsAt };
    this.comparison = new Comparison(system);
  }

  /** Throws at the first difference. */
  async play(): Promise<void> {
    const { submissions, steps } = this.plan;
    for (const [index, step] of steps.entries()) {
      await this.moveTo(this.time.now + step.gap, step.sweep);
      for (const [ordinal, submission] of submissions.entries()) {
        if ((ordinal === 0 ? 0 : submission.before) !== index) continue;
        const story = await raise(this.system, submission, this.time);
        if (story === null) continue;
        this.stories.push(story);
        await this.compare();
      }
      await this.step(step);
    }
    await this.route(new Dice(0));
    await this.sweep(this.time.now);
    await this.compare(this.stories);
    this.coverage.histories += 1;
  }

  private async moveTo(at: number, sweep: Step['sweep']): Promise<void> {
    if (sweep === 'prompt') await this.sweep(at);
    this.time.now = at;
    await this.system.setTime(at);
    if (sweep !== 'late') return;
    for (const story of this.stories) {
      if ((nextCheckAt(story.ticket) ?? Infinity) <= at) await this.check(story);
    }
  }

  /** The sweep comes whenever something is due, up to and including `until`. */
  private async sweep(until: number): Promise<void> {
    for (;;) {
      const dues = this.stories.map((story) => ({ story, at: nextCheckAt(story.ticket) ?? Infinity }));
      const next = dues.filter(({ at }) => at <= until).sort((left, right) => left.at - right.at)[0];
      if (next === undefined) return;
      this.time.now = Math.max(next.at, this.time.now);
      await this.system.setTime(this.time.now);
      await this.check(next.story);
      const again = nextCheckAt(next.story.ticket);
      if (again !== null && again <= this.time.now) throw new Error('the sweep does not move on');
    }
  }

  private async check(story: TicketStory): Promise<void> {
    const { ticket } = story;
    const before = story.events.length;
    const got = await this.system.get(CheckClocks).execute(ticket.id);
    story.check(this.time.now);
    expect(got).toBe(story.events.length - before);
    if (got > 0) await this.compare();
  }

  private async step(step: Step): Promise<void> {
    const dice = new Dice(step.choice);
    if (!dice.oneIn(6)) await this.route(dice);
    if (dice.oneIn(10)) for (const story of this.stories) await this.check(story);
    const story = this.chosen(step, dice);
    if (story === undefined) return;
    const choice = choose({ ticket: story.ticket, alone: this.stories.length === 1 }, step, dice);
    if (choice === null) return;
    this.coverage.commands += 1;
    await this.command(story, choice, dice);
    await this.compare([story]);
    expect(waitsForNobody(story.ticket)).toBe(false);
  }

  /** Mostly the first ticket; a merged one is mostly left as it is while its parent moves on. */
  private chosen({ which }: Step, dice: Dice): TicketStory | undefined {
    const story = this.stories[which < 3 ? 0 : which % this.stories.length];
    if (story?.ticket.status !== 'merged' || dice.oneIn(4)) return story;
    return this.stories.find(({ ticket }) => ticket.id === story.ticket.mergedIntoId);
  }

  private async command(story: TicketStory, { who, action }: Choice, dice: Dice): Promise<void> {
    const { now } = this.time;
    const current = story.ticket.version;
    const version = dice.oneIn(25) ? current - 1 : dice.oneIn(40) ? undefined : current;
    const command: Command = { story, who, version, at: now };
    if (action === 'merge') return this.merge(command, dice);
    if (action === 'unmerge') return this.unmerge(command);
    if (action === 'route' || action === 'lapseInfo') throw new Error(`${action} is the system's`);
    const scene = { ticket: story.ticket, ctx: story.context(who, now), dice };
    return this.act({ ...command, action, order: ORDERS[action](scene) });
  }

  private async act<A extends PersonAction>(command: ActionCommand<A>): Promise<void> {
    const { story, who, version, at, action } = command;
    const order = this.asStored(command);
    const named = 'requestId' in order ? { requestId: order.requestId } : {};
    const expected = judge(command);
    const got = await outcomeOf(
      this.system.get(TakeAction).execute({
        ...{ action, ticketId: story.ticket.id, actor: signedIn(who), expectedVersion: version },
        ...named,
        input: () => order,
      }),
    );
    this.mustAgree(action, expected, got);
    if (expected.ok) this.taken(command, () => story.take(action, who, at, expected.value));
  }

  /** Counts what an action that was taken has led to. */
  private taken({ story, order }: ActionCommand<PersonAction>, take: () => void): void {
    const before = story.ticket;
    take();
    if ('kind' in order) this.coverage.count(`request ${order.kind}`);
    if ('approved' in order) {
      const kind = before.requests.find(({ id }) => id === order.requestId)?.kind ?? '';
      this.coverage.count(`${order.approved ? 'approval' : 'refusal'} ${kind}`);
    }
  }

  private async merge(command: Command, dice: Dice): Promise<void> {
    const { story, who, version, at } = command;
    const others = this.stories.filter((each) => each !== story);
    const into = dice.oneIn(12) || others.length === 0 ? dice.pick([story, null]) : dice.pick(others);
    const expected = judgeMerge({ ...command, into });
    const got = await outcomeOf(
      this.system.get(MergeTickets).merge({
        ...{ ticketId: story.ticket.id, actor: signedIn(who), expectedVersion: version },
        input: () => ({ intoTicketId: into?.ticket.id ?? idOf('no such ticket') }),
      }),
    );
    this.mustAgree('merge', expected, got);
    if (expected.ok) story.merge(expected.value, who, at);
  }

  private async unmerge(command: Command): Promise<void> {
    const { story, who, version, at } = command;
    const expected = judgeUnmerge(command);
    const got = await outcomeOf(
      this.system.get(MergeTickets).unmerge({
        ...{ ticketId: story.ticket.id, actor: signedIn(who), expectedVersion: version },
        input: () => ({}),
      }),
    );
    this.mustAgree('unmerge', expected, got);
    if (expected.ok) story.unmerge(who, at);
  }

  private mustAgree(action: string, expected: Decision<unknown>, got: Outcome<unknown>): void {
    const model = expected.ok ? 'accepted' : expected.refusal.code;
    expect([action, got.ok ? 'accepted' : got.code]).toEqual([action, model]);
    this.coverage.count(expected.ok ? `action ${action}` : `code ${model}`);
  }

  /** The messages that ask for a holder, some of them twice. */
  private async route(dice: Dice): Promise<void> {
    const waiting = this.routes;
    this.routes = [];
    for (const { id, story } of waiting) {
      for (let times = dice.oneIn(4) ? 2 : 1; times > 0; times -= 1) {
        const { ticket } = story;
        const done = await this.system.get(RouteTicket).execute({ ticketId: ticket.id, outboxId: id });
        const waits = fitsStatus('route', ticket).ok && ticket.triageReason === null;
        expect(done).toBe(waits ? 'done' : 'no_longer_applicable');
        if (waits) story.take('route', 'system', this.time.now);
      }
      await this.compare();
    }
  }

  private readonly compared = new WeakMap<TicketStory, Ticket>();

  /** Compares what has changed in the model, and these stories in any case. */
  private async compare(also: readonly TicketStory[] = []): Promise<void> {
    for (const story of this.stories) {
      if (!also.includes(story) && this.compared.get(story) === story.ticket) continue;
      const from = this.compared.get(story)?.version ?? 0;
      this.compared.set(story, story.ticket);
      for (const { id, seq, job } of await this.comparison.check(story)) {
        (job === 'ticket.route' ? this.routes : this.notices).push({ id, story, seq });
      }
      for (const { type } of story.events.slice(from)) this.coverage.count(`event ${type}`);
      for (const { cause, seq } of story.escalations) {
        if (seq > from) this.coverage.count(`escalation ${cause}`);
      }
    }
  }

  /** The order with the ids that its names have in the database. */
  private asStored<A extends PersonAction>({ story, order }: ActionCommand<A>): ActionInputs[A] {
    const stored = withIds(order);
    if ('requestId' in order) {
      const index = story.ticket.requests.findIndex(({ id }) => id === order.requestId);
      stored['requestId'] = this.comparison.storedOf(story).requests[index]?.id ?? idOf('none');
    }
    return stored as unknown as ActionInputs[A];
  }
}

const NAMES_ONE = ['unitId', 'personId', 'toUnitId', 'responsibleUnitId'] as const;
const NAMES_MANY = ['assistUnitIds', 'unitIds', 'personIds'] as const;

/** What is said with ids for the names of units and people, also in what it says of several. */
function withIds(said: object): Record<string, unknown> {
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
