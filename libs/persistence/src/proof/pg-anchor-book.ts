import { Injectable } from '@nestjs/common';
import {
  AnchorBook,
  type AnchorDraft,
  type AnchoredHead,
  RealClock,
  type SignedAnchor,
  type StoredAnchors,
} from '@zhuqi/application';
import { Database } from '../database/database';
import { patiently, WITHOUT_LIMIT } from '../database/patiently';
import { inTransaction } from '../database/with-client';
import { toTimestamp } from '../ticket/column-mapper';
import { AnchorRoot } from './anchor-root';
import { AFTER, KEEP, LATEST, MOVED } from './anchor.sql';
import { inspectAnchors } from './inspect-anchors';

interface MovedHead extends AnchoredHead {
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
    const regions = [...new Set(moved.map(({ regionCode }) => regionCode))];
    const latest = await this.database.named<LatestAnchor>(LATEST, [regions]);
    const at = this.clock.now();
    return regions.map((regionCode) => {
      const before = latest.find((anchor) => anchor.regionCode === regionCode);
      const covers = moved.filter((head) => head.regionCode === regionCode);
      const ordinal = (before?.ordinal ?? 0) + 1;
      const place = { regionCode, ordinal, at, heads: covers.length, previous: before?.root ?? '' };
      const root = new AnchorRoot(place);
      for (const head of covers) root.take(head);
      return { ...place, root: root.digest(), covers };
    });
  }

  async keep({ covers, ...anchor }: AnchorDraft, signature: string): Promise<void> {
    const { regionCode: region_code, ordinal, heads, previous, root } = anchor;
    const row = { region_code, ordinal, at: toTimestamp(anchor.at), heads, previous, root, signature };
    const rows = covers.map(({ ticketId, seq, hash }) => ({
      ...{ region_code, ordinal, ticket_id: ticketId, seq, hash },
    }));
    await this.database.named(KEEP, [JSON.stringify(row), JSON.stringify(rows)]);
  }

  after(ordinals: ReadonlyMap<string, number>): Promise<readonly SignedAnchor[]> {
    return this.database.named<AnchorLine>(AFTER, [[...ordinals.keys()], [...ordinals.values()]]);
  }

  inspect(mostFaults: number): Promise<StoredAnchors> {
    return inspectAnchors(this.database, mostFaults);
  }
}
