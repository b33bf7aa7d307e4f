import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  ACTIONS,
  fitsStatus,
  hindranceOf,
  mayAct,
  ruleOf,
  STANDINGS,
  STATUSES,
  type Action,
  type FollowUp,
  type RequestKind,
  type Standing,
  type Ticket,
  type TicketRequest,
  type Tier,
} from '@zhuqi/domain';
import { lifecycleDocument } from '../../scripts/lifecycle-document';
import { leadsTo } from '../../scripts/lifecycle-leads';
import { CONDITION, RULERS } from '../../scripts/lifecycle-words';
import { november } from '../support/november';
import { CAST, type CastName } from '../support/ticket-cast';
import { act, contextOf, routed, TicketStory, type Inputs } from '../support/ticket-stage';

const DOCUMENT = readFileSync(resolve(__dirname, '../../docs/lifecycle.md'), 'utf8');
const MONDAY = november('02T09:00');

/** The committed matrix as a set of `status action standing`. */
const committed = new Set(
  (/```text\n([\s\S]*?)```/.exec(DOCUMENT)?.[1] ?? '')
    .split('\n')
    .map((line) => line.split(' → ')[0]?.trim().split(/\s+/) ?? [])
    .flatMap(([status, action, ...who]) => who.map((standing) => `${status} ${action} ${standing}`)),
);

/** One person for each way to stand to a ticket, and to nothing else. */
const STANDS: Record<Standing, CastName> = {
  enterprise: 'enterprise',
  officer: 'officer',
  holder: 'department',
  assistant: 'otherTownship',
  assignee: 'otherOfficer',
  ruler: 'taskForce',
  office: 'office',
  leader: 'leader',
  city: 'city',
  system: 'system',
};

/** One request of each kind that could be made on the Monday. */
const ASKS: Record<RequestKind, Inputs['request']> = {
  return: {
    ...{ kind: 'return', reason: '不属本单位', basis: '三定方案' },
    to: { tier: 2, unitId: 'other-township', personId: null },
  },
  extension: { kind: 'extension', reason: '待外购', newDueOn: '2026-11-30' },
  suspension: { kind: 'suspension', reason: '待上级批复', reviewOn: '2026-11-16' },
  downgrade: { kind: 'downgrade', reason: '已简化', toSeverity: 'simple' },
};

/** What another district officer is to do after a conference. */
const FOLLOW_UP: FollowUp = {
  ...{ ordinal: 1, conference: 1, what: '核对用地', unitId: null, personId: CAST.otherOfficer.id },
  ...{ dueOn: '2026-11-30', dueAt: november('30T17:00'), doneAt: null, doneById: null, result: null },
  reminded: false,
};

/** The department's ticket, on whose request the task force alone rules. */
function heldTicket(): Ticket {
  const story = routed(MONDAY, { severity: 'complex' });
  story.take('dispatch', 'office', MONDAY, {
    holder: { tier: 3, unitId: 'department', personId: null },
    assistUnitIds: ['other-township'],
  });
  story.take('claim', 'department', MONDAY).take('request', 'department', MONDAY, ASKS.suspension);
  const [request] = story.ticket.requests as [TicketRequest];
  // Counted as tier 2, where the officer's own reach does not end: the table is what is tested here.
  return {
    ...story.ticket,
    tier: 2,
    requests: [{ ...request, rulers: [], rulerUnitId: 'task-force' }],
    followUps: [FOLLOW_UP],
  };
}

describe('docs/lifecycle.md', () => {
  test('is what the tables of the domain say', () => {
    expect(DOCUMENT).toBe(lifecycleDocument());
  });

  test('carries the matrix status × action × standing that the domain really decides by', () => {
    const held = heldTicket();
    const decided = STATUSES.flatMap((status) =>
      ACTIONS.flatMap((action) =>
        STANDINGS.filter((standing) => {
          const there = { ...held, status };
          return mayAct(action, CAST[STANDS[standing]], there).ok && fitsStatus(action, there).ok;
        }).map((standing) => `${status} ${action} ${standing}`),
      ),
    );
    expect([...committed].sort()).toEqual(decided.sort());
  });

  test('names every action and every status', () => {
    for (const action of ACTIONS) expect(DOCUMENT).toContain(`| ${ruleOf(action).label} | \`${action}\` |`);
    for (const status of STATUSES) expect(DOCUMENT).toContain(`| \`${status}\` |`);
  });

  test('draws an arrow for every way an action can lead to another status', () => {
    for (const action of ACTIONS.filter((each) => ruleOf(each).to !== 'same')) {
      for (const from of ruleOf(action).from) {
        for (const to of leadsTo(action, from)) {
          if (from !== to) expect(DOCUMENT).toContain(`\n  ${from} --> ${to}: `);
        }
      }
    }
  });
});

