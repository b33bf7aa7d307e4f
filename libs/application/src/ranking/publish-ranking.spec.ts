import type { PersonActor } from '@zhuqi/domain';
import type { BusinessClock } from '../ports/business-clock';
import type { PostedBook } from '../ports/posted-book';
import type { Transaction, UnitOfWork } from '../ports/transaction';
import { refuse } from '../refused';
import { PublishRanking } from './publish-ranking';
import type { Rankings } from './rankings';

const ANSWER = { status: 201, body: { id: 'the first' } };
const ACTOR = { id: 'clerk', regionCode: '220105', regionCodes: ['220105'] } as unknown as PersonActor;
const ORDER = { kind: 'township', from: '2023-01-01', to: '2023-09-30', asOf: null } as const;
const IDS = { next: () => 'an id', digest: (text: string) => text };
const NEVER_DRAWN = { draw: () => refuse('request.invalid', '现在已不能') } as unknown as Rankings;
const BUSY: PostedBook = { settled: () => Promise.resolve(refuse('book.busy', '尚有写入')) };
const CLOCK: BusinessClock = { now: () => Promise.resolve(1_000), isDemo: () => Promise.resolve(false) };
const SETTLED: PostedBook = { settled: () => Promise.resolve() };

/** Transactions that know one claim, or none. */
function workThatKnows(answer: typeof ANSWER | null): UnitOfWork {
  const tx = { claimIdempotencyKey: () => Promise.resolve(answer) } as unknown as Transaction;
  return { run: (write: (tx: Transaction) => Promise<unknown>) => write(tx) } as unknown as UnitOfWork;
}

describe('publishing a ranking a second time with the same key', () => {
  const publish = (work: UnitOfWork, posted: PostedBook) =>
    new PublishRanking(work, NEVER_DRAWN, posted, CLOCK, IDS).execute({
      ...{ actor: ACTOR, request: ORDER, idempotencyKey: 'october' },
    });

  it.each([
    ['it could not be drawn any more', SETTLED],
    ['writes are under way', BUSY],
  ])('gets the first answer, also when %s', async (_when, posted) => {
    expect(await publish(workThatKnows(ANSWER), posted)).toEqual(ANSWER);
    await expect(publish(workThatKnows(null), posted)).rejects.toMatchObject({ refusal: expect.anything() });
  });
});

describe('the instant a ranking is published of', () => {
  it.each([
    ['now', null, 1_000],
    ['the past instant asked for', 400, 400],
    ['now at most', 9_000, 1_000],
  ])('is %s, settled before the wait for writes that had begun by then', async (_what, asOf, chosen) => {
    const steps: unknown[] = [];
    const rankings = {
      draw: (_reader: unknown, request: { asOf: number | null }) => {
        steps.push(`drawn as of ${String(request.asOf)}`);
        return refuse('request.invalid', '到此为止');
      },
    } as unknown as Rankings;
    const clock: BusinessClock = {
      now: () => (steps.push('time read'), CLOCK.now()),
      isDemo: () => CLOCK.isDemo(),
    };
    const posted = { settled: () => (steps.push('waited'), SETTLED.settled()) };
    const publish = new PublishRanking(workThatKnows(null), rankings, posted, clock, IDS);
    const order = { actor: ACTOR, request: { ...ORDER, asOf }, idempotencyKey: undefined };
    await expect(publish.execute(order)).rejects.toMatchObject({ refusal: expect.anything() });
    expect(steps).toEqual(['time read', 'waited', `drawn as of ${String(chosen)}`]);
  });
});
