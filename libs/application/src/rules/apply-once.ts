import type { PersonActor } from '@zhuqi/domain';
import type { IdempotencyClaim, StoredAnswer } from '../ports/idempotency';
import type { Transaction, UnitOfWork } from '../ports/transaction';
import { answerOnce } from '../ticket/answer-once';

/** A change of rules as it is ordered. */
export interface RulesOrder<Change, Changed> {
  readonly actor: PersonActor;
  readonly change: Change;
  readonly idempotencyKey: string | undefined;
  /** How what was done is shown to the caller; a repetition gets what the first was shown. */
  readonly present: (changed: Changed) => object;
}

interface Application<Changed> {
  readonly claim: IdempotencyClaim | null;
  readonly present: (changed: Changed) => object;
  readonly write: (tx: Transaction, tried: Changed) => Promise<void>;
}

/**
 * Writes down what has been tried. The trial reads every running ticket and stays outside the transaction; a
 * repetition gets the first answer even where the trial refuses it by now, because it has been done.
 */
export async function applyOnce<Changed>(
  work: UnitOfWork,
  trial: Promise<Changed>,
  { claim, present, write }: Application<Changed>,
): Promise<StoredAnswer> {
  const [tried] = await Promise.allSettled([trial]);
  return work.run((tx) =>
    answerOnce(tx, claim, async () => {
      if (tried.status === 'rejected') throw tried.reason;
      await write(tx, tried.value);
      return present(tried.value);
    }),
  );
}
