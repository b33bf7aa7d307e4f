import { CheckClocks, RouteTicket, RunningTickets } from '@zhuqi/application';
import { fitsStatus, nextCheckAt, openFollowUps, type Ticket } from '@zhuqi/domain';
import { waitsForNobody } from './audience';
import { choose } from './choosing';
import { Commands, type Desk } from './commands';
import { Comparison } from './comparison';
import type { Coverage } from './coverage';
import type { Deed } from './deed-names';
import { DEEDS } from './deeds';
import { Dice } from './dice';
import { carryOutDue } from './handing-over';
import type { Model } from './model';
import { People } from './people';
import type { Plan, Step } from './plan';
import { raise } from './raising';
import { Rules } from './rules';
import type { Story } from './story';
import type { System } from './system';

interface Message {
  readonly id: string;
  readonly story: Story;
  readonly seq: number;
}

/** One random history, played at the program and in the model side by side. */
export class History implements Desk {
  readonly stories: Story[] = [];
  /** Messages that nobody has taken up yet. */
  readonly notices: Message[] = [];
  private routes: Message[] = [];
  readonly model: Model;
  readonly comparison: Comparison;
  private readonly commands: Commands;

  constructor(
    readonly system: System,
    readonly coverage: Coverage,
    private readonly plan: Plan,
  ) {
    const time = { now: plan.startsAt };
    this.model = { time, rules: new Rules(system.calendarVersion), people: new People(time), matters: [] };
    this.comparison = new Comparison(system);
    this.commands = new Commands(this);
  }

  /** Throws at the first difference. */
  async play(): Promise<void> {
    const { submissions, steps } = this.plan;
    for (const [index, step] of steps.entries()) {
      await this.moveTo(this.model.time.now + step.gap, step.sweep);
      for (const [ordinal, submission] of submissions.entries()) {
        if ((ordinal === 0 ? 0 : submission.before) !== index) continue;
        const story = await raise(this.system, submission, this.model);
        if (story === null) continue;
        this.stories.push(story);
        await this.compare();
      }
      await this.step(step);
    }
    await this.route(new Dice(0));
    await this.sweep(this.model.time.now);
    await this.sweepRules();
    await this.compare(this.stories);
    this.coverage.histories += 1;
  }

  private async moveTo(at: number, sweep: Step['sweep']): Promise<void> {
    if (sweep === 'prompt') await this.sweep(at);
    this.model.time.now = at;
    await this.system.setTime(at);
    await carryOutDue(this);
    await this.compare();
    if (sweep !== 'late') return;
    for (const story of this.stories) {
      if ((nextCheckAt(story.ticket) ?? Infinity) <= at) await this.check(story);
    }
  }

  /** The sweep comes whenever something is due, up to and including `until`. */
  private async sweep(until: number): Promise<void> {
    const { time } = this.model;
    for (;;) {
      const dues = this.stories.map((story) => ({ story, at: nextCheckAt(story.ticket) ?? Infinity }));
      const next = dues.filter(({ at }) => at <= until).sort((left, right) => left.at - right.at)[0];
      if (next === undefined) return;
      time.now = Math.max(next.at, time.now);
      await this.system.setTime(time.now);
      await this.check(next.story);
      const again = nextCheckAt(next.story.ticket);
      if (again !== null && again <= time.now) throw new Error('the sweep does not move on');
    }
  }

  /** What lags behind a change of rules is found and follows. */
  private async sweepRules(): Promise<void> {
    if (!this.model.rules.changed) return;
    const { rules, time } = this.model;
    const lagging = this.stories.filter(({ ticket }) => rules.lags(ticket, time.now));
    const found = await this.system.get(RunningTickets).outdated(1_000, null);
    expect(found.map(({ ticketId }) => ticketId)).toEqual(lagging.map(({ ticket }) => ticket.id).sort());
    for (const story of lagging) await this.check(story);
  }

  private async check(story: Story): Promise<void> {
    const { ticket } = story;
    const got = await this.system.get(CheckClocks).execute(ticket.id);
    expect(got).toBe(story.check());
    if (story.ticket !== ticket) await this.compare();
  }

  private async step(step: Step): Promise<void> {
    const dice = new Dice(step.choice);
    if (!dice.oneIn(6)) await this.route(dice);
    if (dice.oneIn(10)) for (const story of this.stories) await this.check(story);
    const deed = this.deedOf(step, dice);
    if (deed !== null) return this.deed(deed, dice);
    const story = this.chosen(step, dice);
    if (story === undefined) return;
    const { people } = this.model;
    const choice = choose({ ticket: story.ticket, people, alone: this.stories.length === 1 }, step, dice);
    if (choice === null) return;
    this.coverage.commands += 1;
    await this.commands.give(story, choice, dice);
    await this.compare([story]);
    expect(waitsForNobody(story.ticket, people)).toBe(false);
  }

  /** Mostly none; what has been begun with several tickets goes on. */
  private deedOf({ deed }: Step, dice: Dice): Deed | null {
    if (deed !== 'ticket') return deed;
    const { matters, people } = this.model;
    if (matters.length > 0 && dice.oneIn(4)) return 'matter';
    if (people.forces.list.length > 0 && dice.oneIn(8)) return 'taskForce';
    const planned = people.posts.handovers.some(({ state }) => state === 'planned');
    const charged = this.stories.some(({ ticket }) =>
      openFollowUps(ticket.followUps).some(({ personId }) => personId !== null),
    );
    return (planned || charged) && dice.oneIn(6) ? 'handover' : null;
  }

  /** Something that concerns the district or several tickets; whatever it touches is compared. */
  private async deed(deed: Deed, dice: Dice): Promise<void> {
    this.coverage.commands += 1;
    await DEEDS[deed](this, dice);
    if (dice.oneIn(3)) await this.sweepRules();
    await this.compare();
  }

  /** Mostly the first ticket; a merged one is mostly left as it is while its parent moves on. */
  private chosen({ which }: Step, dice: Dice): Story | undefined {
    const story = this.stories[which < 3 ? 0 : which % this.stories.length];
    if (story?.ticket.status !== 'merged' || dice.oneIn(4)) return story;
    return this.stories.find(({ ticket }) => ticket.id === story.ticket.mergedIntoId);
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
        if (waits) story.route();
      }
      await this.compare();
    }
  }

  private readonly compared = new WeakMap<Story, Ticket>();

  /** Compares what has changed in the model, and these stories in any case. */
  private async compare(also: readonly Story[] = []): Promise<void> {
    for (const story of this.stories) {
      if (!also.includes(story) && this.compared.get(story) === story.ticket) continue;
      const from = this.compared.get(story)?.version ?? 0;
      this.compared.set(story, story.ticket);
      for (const { id, seq, job } of await this.comparison.check(story)) {
        (job === 'ticket.route' ? this.routes : this.notices).push({ id, story, seq });
      }
      this.coverage.countEvents(story, from);
    }
  }
}
