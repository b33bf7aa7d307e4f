import { likeness, PROBABLE, type Likable } from './similarity';

/** A ticket as a cluster is looked for among many. */
export interface Clustered extends Likable {
  readonly id: string;
}

/** Tickets that look like one matter: every one of them is like the first. */
export interface Cluster<T extends Clustered> {
  readonly members: readonly T[];
  /** How much alike the others are to the first on average. */
  readonly score: number;
}

/** Fewer enterprises than this are no cluster yet. */
export const CLUSTER_SIZE = 3;
/** Two titles are compared at all when they share this many keys that not everybody has. */
const SHARED_KEYS = 2;
/** A key that more than this share of the tickets have tells nothing; in a small crowd every key tells something. */
const COMMON_SHARE = 0.2;
const SMALL_CROWD = 20;

interface Neighbour<T> {
  readonly ticket: T;
  readonly score: number;
}

/**
 * Groups of tickets of at least three enterprises that look alike, the largest first. Each group gathers around the
 * ticket with the most neighbours, so that a chain of ever less alike tickets is never taken for one matter; a ticket
 * is in one group at most.
 */
export function clustersOf<T extends Clustered>(tickets: readonly T[]): readonly Cluster<T>[] {
  const neighbours = neighboursOf(tickets);
  const around = (id: string): readonly Neighbour<T>[] => neighbours.get(id) ?? [];
  const seeds = [...tickets].sort(
    (left, right) =>
      around(right.id).length - around(left.id).length ||
      left.submittedAt - right.submittedAt ||
      (left.id < right.id ? -1 : 1),
  );
  const taken = new Set<string>();
  const clusters: Cluster<T>[] = [];
  for (const seed of seeds) {
    const others = around(seed.id).filter(({ ticket }) => !taken.has(ticket.id));
    const members = [seed, ...others.map(({ ticket }) => ticket)];
    if (taken.has(seed.id) || enterprisesOf(members) < CLUSTER_SIZE) continue;
    for (const { id } of members) taken.add(id);
    const score = others.reduce((sum, other) => sum + other.score, 0) / others.length;
    clusters.push({ members, score: Math.round(score * 1_000) / 1_000 });
  }
  return clusters.sort(
    (left, right) => right.members.length - left.members.length || right.score - left.score,
  );
}

const enterprisesOf = (members: readonly Clustered[]): number =>
  new Set(members.flatMap(({ enterpriseId }) => enterpriseId ?? [])).size;

/** Of every ticket those that are probably about the same, the most alike first. */
function neighboursOf<T extends Clustered>(
  tickets: readonly T[],
): ReadonlyMap<string, readonly Neighbour<T>[]> {
  const neighbours = new Map<string, Neighbour<T>[]>(tickets.map(({ id }) => [id, []]));
  for (const [left, right] of worthComparing(tickets)) {
    const { score } = likeness(left, right);
    if (score < PROBABLE) continue;
    neighbours.get(left.id)?.push({ ticket: right, score });
    neighbours.get(right.id)?.push({ ticket: left, score });
  }
  for (const list of neighbours.values()) list.sort((left, right) => right.score - left.score);
  return neighbours;
}

/** The pairs whose titles share telling keys: most pairs share none and are never compared. */
function* worthComparing<T extends Clustered>(tickets: readonly T[]): Generator<readonly [T, T]> {
  const holders = telling(tickets);
  for (const [index, ticket] of tickets.entries()) {
    const shared = new Map<number, number>();
    for (const key of ticket.titleKeys) {
      for (const other of holders.get(key) ?? []) {
        if (other > index) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    for (const [other, count] of shared) {
      const right = tickets[other];
      if (right !== undefined && count >= Math.min(SHARED_KEYS, ticket.titleKeys.size)) yield [ticket, right];
    }
  }
}

/** Which tickets have a key in their title, for the keys that tell something. */
function telling(tickets: readonly Clustered[]): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<number, number[]>();
  for (const [index, { titleKeys }] of tickets.entries()) {
    for (const key of titleKeys) {
      const held = holders.get(key);
      if (held === undefined) holders.set(key, [index]);
      else held.push(index);
    }
  }
  const most = Math.max(SMALL_CROWD, tickets.length * COMMON_SHARE);
  return new Map([...holders].filter(([, indexes]) => indexes.length <= most));
}
