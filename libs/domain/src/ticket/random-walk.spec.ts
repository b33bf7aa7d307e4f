import fc from 'fast-check';
import { districtCalendar } from '../../../../test/support/november';
import { faultsOf } from '../../../../test/support/ticket-invariants';
import type { TicketStory } from '../../../../test/support/ticket-stage';
import { chains, HOUR, steps, submissions, Walk } from '../../../../test/support/ticket-walk';
import { isOneOf, STATUSES } from './axes';
import { ACTIONS } from './lifecycle';
import { REQUEST_KINDS, REQUEST_STATES } from './request';
import { openFollowUps } from './conference';
import { openItems } from './item';
import { nextCheckAt } from './settle';
import { promiseOf, type Ticket } from './ticket';
import { pausesUntil } from '../sla';

const ENDS = ['closed', 'withdrawn', 'rejected'] as const;

/** The shortest way to an end from wherever a ticket stands. */
function end(story: TicketStory, at: number): void {
  if (story.ticket.status === 'merged') story.unmerge('office', at);
  if (isOneOf(ENDS, story.ticket.status)) return;
  if (story.ticket.status === 'answered') story.take('confirm', 'enterprise', at);
  else story.take('withdraw', 'enterprise', at);
}

/** Thirty working days, and what was left of the day the first of them was approved on. */
const SUSPENSION_CAP_MS = 31 * 7 * HOUR;

/** Open time the promise has stood suspended. */
const suspendedMs = (ticket: Ticket, now: number): number => {
  const promise = promiseOf(ticket);
  return (promise === null ? [] : pausesUntil(promise, now))
    .filter(({ reason }) => reason === 'suspended')
    .reduce((sum, { from, to }) => sum + districtCalendar.elapsed(from, to), 0);
};

describe('whatever happens to a ticket', () => {
  it('the invariants hold after every step, and a refused step changes nothing', () => {
    fc.assert(
      fc.property(submissions, chains, steps, (said, chain, path) => {
        new Walk(said, chain).take(path);
      }),
      { numRuns: 100 },
    );
  });

  it('they hold as well when the sweep is never late', () => {
    fc.assert(
      fc.property(submissions, chains, steps, (said, chain, path) => {
        const walk = new Walk(said, chain).take(path, true);
        for (const { ticket } of walk.stories) {
          expect(suspendedMs(ticket, walk.at)).toBeLessThanOrEqual(SUSPENSION_CAP_MS);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('an end can be reached from wherever it went', () => {
    fc.assert(
      fc.property(submissions, steps, (said, path) => {
        const walk = new Walk(said).take(path);
        for (const story of walk.stories) {
          end(story, walk.at);
          expect(ENDS).toContain(story.ticket.status);
        }
        for (const story of walk.stories) {
          expect(faultsOf(story, walk.at)).toEqual([]);
          // What was put off, or decided by a conference, may still fall due after the end.
          const { items, followUps } = story.ticket;
          const owed = openItems(items, 'deferred').length + openFollowUps(followUps).length;
          if (owed === 0) expect(nextCheckAt(story.ticket)).toBeNull();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a sweep that comes when things are due leaves nothing undone', () => {
    fc.assert(
      fc.property(submissions, steps, (said, path) => {
        const walk = new Walk(said).take(path);
        for (const story of walk.stories) {
          story.check(walk.at).sweep(walk.at + 3_000 * HOUR);
          expect(faultsOf(story)).toEqual([]);
          expect(nextCheckAt(story.ticket)).toBeNull();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('every status, every action and every end of a request is on the way of some walk', () => {
    const seen = { statuses: new Set<string>(), actions: new Set<string>(), requests: new Set<string>() };
    fc.assert(
      fc.property(submissions, steps, (said, path) => {
        const { trace } = new Walk(said).take(path);
        for (const which of ['statuses', 'actions', 'requests'] as const) {
          for (const each of trace[which]) seen[which].add(each);
        }
      }),
      { numRuns: 450, seed: 20261122 },
    );
    expect(STATUSES.filter((status) => !seen.statuses.has(status))).toEqual([]);
    expect(ACTIONS.filter((action) => !seen.actions.has(action))).toEqual([]);
    const ends = REQUEST_KINDS.flatMap((kind) => REQUEST_STATES.map((state) => `${kind} ${state}`));
    expect(ends.filter((each) => !seen.requests.has(each))).toEqual([]);
  });
});
