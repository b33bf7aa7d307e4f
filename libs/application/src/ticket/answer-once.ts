import type { IdGenerator } from '../ports/id-generator';
import type { IdempotencyClaim, StoredAnswer } from '../ports/idempotency';
import type { Transaction } from '../ports/transaction';

const CREATED = 201;

/** The claim a key makes for these words, whatever the order they were sent in; none without a key. */
export function claimOf(
  ids: IdGenerator,
  actorId: string | null,
  key: string | undefined,
  words: object,
): IdempotencyClaim | null {
  if (key === undefined || actorId === null) return null;
  const sorted = Object.entries(words).sort(([left], [right]) => (left < right ? -1 : 1));
  return { actorId, key, requestHash: ids.digest(JSON.stringify(Object.fromEntries(sorted))) };
}

/** Creates once a claim, in the transaction of the creation; a repetition gets the first answer again. */
export async function answerOnce(
  tx: Transaction,
  claim: IdempotencyClaim | null,
  create: () => Promise<unknown>,
): Promise<StoredAnswer> {
  const earlier = claim === null ? null : await tx.claimIdempotencyKey(claim);
  if (earlier !== null) return earlier;
  const answer = { status: CREATED, body: await create() };
  if (claim !== null) await tx.storeAnswer(claim, answer);
  return answer;
}
