import { DAY_MS, type Instant } from '../time';
import { keysOf, sharedOf } from './bigrams';

/** What two tickets are compared by. */
export interface Portrait {
  readonly title: string;
  readonly description: string;
  readonly category: string;
  /** Null where who asks is not told whose ticket it is: then it is nobody's in particular. */
  readonly enterpriseId: string | null;
  readonly townshipId: string | null;
  readonly submittedAt: Instant;
}

/** A portrait with its texts cut up, so that one compared with many is cut up once. */
export interface Likable extends Portrait {
  readonly titleKeys: ReadonlySet<number>;
  readonly descriptionKeys: ReadonlySet<number>;
}

/** How much alike two tickets are, from 0 to 1, and what speaks for it in words for people. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly string[];
}

/**
 * From here on a ticket is shown as a probable duplicate, and counted to a cluster. Two different problems of the same
 * kind stay below 0.4; the same one told by two enterprises in their own words lies mostly above 0.45.
 */
export const PROBABLE = 0.45;

/** What speaks for one matter counts only as far as the words agree: without words in common nothing is alike. */
const WORDS_ALONE = 0.7;
const CIRCUMSTANCES = { category: 0.3, township: 0.2, enterprise: 0.2, age: 0.3 } as const;
/** Days after which the time between two tickets speaks for nothing. */
export const REACH_DAYS = 90;

const TITLE_SHARE = 0.65;
const ALIKE_TITLE = 0.5;
const ALIKE_DESCRIPTION = 0.4;
const DECIMALS = 1_000;

export const likable = (portrait: Portrait): Likable => ({
  ...portrait,
  titleKeys: keysOf(portrait.title),
  descriptionKeys: keysOf(portrait.description),
});

/** Symmetric; 1 for a ticket and itself; unaffected by width, capitals and punctuation. */
export function likeness(left: Likable, right: Likable): Likeness {
  const title = titleLikeness(left, right);
  const description = overlap(left.descriptionKeys, right.descriptionKeys);
  const words = TITLE_SHARE * title + (1 - TITLE_SHARE) * description;
  const days = daysBetween(left, right);
  const same = {
    category: left.category === right.category,
    township: left.townshipId === right.townshipId,
    enterprise: left.enterpriseId !== null && left.enterpriseId === right.enterpriseId,
  };
  const circumstances =
    (same.category ? CIRCUMSTANCES.category : 0) +
    (same.township ? CIRCUMSTANCES.township : 0) +
    (same.enterprise ? CIRCUMSTANCES.enterprise : 0) +
    CIRCUMSTANCES.age * Math.max(0, 1 - days / REACH_DAYS);
  // Two accounts of one event share few of their pairs: the root spreads what is low and keeps 0 and 1.
  const score = Math.sqrt(words * (WORDS_ALONE + (1 - WORDS_ALONE) * circumstances));
  const reasons = [
    ...(title >= ALIKE_TITLE ? ['标题相近'] : []),
    ...(description >= ALIKE_DESCRIPTION ? ['描述相近'] : []),
    ...(same.category ? ['类别相同'] : []),
    ...(same.enterprise ? ['同一企业'] : []),
    ...(same.township && left.townshipId !== null ? ['同一街镇'] : []),
    ...(days < 1 ? ['相隔不到一天'] : days <= REACH_DAYS ? [`相隔${String(Math.floor(days))}天`] : []),
  ];
  return { score: Math.round(score * DECIMALS) / DECIMALS, reasons };
}

/**
 * How much of each title is found in the other, and, at half the weight of a title, in what the other goes on to say:
 * one enterprise says in a sentence what another puts in the heading.
 */
function titleLikeness(left: Likable, right: Likable): number {
  const titles = overlap(left.titleKeys, right.titleKeys);
  const said = (found(left.titleKeys, right) + found(right.titleKeys, left)) / 2;
  return Math.max(titles, (titles + said) / 2);
}

/** The share of the keys of both that both have; two texts without a key are the same. */
function overlap(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  const all = left.size + right.size;
  return all === 0 ? 1 : (2 * sharedOf(left, right)) / all;
}

/** The share of a title's keys that the other has in its title or in its description. */
function found(keys: ReadonlySet<number>, { titleKeys, descriptionKeys }: Likable): number {
  if (keys.size > 0) return sharedOf(keys, titleKeys, descriptionKeys) / keys.size;
  return titleKeys.size + descriptionKeys.size === 0 ? 1 : 0;
}

const daysBetween = (left: Portrait, right: Portrait): number =>
  Math.abs(left.submittedAt - right.submittedAt) / DAY_MS;
