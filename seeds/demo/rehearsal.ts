import * as domain from '@zhuqi/domain';
import { stableUnitId, UNITS } from '../reference';
import { Cast } from './cast';
import type { DemoDistrict } from './district-types';
import { demoProjects, projectId } from './projects';
import { playSolo } from './rehearsal-plays';
import { instantOf } from './story-calendar';
import type { Story, StoryStep } from './story-types';

type Ticket = domain.Ticket;
type Change = domain.Change;

/** The rules a rehearsal is held under. */
export interface Stage {
  readonly district: DemoDistrict;
  readonly calendar: domain.WorkingCalendar;
  readonly policy: domain.Policy;
  readonly grounds: readonly string[];
  /** All that are told, so that one can be merged into another. */
  readonly stories: readonly Story[];
}

/** A rehearsed ticket and how often the system stepped in. */
export interface Rehearsed {
  readonly ticket: Ticket;
  readonly escalations: readonly domain.Escalation[];
  readonly events: readonly domain.TicketEvent[];
}

/**
 * Plays a story up to a moment on the domain's own rules, without a database: every step must be permitted and legal,
 * and what comes due in between happens when it is due. Throws with the story's key at the first step that is refused.
 */
export function rehearse(story: Story, stage: Stage, until: number): Rehearsed {
  return new Rehearsal(story, stage).play(until);
}

class Rehearsal {
  private readonly chain: domain.ChainOfResponsibility;
  private readonly cast: Cast;
  private ticket: Ticket;
  private readonly escalations: domain.Escalation[] = [];
  private readonly events: domain.TicketEvent[] = [];
  private ids = 0;

  constructor(
    private readonly story: Story,
    private readonly stage: Stage,
  ) {
    this.chain = chainOf(story, stage.district);
    this.cast = new Cast(stage.district);
    const at = instantOf(story.submittedAt);
    const submitted = this.submit(at);
    this.ticket = submitted.ticket;
    this.events.push(...submitted.events);
    if (this.ticket.status === 'submitted') {
      const ctx = this.context(at, domain.SYSTEM);
      this.take(domain.route(this.ticket, ctx), ctx);
    }
  }

  play(until: number): Rehearsed {
    for (const step of this.story.steps) {
      const at = instantOf(step.at);
      if (at > until) break;
      this.sweep(at);
      this.act(step, at);
    }
    this.sweep(until);
    return { ticket: this.ticket, escalations: this.escalations, events: this.events };
  }

  private submit(at: number): Change {
    const { story, chain } = this;
    const { id: enterpriseId, industry } = this.cast.enterprise(story.enterprise);
    const subject = {
      id: story.key,
      number: story.key,
      regionCode: story.regionCode,
      enterpriseId,
      industry,
    };
    const submitter = this.actorOf(story.by, story.submittedAt, null);
    const when = { now: at, calendar: this.stage.calendar };
    const items = domain.questionList(story.items ?? [], submitter, when);
    if (!items.ok) throw new Error(`${story.key}: ${items.refusal.detail}`);
    return domain.submit(
      { ...subject, chain, calendarVersion: 1 },
      {
        ...story,
        items: items.value,
        ...(story.project === undefined ? {} : { projectId: projectId(story.project) }),
      },
      submitter,
      at,
    );
  }

  private sweep(until: number): void {
    for (let due = domain.nextCheckAt(this.ticket); due !== null && due <= until;) {
      const ctx = this.context(due, domain.SYSTEM);
      this.take(domain.dueEffects(this.ticket, ctx), ctx);
      const next = domain.nextCheckAt(this.ticket);
      if (next === due) throw new Error(`${this.story.key}: the sweep does not move on`);
      due = next;
    }
  }

  private act(step: StoryStep, at: number): void {
    const actor = this.actorOf(step.by, step.at, this.ticket);
    const ctx = this.context(at, actor);
    const standing = domain.mayAct(step.act, actor, this.ticket);
    const fits = domain.fitsStatus(step.act, this.ticket);
    const free = domain.isFree(step.act, actor, this.ticket);
    for (const decision of [standing, fits, free]) if (!decision.ok) this.fail(step, decision.refusal.detail);
    if (!standing.ok) return;
    const { grounds } = this.stage;
    const outcome =
      step.act === 'merge'
        ? this.merged(step.input.into, ctx)
        : playSolo(step, this.ticket, { ctx, standing: standing.value, grounds });
    if ('ticket' in outcome) this.take(outcome, ctx);
    else if (outcome.ok) this.take(outcome.value, ctx);
    else this.fail(step, outcome.refusal.detail);
  }

  /** This side of a merge, with the other ticket as its own story has led it until then. */
  private merged(key: string, ctx: domain.Context): domain.Decision<Change> {
    const parent = this.stage.stories.find((story) => story.key === key);
    if (parent === undefined) throw new Error(`${this.story.key}: no story ${key}`);
    const both = domain.merge(this.ticket, rehearse(parent, this.stage, ctx.now).ticket, ctx);
    return both.ok ? domain.accepted(both.value.child) : both;
  }

  private take(change: Change, ctx: domain.Context): void {
    const settled = domain.settle(change, ctx);
    this.escalations.push(...settled.escalations);
    this.events.push(...settled.events);
    this.ticket = settled.ticket;
  }

  private fail(step: StoryStep, detail: string): never {
    throw new Error(`${this.story.key} ${step.at} ${step.act}: ${detail}`);
  }

  private context(now: number, actor: domain.Actor): domain.Context {
    const { calendar, policy } = this.stage;
    const newId = (): string => {
      this.ids += 1;
      return String(this.ids);
    };
    return { actor, now, calendar, policy, chain: this.chain, newId };
  }

  private actorOf(by: StoryStep['by'], at: string, ticket: Ticket | null): domain.PersonActor {
    return this.cast.play(by, this.cast.enterprise(this.story.enterprise), at.slice(0, 10), ticket);
  }
}

/** Who answers for a story's enterprise at each tier, from the district's data. */
export function chainOf(story: Story, district: DemoDistrict): domain.ChainOfResponsibility {
  const { id, townshipId, industry } = new Cast(district).enterprise(story.enterprise);
  const project = demoProjects(district).find(({ key }) => key === story.project);
  const paired = (kind: 'officer' | 'leader'): string | null =>
    district.pairings.find((each) => each.kind === kind && each.enterpriseId === id && each.to === null)
      ?.personId ?? null;
  const unit = (kind: string, regionCode: string, serves?: string): string | null => {
    const found = UNITS.find(
      (each) =>
        each.kind === kind &&
        each.regionCode === regionCode &&
        (serves === undefined || each.industries.some((one) => one === serves)),
    );
    return found === undefined ? null : stableUnitId(found.key);
  };
  return {
    officerId: paired('officer'),
    leaderId: project?.leaderId ?? paired('leader'),
    townshipId: project?.townshipId ?? townshipId,
    departmentId: project?.departmentId ?? unit('department', story.regionCode, industry),
    officeId: unit('office', story.regionCode),
    cityOfficeId: unit('city_office', '220100'),
    ladder: [1, 2, 3, 4, 5],
  };
}
