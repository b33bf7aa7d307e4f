/** A refusal is a value: a stable code, a sentence for people in Chinese, and what would have to be true. */
export interface Refusal {
  readonly code: string;
  readonly detail: string;
  /** JSON pointer of the input field that caused it, when one did. */
  readonly pointer?: string;
}

export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Declined {
  readonly ok: false;
  readonly refusal: Refusal;
}

/** What a pure rule answers: the new value, or why not. */
export type Decision<T> = Accepted<T> | Declined;

export const accepted = <T>(value: T): Accepted<T> => ({ ok: true, value });

export const refused = (code: string, detail: string, pointer?: string): Declined => ({
  ok: false,
  refusal: pointer === undefined ? { code, detail } : { code, detail, pointer },
});
