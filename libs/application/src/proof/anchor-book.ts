import type { Instant } from '@zhuqi/domain';
import type { PublicationKind } from './published-text';

/** A root over what a region has new since the one before: heads of event chains that moved, and publications. */
export interface Anchor {
  readonly regionCode: string;
  /** 1, 2, 3 … within the region. */
  readonly ordinal: number;
  /** Real time, not business time. */
  readonly at: Instant;
  /** How many heads it covers. */
  readonly heads: number;
  /** The root before; empty for the first. */
  readonly previous: string;
  /** SHA-256 over place, time, the root before, every head and every publication, hexadecimal. */
  readonly root: string;
}

export interface SignedAnchor extends Anchor {
  readonly signature: string;
}

/** The last event of a ticket, as it was anchored. */
export interface AnchoredHead {
  readonly ticketId: string;
  readonly seq: number;
  readonly hash: string;
}

/** What was published, as it was anchored. */
export interface AnchoredPublication {
  readonly kind: PublicationKind;
  readonly id: string;
  readonly digest: string;
}

export interface AnchorDraft extends Anchor {
  readonly covers: readonly AnchoredHead[];
  readonly publications: readonly AnchoredPublication[];
}

export const ANCHOR_FAULTS = {
  missing: '前面缺少锚点',
  link: '锚点没有接在前一个锚点之后',
  root: '锚点所列链头和发布件与其根不符',
  head: '锚定过的事件已不在记录中（诉求被整件删除、末尾被截去或重写）',
  publication: '锚定过的通报或排名已被连同摘要改动，或被删除',
  signature: '锚点的签名不符',
  removed: '外部存证中的锚点，数据库里没有或不同',
  unwitnessed: '数据库里的锚点，外部存证中没有',
} as const satisfies Record<string, string>;
export type AnchorFaultKind = keyof typeof ANCHOR_FAULTS;

export interface AnchorFault {
  readonly regionCode: string;
  readonly ordinal: number;
  readonly kind: AnchorFaultKind;
  /** Of `head`: which ticket, and its event. */
  readonly ticketId: string | null;
  readonly seq: number | null;
  /** Of `publication`: which. */
  readonly publicationId: string | null;
}

/** What the database by itself says about its anchors. */
export interface StoredAnchors {
  /** In the order of regions and ordinals. */
  readonly anchors: readonly SignedAnchor[];
  readonly heads: number;
  readonly publications: number;
  readonly faulty: number;
  /** Not more than the caller asked for. */
  readonly faults: readonly AnchorFault[];
}

/** Where anchors are kept beside what they cover. */
export abstract class AnchorBook {
  /**
   * What there is to anchor, one draft a region, of at most so many heads together. A ticket is covered when its
   * version is above the last one anchored, so that a change which is committed late is in the next; a publication when no anchor covers it, however late it came.
   */
  abstract drafts(mostHeads: number): Promise<readonly AnchorDraft[]>;

  /** Anchor, heads and publications together. */
  abstract keep(draft: AnchorDraft, signature: string): Promise<void>;

  /** The anchors of each region after the given ordinal; regions that are not named from their first. */
  abstract after(ordinals: ReadonlyMap<string, number>): Promise<readonly SignedAnchor[]>;

  /** Recomputes every root and looks for every anchored head in the log and every anchored publication, in one snapshot. */
  abstract inspect(mostFaults: number): Promise<StoredAnchors>;
}
