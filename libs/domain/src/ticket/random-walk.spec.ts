import fc from 'fast-check';
import { november } from '../../../../test/support/november';
import { CAST, CAST_NAMES, districtChain, type CastName } from '../../../../test/support/ticket-cast';
import { act, DISTRICT, TicketStory, type Inputs } from '../../../../test/support/ticket-stage';
import { faultsOf, leadsWhereTheTableSays } from '../../../../test/support/ticket-invariants';
import { dueEffects } from '../escalation/due';
import type { ChainOfResponsibility } from '../responsibility/chain-of-responsibility';
import { chainReport } from '../responsibility/chain-report';
import { CHANNELS, OUTCOMES, SEVERITIES, URGENCIES } from './axes';
import { ACTIONS, type Action } from './lifecycle';
import { allowedActions, fitsStatus, mayAct } from './permit';
import { nextCheckAt } from './settle';
import type { Ticket } from './ticket';

const MONDAY = november('02T09:00');
const HOUR = 3_600_000;

const DISPATCHES: readonly Inputs['dispatch'][] = [
  { holder: { tier: 1, unitId: null, personId: 'officer' }, assistUnitIds: [] },
  { holder: { tier: 2, unitId: 'township', personId: null }, assistUnitIds: [] },
  { holder: { tier: 2, unitId: 'other-township', personId: 'qian' }, assistUnitIds: ['township'] },
  { holder: { tier: 2, unitId: 'task-force', personId: null }, assistUnitIds: ['township', 'department'] },
  { holder: { tier: 3, unitId: 'department', personId: null }, assistUnitIds: [] },
  { holder: { tier: 4, unitId: 'office', personId: null }, assistUnitIds: [] },
  { holder: { tier: 5, unitId: 'city-office', personId: null }, assistUnitIds: [] },
];

/** What an action is given, chosen by a number; the stage's own words where there is nothing to choose. */
function inputOf<A extends Action>(action: A, choice: number): Inputs[A] | undefined {
  const inputs: Partial<Inputs> = {
    dispatch: DISPATCHES[choice % DISPATCHES.length] as Inputs['dispatch'],
    answer: { outcome: OUTCOMES[choice % OUTCOMES.length] ?? 'resolved', route: '协调', result: '办结' },
    confirm: {
      solved: choice % 3 === 0 ? 'partly' : 'yes',
      ...(choice % 2 === 0 ? { rating: (choice % 5) + 1 } : {}),
    },
    comment: { text: '在办', visibility: choice % 2 === 0 ? 'internal' : 'enterprise' },
    supervise: choice % 2 === 0 ? { instruction: '限期' } : { instruction: '限期', dueOn: '2026-12-30' },
  };
  return (inputs as Partial<Record<Action, never>>)[action];
}

/** What a ticket goes through on its own. */
const ALONE = ACTIONS.filter((action) => action !== 'merge' && action !== 'unmerge');

interface Step {
  /** 0: the sweep looks; 1: anybody tries anything; otherwise something that is allowed happens. */
  readonly kind: number;
  readonly gap: number;
  readonly who: CastName;
  readonly action: Action;
  readonly choice: number;
}

