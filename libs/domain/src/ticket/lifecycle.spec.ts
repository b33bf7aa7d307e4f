import { CLOCK_EFFECT, STATUS_LABEL, STATUSES, type TicketStatus } from './axes';
import { ACTIONS, allows, ruleOf, STANDINGS } from './lifecycle';

/** Nothing leads into these yet: their actions (suspend, merge) are not in the table. */
const RESERVED: readonly TicketStatus[] = ['suspended', 'merged'];
const FINAL: readonly TicketStatus[] = ['closed', 'rejected', 'withdrawn', 'merged'];

/** Where an action leads from a status; a request for material goes back to any status it can be made in. */
function leadsTo(action: (typeof ACTIONS)[number], from: TicketStatus): readonly TicketStatus[] {
  const { to } = ruleOf(action);
  if (to === 'same') return [from];
  return to === 'back' ? ruleOf('requestInfo').from : [to];
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
  it('reaches every status but the reserved ones from a submission or a logged problem', () => {
    const reached = new Set([...reachable('submitted'), ...reachable('accepted')]);
    expect(STATUSES.filter((status) => !reached.has(status))).toEqual(RESERVED);
  });

  it('reaches an end from every status that is not one: no dead end', () => {
    for (const status of STATUSES.filter((each) => !FINAL.includes(each))) {
      expect([status, FINAL.some((end) => reachable(status).has(end))]).toEqual([status, true]);
    }
  });

  it('can be closed or withdrawn without anybody at the office from every open status', () => {
    for (const status of STATUSES.filter((each) => !FINAL.includes(each))) {
      const byOthers = ['withdraw', 'confirm', 'close'].some((action) =>
        (['enterprise', 'system'] as const).some((standing) =>
          allows(action as 'withdraw', status, standing),
        ),
      );
      expect([status, byOthers]).toEqual([status, true]);
    }
  });

  it('lets nothing lead out of an end', () => {
    expect(ACTIONS.filter((action) => ruleOf(action).from.some((status) => FINAL.includes(status)))).toEqual(
      [],
    );
  });

  it('never leads into a status by an action that changes none', () => {
    for (const action of ACTIONS) {
      const { from, to } = ruleOf(action);
      expect(from.length).toBeGreaterThan(0);
      expect(new Set(from).size).toBe(from.length);
      if (to !== 'same' && to !== 'back') expect(STATUSES).toContain(to);
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
