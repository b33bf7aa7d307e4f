import { Injectable } from '@nestjs/common';
import {
  AnchorBook,
  type AnchorDraft,
  type AnchoredHead,
  type AnchoredPublication,
  RealClock,
  type SignedAnchor,
  type StoredAnchors,
} from '@zhuqi/application';
import { Database } from '../database/database';
import { patiently, WITHOUT_LIMIT } from '../database/patiently';
import { inTransaction } from '../database/with-client';
import { toTimestamp } from '../ticket/column-mapper';
import { AnchorRoot } from './anchor-root';
import { AFTER, KEEP, LATEST, MOVED, UNSEALED } from './anchor.sql';
import { inspectAnchors } from './inspect-anchors';

interface MovedHead extends AnchoredHead {
  readonly regionCode: string;
  readonly [column: string]: unknown;
}

interface Unsealed extends AnchoredPublication {
  readonly regionCode: string;
  readonly [column: string]: unknown;
}

type LatestAnchor = { regionCode: string; ordinal: number; root: string };
type AnchorLine = SignedAnchor & { readonly [column: string]: unknown };

@Injectable()
export class PgAnchorBook extends AnchorBook {
  constructor(
    private readonly database: Database,
    private readonly clock: RealClock,
  ) {
    super();
  }

  async drafts(mostHeads: number): Promise<readonly AnchorDraft[]> {
    const moved = await inTransaction(this.database, `begin; ${WITHOUT_LIMIT}`, (client) =>
      patiently<MovedHead>(client, MOVED, [mostHeads]),
    );
    const published = await this.database.rows<Unsealed>(UNSEALED);
    const regions = [...new Set([...moved, ...published].map(({ regionCode }) => regionCode))];
    const latest = await this.database.named<LatestAnchor>(LATEST, [regions]);
    const at = this.clock.now();
    return regions.map((regionCode) => {
      const before = latest.find((anchor) => anchor.regionCode === regionCode);
      const covers = moved.filter((head) => head.regionCode === regionCode);
      const publications = published.filter((publication) => publication.regionCode === regionCode);
      const ordinal = (before?.ordinal ?? 0) + 1;
      const place = { regionCode, ordinal, at, heads: covers.length, previous: before?.root ?? '' };
      const root = new AnchorRoot(place);
      for (const head of covers) root.take(head);
      for (const publication of publications) root.takePublication(publication);
      return { ...place, root: root.digest(), covers, publications };
    });
  }

  async keep({ covers, publications, ...anchor }: AnchorDraft, signature: string): Promise<void> {
    const { regionCode: region_code, ordinal, heads, previous, root } = anchor;
    const row = { region_code, ordinal, at: toTimestamp(anchor.at), heads, previous, root, signature };
    const rows = covers.map(({ ticketId, seq, hash }) => ({
      ...{ region_code, ordinal, ticket_id: ticketId, seq, hash },
    }));
    const sealed = publications.map(({ kind, id, digest }) => ({
      ...{ region_code, ordinal, kind, publication_id: id, digest },
    }));
    await this.database.named(
      KEEP,
      [row, rows, sealed].map((part) => JSON.stringify(part)),
    );
  }

  after(ordinals: ReadonlyMap<string, number>): Promise<readonly SignedAnchor[]> {
    return this.database.named<AnchorLine>(AFTER, [[...ordinals.keys()], [...ordinals.values()]]);
  }

  inspect(mostFaults: number): Promise<StoredAnchors> {
    return inspectAnchors(this.database, mostFaults);
  }
}
