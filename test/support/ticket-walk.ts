import fc from 'fast-check';
import {
  ACTIONS,
  allowedActions,
  CHANNELS,
  dueEffects,
  nextCheckAt,
  PERSON_ACTIONS,
  ruleOf,
  SEVERITIES,
  URGENCIES,
  type Action,
  type ChainOfResponsibility,
  type Ticket,
} from '@zhuqi/domain';
import { CAST, CAST_NAMES, districtChain, type CastName } from './ticket-cast';
import { faultsOf, leadsWhereTheTableSays } from './ticket-invariants';
import { inputOf, questions } from './ticket-moves';
import { act, DISTRICT, permitted, TicketStory } from './ticket-stage';
import { november } from './november';

export const MONDAY = november('02T09:00');
export const HOUR = 3_600_000;

/** One step of a walk of two tickets that can be merged into each other. */
export interface Step {
  /** 0: the sweep looks; 1: anybody tries anything; otherwise something that is allowed happens. */
  readonly kind: number;
  /** 0: the second ticket moves, otherwise the first. */
  readonly which: number;
  readonly gap: number;
  readonly who: CastName;
  readonly action: Action;
  readonly choice: number;
}

const step = fc.record<Step>({
  kind: fc.integer({ min: 0, max: 8 }),
  which: fc.integer({ min: 0, max: 4 }),
  gap: fc.oneof(fc.integer({ min: 0, max: HOUR }), fc.integer({ min: 0, max: 60 * HOUR })),
  who: fc.constantFrom(...CAST_NAMES),
  action: fc.constantFrom(...ACTIONS),
  choice: fc.nat({ max: 10_000 }),
});
export const steps = fc.array(step, { minLength: 1, maxLength: 50, size: 'max' });

export const chains = fc.record<ChainOfResponsibility>({
  officerId: fc.constantFrom('officer', 'officer', null),
  townshipId: fc.constantFrom('township', 'township', null),
  departmentId: fc.constantFrom('department', 'department', null),
  officeId: fc.constant('office'),
  cityOfficeId: fc.constantFrom('city-office', null),
  leaderId: fc.constantFrom('leader', null),
  ladder: fc.constantFrom(districtChain.ladder, [1, 2, 3, 4], [1, 3, 4, 5]),
});

export const submissions = fc.record({
  by: fc.constantFrom<CastName>('enterprise', 'officer', 'office', 'leader', 'integrator'),
  severity: fc.constantFrom(...SEVERITIES),
  urgency: fc.constantFrom(...URGENCIES),
  channel: fc.constantFrom(...CHANNELS),
  confidential: fc.boolean(),
  items: fc.constantFrom(0, 0, 1, 3).map((count) => questions(count, MONDAY)),
});
export type Submission = typeof submissions extends fc.Arbitrary<infer T> ? T : never;

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

/** How often an action is drawn: remarks crowd out the way of a ticket, and an early end cuts it short. */
const WEIGHT: Partial<Record<Action, number>> = {
  ...{
    claim: 20,
    answer: 12,
    route: 16,
    dispute: 8,
    supplyInfo: 8,
    rule: 24,
    request: 12,
    reopen: 12,
    recall: 8,
  },
  ...{ dispatch: 5, requestInfo: 4, escalate: 3, confirm: 4, close: 3, lapseInfo: 3, contact: 2 },
  ...{ reply: 8, giveOpinion: 12, release: 2, supplyDeferred: 3, unmerge: 6, merge: 2, resume: 3 },
};

type Move = readonly [CastName, Action];

/** Everything that somebody could do now, the system included, as often as it is to be drawn. */
export const possible = (ticket: Ticket): readonly Move[] =>
  ACTIONS.filter((action) => ruleOf(action).from.includes(ticket.status)).flatMap((action) => {
    const who = CAST_NAMES.filter((name) => permitted(action, CAST[name], ticket).ok);
    return Array.from({ length: WEIGHT[action] ?? 1 }, () =>
      who.map((name) => [name, action] as const),
    ).flat();
  });

/** The statuses a walk has been in and the actions it has taken. */
export interface Trace {
  readonly statuses: Set<string>;
  readonly actions: Set<string>;
  readonly requests: Set<string>;
}

/** Two tickets of one enterprise, either of which may go along with the other. */
export class Walk {
  readonly first: TicketStory;
  readonly second: TicketStory;
  at = MONDAY;
  readonly trace: Trace = { statuses: new Set(), actions: new Set(), requests: new Set() };

  constructor({ by, ...said }: Submission, chain: ChainOfResponsibility = districtChain) {
    const terms = { ...DISTRICT, chain };
    this.first = new TicketStory(MONDAY, said, by, terms);
    const other = { ...said, id: 'second', number: 'ZQ-2' };
    this.second = new TicketStory(MONDAY, other, by, terms).check(MONDAY);
  }

  get stories(): readonly TicketStory[] {
    return [this.first, this.second];
  }

  /** Takes the steps one after the other and expects every invariant after each. */
  take(path: readonly Step[], sweeping = false): this {
    for (const each of path) {
      this.at += each.gap;
      const before = this.stories.map(({ ticket }) => ticket);
      if (sweeping) for (const story of this.stories) story.sweep(this.at);
      this.step(each);
      // What has not changed was examined when it last did.
      for (const story of this.stories.filter(({ ticket }, index) => ticket !== before[index])) {
        expect(faultsOf(story, this.at)).toEqual([]);
        this.trace.statuses.add(story.ticket.status);
        settled(story, this.at);
      }
    }
    return this;
  }

  private step({ kind, which, who, action, choice }: Step): void {
    const [story, other] = which === 0 ? [this.second, this.first] : [this.first, this.second];
    freeze(story.ticket);
    const options = possible(story.ticket);
    if (kind === 0 || options.length === 0) story.check(this.at);
    else
      this.try(story, other, kind === 1 ? [who, action] : (options[choice % options.length] as Move), choice);
  }

  /** Tries the move; a refusal must leave no trace, and what is taken must lead where the table says. */
  private try(story: TicketStory, other: TicketStory, [who, action]: Move, choice: number): void {
    const { ticket } = story;
    const merging = action === 'merge' || action === 'unmerge';
    const input = merging ? { parent: other.ticket } : inputOf(action, { ticket, at: this.at, choice });
    const decided = act(ticket, action, story.context(who, this.at), input as never);
    expect(story.ticket).toBe(ticket);
    if (!decided.ok) return;
    expect([action, leadsWhereTheTableSays(action, ticket, decided.value)]).toEqual([action, true]);
    if (PERSON_ACTIONS.includes(action) && who !== 'system') {
      expect(allowedActions(CAST[who], ticket)).toContain(action);
    }
    this.trace.actions.add(action);
    if (action === 'merge') story.merge(other, who, this.at);
    else if (action === 'unmerge') story.unmerge(who, this.at);
    else story.take(action, who, this.at, input);
    for (const { kind, state } of story.ticket.requests) this.trace.requests.add(`${kind} ${state}`);
  }
}

/** After a look nothing is due any more, and a second look finds nothing. */
function settled(story: TicketStory, at: number): void {
  const looked = dueEffects(story.ticket, story.context('system', at));
  const next = nextCheckAt(looked.ticket);
  if (next !== null) expect(next).toBeGreaterThan(at);
  expect(dueEffects(looked.ticket, story.context('system', at)).ticket).toBe(looked.ticket);
}
