import type { Industry } from '@zhuqi/domain';
import type { CategoryCode } from '../../reference';

/** Where the programme finally solved it; the plan of the story follows from this. */
export type SolvedAt = 'spot' | 'officer' | 'township' | 'department' | 'office';

/**
 * One concrete problem with the words of everybody who wrote about it.
 * `{0}`, `{1}` … are filled from one row of `fills`; every row tells the problem of another enterprise.
 */
export interface StoryText {
  readonly key: string;
  readonly severity: 'consult' | 'simple' | 'complex' | 'major';
  readonly solvedAt: SolvedAt;
  readonly industries: readonly Industry[];
  readonly title: string;
  readonly description: string;
  /** Written progress the enterprise can see. */
  readonly progress: string;
  /** 解决路径 and 推进结果 of the answer. */
  readonly route: string;
  readonly result: string;
  /** What had to be asked for while handling it, and what came back. */
  readonly info?: { readonly items: readonly string[]; readonly supplied: string };
  /** Why the enterprise did not accept the first answer, and the second one. */
  readonly second?: { readonly reason: string; readonly route: string; readonly result: string };
  readonly fills: readonly (readonly string[])[];
}

/** A text with the category its file stands for. */
export interface CategorisedText extends StoryText {
  readonly category: CategoryCode;
}

/** Puts a row of fills into a text; a slot without a value is a mistake in the data and shows as such. */
export function fillIn(text: string, values: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (slot, index: string) => values[Number(index)] ?? slot);
}