const steps = fc.array(
  fc.record<Step>({
    kind: fc.integer({ min: 0, max: 6 }),
    gap: fc.oneof(fc.integer({ min: 0, max: HOUR }), fc.integer({ min: 0, max: 90 * HOUR })),
    who: fc.constantFrom(...CAST_NAMES),
    action: fc.constantFrom(...ALONE),
    choice: fc.nat({ max: 1_000 }),
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

const chains = fc.record<ChainOfResponsibility>({
  officerId: fc.constantFrom('officer', 'officer', null),
  townshipId: fc.constantFrom('township', 'township', null),
  departmentId: fc.constantFrom('department', 'department', null),
  officeId: fc.constant('office'),
  cityOfficeId: fc.constantFrom('city-office', null),
  leaderId: fc.constant('leader'),
  ladder: fc.constantFrom(districtChain.ladder, [1, 2, 3, 4], [1, 3, 4, 5]),
});

const submissions = fc.record({
  by: fc.constantFrom<CastName>('enterprise', 'officer', 'office', 'leader', 'integrator'),
  severity: fc.constantFrom(...SEVERITIES),
  urgency: fc.constantFrom(...URGENCIES),
  channel: fc.constantFrom(...CHANNELS),
  confidential: fc.boolean(),
});

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

/** How often an action is drawn: remarks crowd out the way of a ticket, and an early end cuts it short. */
const WEIGHT: Partial<Record<Action, number>> = {
  ...{ claim: 16, answer: 16, route: 16, dispute: 12, supplyInfo: 8 },
  ...{ dispatch: 6, requestInfo: 4, escalate: 3, confirm: 3, close: 3, lapseInfo: 3, contact: 2 },
};

/** Everything that somebody could do now, the system included, as often as it is to be drawn. */
const possible = (ticket: Ticket): readonly (readonly [CastName, Action])[] =>
  ALONE.flatMap((action) => {
    const who = CAST_NAMES.filter(
      (name) => mayAct(action, CAST[name], ticket).ok && fitsStatus(action, ticket).ok,
    );
    return Array.from({ length: WEIGHT[action] ?? 1 }, () =>
      who.map((name) => [name, action] as const),
    ).flat();
  });

/** Tries the step; a refusal must leave no trace, and what is taken must lead where the table says. */
function tryAct(
  story: TicketStory,
  [who, action]: readonly [CastName, Action],
  at: number,
  choice: number,
): void {
  const { ticket } = story;
  const input = inputOf(action, choice);
  const decided = act(ticket, action, story.context(who, at), input);
  expect(story.ticket).toBe(ticket);
  if (!decided.ok) return;
  expect([action, leadsWhereTheTableSays(action, ticket, decided.value)]).toEqual([action, true]);
  if (who !== 'system' && !['route', 'lapseInfo'].includes(action)) {
    expect(allowedActions(CAST[who], ticket)).toContain(action);
  }
  story.take(action, who, at, input);
}

function walk(story: TicketStory, path: readonly Step[]): number {
  let at = MONDAY;
  for (const { kind, gap, who, action, choice } of path) {
    at += gap;
    freeze(story.ticket);
    const options = possible(story.ticket);
    if (kind === 0 || options.length === 0) story.check(at);
    else
      tryAct(
        story,
        kind === 1 ? [who, action] : (options[choice % options.length] ?? [who, action]),
        at,
        choice,
      );
    expect(faultsOf(story)).toEqual([]);
    settled(story, at);
  }
  return at;
}

/** After a look nothing is due any more, and a second look finds nothing. */
function settled(story: TicketStory, at: number): void {
  const looked = dueEffects(story.ticket, story.context('system', at));
  const next = nextCheckAt(looked.ticket);
  if (next !== null) expect(next).toBeGreaterThan(at);
  expect(dueEffects(looked.ticket, story.context('system', at)).ticket).toBe(looked.ticket);
}

describe('whatever happens to a ticket', () => {
  it('the invariants hold after every step, and a refused step changes nothing', () => {
    fc.assert(
      fc.property(submissions, chains, steps, ({ by, ...said }, chain, path) => {
        const story = new TicketStory(MONDAY, said, by, { ...DISTRICT, chain });
        const at = walk(story, path);
        const { links, total } = chainReport(story.ticket, DISTRICT.calendar, at);
        expect(links.reduce((sum, link) => sum + link.workingSeconds, 0)).toBe(total.workingSeconds);
        expect(links.every((link) => link.workingSeconds >= 0 && link.overdueSeconds >= 0)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('an end can be reached from wherever it went', () => {
    fc.assert(
      fc.property(submissions, steps, ({ by, ...said }, path) => {
        const story = new TicketStory(MONDAY, said, by);
        const at = walk(story, path);
        if (possible(story.ticket).length === 0) return;
        if (story.ticket.status === 'answered') story.take('confirm', 'enterprise', at);
        else story.take('withdraw', 'enterprise', at);
        expect(['closed', 'withdrawn']).toContain(story.ticket.status);
        expect(faultsOf(story)).toEqual([]);
        expect(nextCheckAt(story.ticket)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it('a sweep that comes when things are due leaves nothing undone at the top of the ladder', () => {
    fc.assert(
      fc.property(submissions, steps, ({ by, ...said }, path) => {
        const story = new TicketStory(MONDAY, said, by);
        const at = walk(story, path);
        story.check(at).sweep(at + 3_000 * HOUR);
        expect(faultsOf(story)).toEqual([]);
        expect(nextCheckAt(story.ticket)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});
