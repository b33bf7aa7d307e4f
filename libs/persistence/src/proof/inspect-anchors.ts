import type {
  AnchorFault,
  AnchorFaultKind,
  AnchoredHead,
  AnchoredPublication,
  SignedAnchor,
  StoredAnchors,
} from '@zhuqi/application';
import type { PoolClient, QueryResultRow } from 'pg';
import type { Database } from '../database/database';
import { patiently, WITHOUT_LIMIT } from '../database/patiently';
import { inTransaction } from '../database/with-client';
import { QueryLine, type Reading, RowCursor } from '../ticket/row-cursor';
import { AnchorRoot } from './anchor-root';
import { ALL_ANCHORS, LOST_HEADS, SEALED_PUBLICATIONS } from './anchor.sql';

const ONE_SNAPSHOT = `begin isolation level repeatable read read only; ${WITHOUT_LIMIT}`;

interface CoveredHead extends AnchoredHead {
  readonly anchor: string;
}

const keyOf = ({ regionCode, ordinal }: { regionCode: string; ordinal: number }): string =>
  `${regionCode} ${String(ordinal)}`;

const HEADS: Reading<CoveredHead> = {
  name: 'heads',
  text: `select region_code || ' ' || ordinal, ticket_id, seq, hash from anchor_head
 order by region_code, ordinal, ticket_id`,
  read: (columns) => {
    const [anchor, ticketId, seq, hash] = columns as [string, string, number, string];
    return { anchor, ticketId, seq, hash };
  },
  key: ({ anchor }) => anchor,
};

/** Chains and roots one after another, then every head at once. */
export function inspectAnchors(database: Database, mostFaults: number): Promise<StoredAnchors> {
  return inTransaction(database, ONE_SNAPSHOT, async (client) => {
    const anchors = await patiently<SignedAnchor & QueryResultRow>(client, ALL_ANCHORS);
    const sealed = await patiently<SealedPublication & QueryResultRow>(client, SEALED_PUBLICATIONS);
    const heads = await RowCursor.open(new QueryLine(client), HEADS);
    const faults: AnchorFault[] = [];
    let covered = 0;
    for (const [index, anchor] of anchors.entries()) {
      const list = await heads.take(keyOf(anchor));
      covered += list.length;
      const publications = sealed.filter((publication) => keyOf(publication) === keyOf(anchor));
      const kind = faultOf(anchors[index - 1], anchor, { heads: list, publications });
      if (kind !== null) faults.push({ ...placeOf(anchor), ...NOTHING_NAMED, kind });
    }
    const lost = await lostHeads(client, mostFaults);
    const altered = sealed.filter(({ digest, now }) => digest !== now).map(alteredFault);
    const all = [...faults, ...altered, ...lost.faults];
    const faulty = faults.length + altered.length + lost.count;
    return {
      ...{ anchors, heads: covered, publications: sealed.length, faulty, faults: all.slice(0, mostFaults) },
    };
  });
}

const NOTHING_NAMED = { ticketId: null, seq: null, publicationId: null } as const;

interface SealedPublication extends AnchoredPublication {
  readonly regionCode: string;
  readonly ordinal: number;
  /** The digest it has now; null when it is gone. */
  readonly now: string | null;
}

const alteredFault = ({ regionCode, ordinal, id }: SealedPublication): AnchorFault => ({
  ...{ regionCode, ordinal, ...NOTHING_NAMED, kind: 'publication', publicationId: id },
});

interface Covered {
  readonly heads: readonly AnchoredHead[];
  readonly publications: readonly AnchoredPublication[];
}

const placeOf = ({ regionCode, ordinal }: SignedAnchor) => ({ regionCode, ordinal });

function faultOf(
  before: SignedAnchor | undefined,
  anchor: SignedAnchor,
  { heads, publications }: Covered,
): AnchorFaultKind | null {
  const previous = before?.regionCode === anchor.regionCode ? before : { ordinal: 0, root: '' };
  if (anchor.ordinal !== previous.ordinal + 1) return 'missing';
  if (anchor.previous !== previous.root) return 'link';
  const root = new AnchorRoot(anchor);
  for (const head of heads) root.take(head);
  for (const publication of publications) root.takePublication(publication);
  return root.digest() === anchor.root && heads.length === anchor.heads ? null : 'root';
}

interface LostHead extends Pick<AnchorFault, 'regionCode' | 'ordinal' | 'ticketId' | 'seq'> {
  readonly lost: number;
}

/** At least one row is asked for: it says how many there are. */
async function lostHeads(
  client: PoolClient,
  most: number,
): Promise<{ count: number; faults: AnchorFault[] }> {
  const rows = await patiently<LostHead & QueryResultRow>(client, LOST_HEADS, [Math.max(1, most)]);
  const faults = rows.map(({ lost: _, ...place }) => ({ ...NOTHING_NAMED, ...place, kind: 'head' as const }));
  return { count: rows[0]?.lost ?? 0, faults };
}
