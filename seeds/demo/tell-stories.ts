import { Injectable } from '@nestjs/common';
import { IdGenerator, refuse, SeedStore, type ActionInputs, type PersonAction } from '@zhuqi/application';
import { pendingRequest, type Instant, type PersonActor, type Ticket } from '@zhuqi/domain';
import { stableUnitId } from '../reference';
import { Cast } from './cast';
import { demoDistrict } from './district';
import { projectId } from './projects';
import { Stage, StagePorts } from './stage';
import { demoStories } from './stories';
import type { DispatchTarget, SoloStep, Story, StoryStep } from './story-types';

/** The published moment: a working Friday, at which 181 problems had been collected and 161 resolved. */
export const DEMO_STARTS_AT: Instant = Date.parse('2023-10-20T09:00:00+08:00');

/** One thing that happens in one story. */
type Scene = { readonly at: Instant; readonly story: Story; readonly step: StoryStep | null };

/** Tells the demo district's year through the use cases of production, in the order of time. */
@Injectable()
export class TellStories {
  constructor(
    private readonly ports: StagePorts,
    private readonly store: SeedStore,
    private readonly ids: IdGenerator,
  ) {}

  /** Answers the number of tickets told; 0 when they have been told before. Refuses a database with real tickets. */
  async execute(stories: readonly Story[] = demoStories()): Promise<number> {
    const { desk } = this.ports;
    if ((await desk.state()) === 'told') return 0;
    await this.refuseRealData();
    await desk.begin(DEMO_STARTS_AT);
    const telling = new Telling(new Stage(this.ports, this.ids), new Cast(demoDistrict()));
    for (const scene of inOrder(stories)) await telling.play(scene);
    await telling.end();
    await desk.finish();
    return stories.length;
  }

  /** A story half told by an earlier run is no real data. */
  async refuseRealData(): Promise<void> {
    if ((await this.ports.desk.state()) === 'none' && (await this.store.hasTickets())) {
      refuse('demo.real_data', '数据库中已有真实诉求，不能在其中建立演示区');
    }
  }
}

function inOrder(stories: readonly Story[]): Scene[] {
  const scenes = stories.flatMap((story): Scene[] => [
    { at: Date.parse(story.submittedAt), story, step: null },
    ...story.steps.map((step) => ({ at: Date.parse(step.at), story, step })),
  ]);
  return scenes.sort((left, right) => left.at - right.at);
}

class Telling {
  private readonly ticketIds = new Map<string, string>();

  constructor(
    private readonly stage: Stage,
    private readonly cast: Cast,
  ) {}

  async play({ at, story, step }: Scene): Promise<void> {
    await this.stage.passTime(at);
    await (step === null ? this.begin(story) : this.advance(story, step));
    await this.stage.settle();
  }

  async end(): Promise<void> {
    await this.stage.passTime(DEMO_STARTS_AT);
  }

  private async begin(story: Story): Promise<void> {
    const enterprise = this.cast.enterprise(story.enterprise);
    const { title, description, category, severity, urgency, channel, confidential, items } = story;
    const contact = { contactName: enterprise.contactName, contactPhone: enterprise.contactPhone };
    const answer = await this.stage.submit.execute({
      actor: this.cast.play(story.by, enterprise, story.submittedAt.slice(0, 10), null),
      input: {
        ...{
          enterpriseId: enterprise.id,
          title,
          description,
          category,
          severity,
          urgency,
          channel,
          confidential,
        },
        ...contact,
        ...(items === undefined ? {} : { items }),
        ...(story.project === undefined ? {} : { projectId: projectId(story.project) }),
      },
      idempotencyKey: undefined,
      present: (ticket) => Promise.resolve(ticket.id),
    });
    this.ticketIds.set(story.key, answer.body as string);
  }

  private async advance(story: Story, step: StoryStep): Promise<void> {
    const enterprise = this.cast.enterprise(story.enterprise);
    const ticket = await this.stage.ticket(this.ticketIdOf(story.key));
    const actor = this.cast.play(step.by, enterprise, step.at.slice(0, 10), ticket);
    try {
      await (step.act === 'merge'
        ? this.merge(ticket, actor, this.ticketIdOf(step.input.into))
        : this.take(step.act, ticket, actor, this.inputOf(story, step, ticket)));
    } catch (error) {
      const where = `${story.key} at ${step.at}: ${step.act} by ${step.by} on ${ticket.status}`;
      throw new Error(where, { cause: error });
    }
  }

  private ticketIdOf(storyKey: string): string {
    return this.ticketIds.get(storyKey) ?? '';
  }

  private merge({ id: ticketId, version }: Ticket, actor: PersonActor, intoTicketId: string) {
    const input = () => ({ intoTicketId });
    return this.stage.merge.merge({ ticketId, actor, expectedVersion: version, input });
  }

  private take<A extends PersonAction>(
    action: A,
    ticket: Ticket,
    actor: PersonActor,
    input: ActionInputs[A],
  ) {
    return this.stage.act.execute({
      action,
      ticketId: ticket.id,
      actor,
      expectedVersion: ticket.version,
      input: () => input,
    });
  }

  /** The step's input as the use case takes it: units and requests by their ids. */
  private inputOf(story: Story, step: SoloStep, ticket: Ticket): ActionInputs[PersonAction] {
    if (step.act === 'dispatch') {
      return { unitId: this.unitOf(story, step.input.to), note: step.input.note };
    }
    if (step.act === 'request') {
      const { to, ...said } = step.input;
      return to === undefined ? said : { ...said, toUnitId: stableUnitId(to) };
    }
    if (step.act === 'rule') {
      return { ...step.input, requestId: pendingRequest(ticket.requests)?.id ?? '' };
    }
    if (step.act === 'assist') {
      const { unit, ...asked } = step.input;
      return { ...asked, unitId: stableUnitId(unit) };
    }
    return step.input;
  }

  private unitOf(story: Story, to: DispatchTarget): string {
    const enterprise = this.cast.enterprise(story.enterprise);
    return to === 'township' ? enterprise.townshipId : this.cast.departmentOf(enterprise);
  }
}
