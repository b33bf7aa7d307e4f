import type { Parameters } from '../access/scope-sql';
import { contains, hasBigrams, sharesBigrams } from '../search/contains-text.sql';

/** What an enterprise is found by; the index is on the bigrams of this very expression. */
const searchText = (e: string): string =>
  `${e}.name || ' ' || ${e}.pinyin_initials || ' ' || ${e}.credit_code`;

/** A fragment of the name, of its pinyin initials, or the beginning of the credit code. */
export function enterpriseSearchCondition(q: string, parameters: Parameters, e = 'e'): string {
  const text = parameters.add(q);
  const found = `(${contains(`${e}.name`, text)} or ${contains(`${e}.pinyin_initials`, text)}
    or starts_with(${e}.credit_code, upper(${text}::text)))`;
  return hasBigrams(q) ? `(${sharesBigrams(searchText(e), text)} and ${found})` : found;
}
