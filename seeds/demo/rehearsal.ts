import * as domain from '@zhuqi/domain';
import { stableUnitId, UNITS } from '../reference';
import type { DemoDistrict, DemoPerson } from './district-types';
import { instantOf } from './story-calendar';
import type { Story, StoryAct, StoryActor, StoryInputs, StoryStep } from './story-types';

type Ticket = domain.Ticket;
type Change = domain.Change;

/** The rules a rehearsal is held under. */
export interface Stage {
  readonly district: DemoDistrict;
  readonly calendar: domain.WorkingCalendar;
  readonly policy: domain.Policy;
  readonly grounds: readonly string[];
}

/** A rehearsed ticket and how often the system stepped in. */
export interface Rehearsed {
  readonly ticket: Ticket;
  readonly escalations: readonly domain.Escalation[];
}

/**
 * Plays a story on the domain's own rules, without a database: every step must be permitted and legal, and what
 * comes due in between happens when it is due. Throws with the story's key at the first step that is refused.
 */
export function rehearse(story: Story, stage: Stage, until: number): Rehearsed {
  return new Rehearsal(story, stage).play(until);
}

type Outcome = Change | domain.Decision<Change>;
type PlainAct = Exclude<StoryAct, 'dispatch' | 'reject'>;
type Plays = {
  readonly [A in PlainAct]: (ticket: Ticket, input: StoryInputs[A], ctx: domain.Context) => Outcome;
};

/** The acts whose input the domain takes as it stands in the story. */
const PLAYS: Plays = {
  claim: (ticket, _input, ctx) => domain.claim(ticket, ctx),
  accept: domain.accept,
  contact: domain.contact,
  comment: domain.comment,
  escalate: domain.escalate,
  requestInfo: domain.requestInfo,
  supplyInfo: domain.supplyInfo,
  answer: domain.answer,
  confirm: domain.confirm,
  dispute: domain.dispute,
  close: domain.close,
  urge: domain.urge,
  instruct: domain.instruct,
  supervise: domain.supervise,
  withdraw: domain.withdraw,
};

class Rehearsal {
  private readonly chain: domain.ChainOfResponsibility;
  private ticket: Ticket;
  private readonly escalations: domain.Escalation[] = [];
  private ids = 0;

  constructor(
    private readonly story: Story,
    private readonly stage: Stage,
  ) {
    this.chain = chainOf(story, stage.district);
    const at = instantOf(story.submittedAt);
    const enterprise = enterpriseOf(story, stage.district);
    const subject = {
      id: story.key,
      number: story.key,
      enterpriseId: enterprise.id,
      regionCode: story.regionCode,
      industry: enterprise.industry,
      chain: this.chain,
    };
    const submitter = story.by === 'office' ? this.officeOf() : this.actorOf(story.by);
    this.ticket = domain.submit(subject, story, submitter, at).ticket;
    if (this.ticket.status === 'submitted') {
      const ctx = this.context(at, domain.SYSTEM);
      this.take(domain.route(this.ticket, ctx), ctx);
    }
  }

  play(until: number): Rehearsed {
    for (const step of this.story.steps) {
      const at = instantOf(step.at);
      this.sweep(at);
      this.act(step, at);
    }
    this.sweep(until);
    return { ticket: this.ticket, escalations: this.escalations };
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
    const actor = this.actorOf(step.by);
    const ctx = this.context(at, actor);
    const standing = domain.mayAct(step.act, actor, this.ticket);
    const fits = domain.fitsStatus(step.act, this.ticket);
    for (const decision of [standing, fits]) if (!decision.ok) this.fail(step, decision.refusal.detail);
    if (!standing.ok) return;
    const outcome = this.decide(step, standing.value, ctx);
    if ('ticket' in outcome) this.take(outcome, ctx);
    else if (outcome.ok) this.take(outcome.value, ctx);
    else this.fail(step, outcome.refusal.detail);
  }

