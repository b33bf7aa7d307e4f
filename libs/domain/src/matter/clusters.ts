import { sharedOf } from './bigrams';
import { likeness, PROBABLE, type Likable } from './similarity';

/** A ticket as a cluster is looked for among many. */
export interface Clustered extends Likable {
  readonly id: string;
}

/** Tickets that look like one matter, in the order they came: every one of them is like the first. */
export interface Cluster<T extends Clustered> {
  readonly members: readonly T[];
  /** How much alike the others are to the first on average. */
  readonly score: number;
}

/** Fewer enterprises than this are no cluster yet. */
export const CLUSTER_SIZE = 3;
/** Two tickets are compared at all when their titles share this many pairs of characters. */
const SHARED_PAIRS = 2;
const DECIMALS = 1_000;

interface Gathering<T> {
  readonly first: T;
  readonly others: { readonly ticket: T; readonly score: number }[];
}

/**
 * Groups of tickets of at least three enterprises that look alike, the largest first. Each gathers around the one that
 * came first, and a ticket joins the first it is most like: a chain of ever less alike tickets is never taken for one
 * matter, and hundreds about the same are compared with one instead of with each other.
 */
export function clustersOf<T extends Clustered>(tickets: readonly T[]): readonly Cluster<T>[] {
  const gatherings: Gathering<T>[] = [];
  for (const ticket of [...tickets].sort(inOrder)) {
    const most = mostLike(ticket, gatherings);
    if (most === null) gatherings.push({ first: ticket, others: [] });
    else most.gathering.others.push({ ticket, score: most.score });
  }
  return gatherings
    .filter(({ others }) => others.length > 0)
    .map(clusterOf)
    .filter(({ members }) => enterprisesOf(members) >= CLUSTER_SIZE)
    .sort((left, right) => right.members.length - left.members.length || right.score - left.score);
}

const inOrder = (left: Clustered, right: Clustered): number =>
  left.submittedAt - right.submittedAt || (left.id < right.id ? -1 : 1);

interface Most<T> {
  readonly gathering: Gathering<T>;
  readonly score: number;
}

/** The gathering whose first ticket this one is most like; null when it is probably like none. */
function mostLike<T extends Clustered>(ticket: T, gatherings: readonly Gathering<T>[]): Most<T> | null {
  let most: Most<T> | null = null;
  for (const gathering of gatherings) {
    const { first } = gathering;
    if (sharedOf(ticket.titleKeys, first.titleKeys) < Math.min(SHARED_PAIRS, ticket.titleKeys.size)) continue;
    const { score } = likeness(first, ticket);
    if (score >= PROBABLE && (most === null || score > most.score)) most = { gathering, score };
  }
  return most;
}

function clusterOf<T extends Clustered>({ first, others }: Gathering<T>): Cluster<T> {
  const total = others.reduce((sum, { score }) => sum + score, 0);
  const score = Math.round((total / others.length) * DECIMALS) / DECIMALS;
  return { members: [first, ...others.map(({ ticket }) => ticket)], score };
}

/** Tickets whose enterprise is not told count for none. */
const enterprisesOf = (members: readonly Clustered[]): number =>
  new Set(members.flatMap(({ enterpriseId }) => enterpriseId ?? [])).size;
