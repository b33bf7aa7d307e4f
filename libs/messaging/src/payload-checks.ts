/** Whether a field of a payload is what the contract says. */
export type Check<T> = (value: unknown) => value is T;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const uuid: Check<string> = (value): value is string => typeof value === 'string' && UUID.test(value);

/** A whole number from 1. */
export const positiveInteger: Check<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 1;

/** Between one and `most` uuids. */
export const uuids =
  (most: number): Check<readonly string[]> =>
  (value): value is readonly string[] =>
    Array.isArray(value) && value.length >= 1 && value.length <= most && value.every(uuid);

export const oneOf =
  <T extends string>(choices: readonly T[]): Check<T> =>
  (value): value is T =>
    choices.some((choice) => choice === value);

/** An event somebody has to be told of. */
export interface NoticeMessage {
  readonly outboxId: string;
  readonly ticketId: string;
  readonly eventSeq: number;
}

/** Between one and `most` messages. */
export const noticeMessages =
  (most: number): Check<readonly NoticeMessage[]> =>
  (value): value is readonly NoticeMessage[] =>
    Array.isArray(value) && value.length >= 1 && value.length <= most && value.every(isNoticeMessage);

function isNoticeMessage(value: unknown): value is NoticeMessage {
  if (typeof value !== 'object' || value === null) return false;
  const { outboxId, ticketId, eventSeq } = value as Readonly<Record<string, unknown>>;
  return uuid(outboxId) && uuid(ticketId) && positiveInteger(eventSeq);
}
