import { parsePolicy, type Policy } from '@zhuqi/domain';

/** A policy as it was written; an unreadable one is a fault of the database, never of a caller. */
export function storedPolicy(body: unknown): Policy {
  const parsed = parsePolicy(body);
  if (!parsed.ok) {
    const { pointer = '', detail } = parsed.refusal;
    throw new Error(`stored policy is unreadable at ${pointer}: ${detail}`);
  }
  return parsed.value;
}
