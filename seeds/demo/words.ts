import { elementAt, type Random } from './random';
import { fillIn, type CategorisedText } from './texts';

/** The words of one problem of one enterprise: a text with one row of its fills put in. */
export interface Words extends Omit<CategorisedText, 'fills' | 'info' | 'second'> {
  readonly row: number;
  readonly info: { readonly items: readonly string[]; readonly supplied: string } | null;
  readonly second: { readonly reason: string; readonly route: string; readonly result: string } | null;
}

/** The problem of a text for one row of its fills, written `text:row`. */
export const placeOf = ({ key, row }: Pick<Words, 'key' | 'row'>): string => `${key}:${String(row)}`;

/** Puts the `row`-th fills of a text in. */
export function wordsOf(text: CategorisedText, row: number): Words {
  const values = elementAt(text.fills, row);
  const fill = (template: string): string => fillIn(template, values);
  const { info = null, second = null } = text;
  return {
    ...text,
    row,
    title: fill(text.title),
    description: fill(text.description),
    progress: fill(text.progress),
    route: fill(text.route),
    result: fill(text.result),
    info: info === null ? null : { items: info.items, supplied: fill(info.supplied) },
    second:
      second === null
        ? null
        : { reason: fill(second.reason), route: fill(second.route), result: fill(second.result) },
  };
}

/** A draft's words and the dice it is told with. */
export interface Telling {
  readonly words: Words;
  readonly random: Random;
}