describe('the conditions in words', () => {
  const bare = routed(MONDAY).take('claim', 'officer', MONDAY).ticket;
  const asked = heldTicket();
  /** A ticket for each action that stands in its way. */
  const HINDERED: Record<keyof typeof CONDITION, Ticket> = {
    requestInfo: { ...bare, infoRound: bare.round },
    escalate: { ...bare, escalationKeys: ['1:1:manual'] },
    answer: asked,
    reply: bare,
    planItems: bare,
    supplyDeferred: bare,
    giveOpinion: bare,
    release: bare,
    conclude: bare,
    cancelConference: bare,
    finishFollowUp: bare,
    request: asked,
    recall: bare,
    rule: bare,
    merge: { ...bare, childIds: ['child'] },
  };

  test('stand for those the domain asks for', () => {
    for (const [action, ticket] of Object.entries(HINDERED) as [Action, Ticket][]) {
      expect([action, hindranceOf(action, ticket, CAST.officer)]).toEqual([
        action,
        expect.objectContaining({ ok: false }),
      ]);
    }
  });

  test('leave out no action that the domain hinders', () => {
    const hindered = ACTIONS.filter((action) =>
      Object.values(HINDERED).some((ticket) => hindranceOf(action, ticket, CAST.officer) !== null),
    );
    expect(hindered.sort()).toEqual(Object.keys(CONDITION).sort());
  });
});

describe('who rules, in the document', () => {
  const HOLDER = {
    1: { unitId: null, personId: 'officer', by: 'officer' },
    2: { unitId: 'township', personId: null, by: 'township' },
    3: { unitId: 'department', personId: null, by: 'department' },
    4: { unitId: 'office', personId: null, by: 'office' },
    5: { unitId: 'city-office', personId: null, by: 'city' },
  } as const satisfies Record<Tier, { unitId: string | null; personId: string | null; by: CastName }>;
  const ABOVE = { 1: 'township', 2: 'department', 3: 'office', 4: 'city-office', 5: null } as const;

  function asked(kind: RequestKind, tier: Tier, extensions: number): TicketRequest {
    const { by, unitId, personId } = HOLDER[tier];
    const story = new TicketStory(MONDAY, { severity: 'complex' }, 'officer');
    story.take('dispatch', 'office', MONDAY, { holder: { tier, unitId, personId }, assistUnitIds: [] });
    story.take('claim', by, MONDAY);
    const granted = act(story.ticket, 'request', contextOf(CAST[by], MONDAY), ASKS.extension);
    const before = granted.ok ? granted.value.ticket.requests : [];
    const ticket: Ticket = {
      ...story.ticket,
      requests: before.slice(0, extensions).map((each) => ({ ...each, state: 'approved' })),
    };
    const decided = act(ticket, 'request', contextOf(CAST[by], MONDAY), ASKS[kind]);
    if (!decided.ok) throw new Error(`${kind} at ${String(tier)}: ${decided.refusal.code}`);
    return decided.value.ticket.requests.at(-1) as TicketRequest;
  }

  test.each(
    RULERS.flatMap((row) => row.tiers.flatMap((tier) => row.kinds.map((kind) => ({ ...row, tier, kind })))),
  )('is who the domain lets rule: $kind at tier $tier after $extensions', (row) => {
    const { rulers, rulerUnitId } = asked(row.kind, row.tier, row.extensions);
    expect(rulers).toEqual(row.rulers);
    expect(rulerUnitId).toBe(row.nextTier ? ABOVE[row.tier] : null);
  });

  test('leaves out no tier and no kind of request', () => {
    const cells = RULERS.flatMap(({ tiers, kinds, extensions }) =>
      tiers.flatMap((tier) => kinds.map((kind) => `${kind} ${String(tier)} ${String(extensions)}`)),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(cells).toHaveLength(4 * 5 + 5);
  });
});
