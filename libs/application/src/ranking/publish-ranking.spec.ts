import type { PersonActor } from '@zhuqi/domain';
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
const SETTLED: PostedBook = { settled: () => Promise.resolve() };

/** Transactions that know one claim, or none. */
function workThatKnows(answer: typeof ANSWER | null): UnitOfWork {
  const tx = { claimIdempotencyKey: () => Promise.resolve(answer) } as unknown as Transaction;
  return { run: (write: (tx: Transaction) => Promise<unknown>) => write(tx) } as unknown as UnitOfWork;
}

describe('publishing a ranking a second time with the same key', () => {
  const publish = (work: UnitOfWork, posted: PostedBook) =>
    new PublishRanking(work, NEVER_DRAWN, posted, IDS).execute({
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
