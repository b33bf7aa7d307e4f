import type { Decision, Refusal, RefusalCode } from '@zhuqi/domain';

/** A refusal crossing the application's edge: the transaction is rolled back and the door tells the caller why. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** The value of a decision, or its refusal thrown. */
export function valueOf<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Refused(decision.refusal);
  return decision.value;
}

/** Refuses on the spot, for what only the application can know. */
export function refuse(code: RefusalCode, detail: string, pointer?: string): never {
  throw new Refused(pointer === undefined ? { code, detail } : { code, detail, pointer });
}