  private decide(step: StoryStep, standing: domain.Standing, ctx: domain.Context): Outcome {
    const { ticket } = this;
    if (step.act === 'dispatch')
      return domain.dispatch(ticket, this.dispatchInput(step.input), standing, ctx);
    if (step.act === 'reject') {
      return domain.reject(ticket, { ...step.input, knownGrounds: this.stage.grounds }, ctx);
    }
    // The table holds for every act the play that takes its input; the compiler cannot pair the two unions.
    return PLAYS[step.act](ticket, step.input as never, ctx);
  }

  private dispatchInput(input: { readonly to: 'township' | 'department'; readonly note: string }) {
    const tier = input.to === 'township' ? 2 : 3;
    const holder = domain.holderAt(this.chain, tier);
    if (holder === null) throw new Error(`${this.story.key}: nobody at tier ${String(tier)}`);
    return { holder, assistUnitIds: [], note: input.note };
  }

  private take(change: Change, ctx: domain.Context): void {
    this.escalations.push(...change.escalations);
    this.ticket = domain.settle(change, ctx).ticket;
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

  private actorOf(by: StoryActor): domain.PersonActor {
    if (by === 'enterprise') return this.enterpriseActor();
    if (by === 'office') return this.officeOf();
    if (by === 'officer') return this.person(this.chain.officerId);
    if (by === 'leader') return this.person(this.chain.leaderId);
    const { holderPersonId, holderUnitId } = this.ticket;
    return holderPersonId === null ? this.handlerOf(holderUnitId) : this.person(holderPersonId);
  }

  private officeOf(): domain.PersonActor {
    return this.handlerOf(this.chain.officeId);
  }

  private handlerOf(unitId: string | null): domain.PersonActor {
    const handler = this.stage.district.people.find(
      (each) => each.unitId === unitId && !each.roles.includes('liaison_officer'),
    );
    return this.person(handler?.id ?? null);
  }

  private person(id: string | null): domain.PersonActor {
    const found = this.stage.district.people.find((each) => each.id === id);
    if (found === undefined) throw new Error(`${this.story.key}: nobody to act`);
    return personActor(found, this.stage.district);
  }

  private enterpriseActor(): domain.PersonActor {
    const enterprise = enterpriseOf(this.story, this.stage.district);
    const { id, contactName: name, regionCode } = enterprise;
    const nobody = { unitId: null, pairedEnterpriseIds: [], regionCodes: [regionCode] };
    return {
      kind: 'person',
      id: `account:${id}`,
      name,
      roles: ['enterprise'],
      regionCode,
      enterpriseId: id,
      ...nobody,
    };
  }
}

function personActor(
  { id, name, roles, regionCode, unitId }: DemoPerson,
  district: DemoDistrict,
): domain.PersonActor {
  const paired = district.pairings.filter(
    (each) => each.kind === 'officer' && each.to === null && each.personId === id,
  );
  const pairedEnterpriseIds = paired.map(({ enterpriseId }) => enterpriseId);
  return {
    kind: 'person',
    id,
    name,
    roles,
    regionCode,
    regionCodes: [regionCode],
    unitId,
    enterpriseId: null,
    pairedEnterpriseIds,
  };
}

function enterpriseOf(story: Story, district: DemoDistrict) {
  const found = district.enterprises.find(({ key }) => key === story.enterprise);
  if (found === undefined) throw new Error(`${story.key}: no enterprise ${story.enterprise}`);
  return found;
}

/** Who answers for a story's enterprise at each tier, from the district's data. */
export function chainOf(story: Story, district: DemoDistrict): domain.ChainOfResponsibility {
  const { id, townshipId, industry } = enterpriseOf(story, district);
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
    leaderId: paired('leader'),
    townshipId,
    departmentId: unit('department', story.regionCode, industry),
    officeId: unit('office', story.regionCode),
    cityOfficeId: unit('city_office', '220100'),
    ladder: [1, 2, 3, 4, 5],
  };
}
