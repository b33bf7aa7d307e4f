import { CLOCK_EFFECT, STATUS_LABEL, STATUSES, type TicketStatus } from './axes';
import { ACTIONS, allows, ruleOf, STANDINGS, type Action } from './lifecycle';
import { REQUEST_KINDS, REQUEST_RULES, type RequestRule } from './request';

const FINAL: readonly TicketStatus[] = ['closed', 'rejected', 'withdrawn'];
/** The only ways out of where a ticket has come to rest. */
const WAYS_OUT = { closed: ['reopen'], rejected: [], withdrawn: [], merged: ['unmerge'] } as const;
const RULES: readonly RequestRule[] = REQUEST_KINDS.map((kind) => REQUEST_RULES[kind]);

/** Where an action can lead from a status: back to wherever it can have come from, or where an approval leads. */
function leadsTo(action: Action, from: TicketStatus): readonly TicketStatus[] {
  const { to } = ruleOf(action);
  if (to === 'same') return [from];
  if (to === 'back')
    return ACTIONS.filter((each) => ruleOf(each).to === from).flatMap((each) => ruleOf(each).from);
  if (to !== 'ruled') return [to];
  return RULES.filter((rule) => rule.from.includes(from)).map((rule) =>
    rule.to === 'same' ? from : rule.to,
  );
}

function reachable(start: TicketStatus): ReadonlySet<TicketStatus> {
  const seen = new Set([start]);
  for (const status of seen) {
    for (const action of ACTIONS.filter((each) => ruleOf(each).from.includes(status))) {
      for (const next of leadsTo(action, status)) seen.add(next);
    }
  }
  return seen;
}

describe('the lifecycle', () => {
  it('reaches every status from a submission or a logged problem', () => {
    const reached = new Set([...reachable('submitted'), ...reachable('accepted')]);
    expect(STATUSES.filter((status) => !reached.has(status))).toEqual([]);
  });

  it('reaches an end from every status that is not one: no dead end', () => {
    for (const status of STATUSES.filter((each) => !FINAL.includes(each))) {
      expect([status, FINAL.some((end) => reachable(status).has(end))]).toEqual([status, true]);
    }
  });

  it('can be closed or withdrawn without anybody at the office from every open status', () => {
    for (const status of STATUSES.filter((each) => !FINAL.includes(each) && each !== 'merged')) {
      const byOthers = ['withdraw', 'confirm', 'close'].some((action) =>
        (['enterprise', 'system'] as const).some((standing) =>
          allows(action as 'withdraw', status, standing),
        ),
      );
      expect([status, byOthers]).toEqual([status, true]);
    }
  });

  it('lets only a reopening lead out of a closing, only an unmerge out of a merge, and nothing out of the rest', () => {
    for (const [status, ways] of Object.entries(WAYS_OUT)) {
      const out = ACTIONS.filter(
        (action) => ruleOf(action).from.includes(status as TicketStatus) && ruleOf(action).to !== 'same',
      );
      expect([status, out]).toEqual([status, ways]);
    }
  });

  it('lets the system take a merged ticket out again, so that none is left behind by its parent', () => {
    expect(allows('unmerge', 'merged', 'system')).toBe(true);
  });

  it('never leads into a status by an action that changes none', () => {
    for (const action of ACTIONS) {
      const { from, to } = ruleOf(action);
      expect(from.length).toBeGreaterThan(0);
      expect(new Set(from).size).toBe(from.length);
      if (to !== 'same' && to !== 'back' && to !== 'ruled') expect(STATUSES).toContain(to);
    }
  });

  it('narrows only statuses an action starts from, and only to some of those who may take it', () => {
    for (const action of ACTIONS) {
      const { from, by, narrowed = {} } = ruleOf(action);
      for (const [status, some] of Object.entries(narrowed)) {
        expect(from).toContain(status);
        expect(by).toEqual(expect.arrayContaining([...some]));
      }
    }
  });

  it('says in Chinese what each status and action is called, each its own word', () => {
    expect(new Set(Object.values(STATUS_LABEL)).size).toBe(STATUSES.length);
    expect(new Set(ACTIONS.map((action) => ruleOf(action).label)).size).toBe(ACTIONS.length);
  });

  it('changes the clocks only where a status does: idle before a dispatch, stopped at every end', () => {
    expect(STATUSES.filter((status) => CLOCK_EFFECT[status] === 'stopped')).toEqual(
      STATUSES.filter((status) => FINAL.includes(status)),
    );
    expect(STATUSES.filter((status) => CLOCK_EFFECT[status] === 'idle')).toEqual(['submitted', 'accepted']);
  });

  it('lets everybody who stands to a ticket do something with it', () => {
    for (const standing of STANDINGS) {
      expect(ACTIONS.some((action) => STATUSES.some((status) => allows(action, status, standing)))).toBe(
        true,
      );
    }
  });
});
