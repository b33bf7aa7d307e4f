import type { CategoryCode } from '../../reference';
import { FINANCING } from './financing';
import { INFRASTRUCTURE } from './infrastructure';
import { LABOUR } from './labour';
import { LAND } from './land';
import { LOGISTICS } from './logistics';
import { MARKET } from './market';
import { OTHER } from './other';
import { PERMITS } from './permits';
import { POLICY } from './policy';
import type { CategorisedText, StoryText } from './story-text';
import { TECHNOLOGY } from './technology';
import { UTILITIES } from './utilities';

export { fillIn, type CategorisedText, type SolvedAt } from './story-text';

const BY_CATEGORY = {
  financing: FINANCING,
  labour: LABOUR,
  land: LAND,
  permits: PERMITS,
  utilities: UTILITIES,
  market: MARKET,
  policy: POLICY,
  infrastructure: INFRASTRUCTURE,
  logistics: LOGISTICS,
  technology: TECHNOLOGY,
  other: OTHER,
} as const satisfies Readonly<Record<CategoryCode, readonly StoryText[]>>;

/** Every problem text with its category, in a fixed order. */
export const TEXTS: readonly CategorisedText[] = (
  Object.entries(BY_CATEGORY) as [CategoryCode, readonly StoryText[]][]
).flatMap(([category, texts]) => texts.map((text) => ({ ...text, category })));
