import fc from 'fast-check';
import { act, TicketStory } from '../../../../../test/support/ticket-stage';
import { inputOf } from '../../../../../test/support/ticket-moves';
import {
  MONDAY,
  possible,
  steps,
  submissions,
  type Step,
  type Submission,
} from '../../../../../test/support/ticket-walk';
import type { Action } from '../lifecycle';
import { nextCheckAt } from '../settle';
import type { Ticket } from '../ticket';
import type { RulingInput } from './request';

const ASKING: readonly Action[] = ['request', 'recall', 'rule'];

/** Everything of a ticket but its request list, its version and the names of its parts. */
function apartFromAsking(ticket: Ticket) {
  const { requests: _requests, version: _version, heldUnitIds: _readers, ...rest } = ticket;
  const names = new Map(ticket.clocks.map(({ id }, index) => [id, index]));
  return {
    ...rest,
    clocks: ticket.clocks.map(({ id: _id, ...clock }) => clock),
    holdings: ticket.holdings.map(({ seq: _seq, clockId, ...hop }) => ({
      ...hop,
      clock: names.get(clockId ?? ''),
    })),
    assists: ticket.assists.map(({ clockId, ...assist }) => ({ ...assist, clock: names.get(clockId ?? '') })),
  };
}

/** The sweep looks at both whenever something is due on either, at the same moments. */
function sweep(stories: readonly TicketStory[], from: number, until: number): void {
  const due = (): number => Math.min(...stories.map(({ ticket }) => nextCheckAt(ticket) ?? Infinity));
  for (let at = Math.max(due(), from); at <= until; at = Math.max(due(), at)) {
    for (const story of stories) story.check(at);
  }
}

/** One story in which people ask and are refused, take it back or let it lapse, and one in which nobody ever asks. */
function twins(said: Submission, path: readonly Step[]) {
  const { by, ...problem } = said;
  const asked = new TicketStory(MONDAY, problem, by);
  const quiet = new TicketStory(MONDAY, problem, by);
  const ends = new Set<string>();
  let at = MONDAY;
  for (const { gap, choice } of path) {
    const before = at;
    at += gap;
    sweep([asked, quiet], before, at);
    const options = possible(asked.ticket).filter(([, action]) => action !== 'merge' && action !== 'unmerge');
    const [who, action] = options[choice % Math.max(options.length, 1)] ?? (['system', 'route'] as const);
    if (options.length > 0) {
      const input = inputOf(action, { ticket: asked.ticket, at, choice });
      const refused = action === 'rule' ? { ...(input as RulingInput), approved: false } : input;
      const decided = act(asked.ticket, action, asked.context(who, at), refused as never);
      if (!decided.ok) continue;
      asked.take(action, who, at, refused);
      if (!ASKING.includes(action)) quiet.take(action, who, at, input);
    }
    for (const { state } of asked.ticket.requests) ends.add(state);
    expect(apartFromAsking(asked.ticket)).toEqual(apartFromAsking(quiet.ticket));
  }
  return { asked, quiet, ends };
}

describe('a request that is not approved', () => {
  it('refused, recalled or lapsed, leaves everything as if nobody had ever asked, waiting or ended', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(submissions, steps, (said, path) => {
        const { asked, quiet, ends } = twins(said, path);
        ends.forEach((end) => seen.add(end));
        const asking = ['requested', 'ruled', 'recalled', 'requestLapsed', 'rulingDue'];
        expect(asked.types().filter((type) => !asking.includes(type))).toEqual(quiet.types());
      }),
      { numRuns: 100, seed: 20261122, endOnFailure: true },
    );
    expect([...seen].sort()).toEqual(['lapsed', 'pending', 'recalled', 'refused']);
  });
});
