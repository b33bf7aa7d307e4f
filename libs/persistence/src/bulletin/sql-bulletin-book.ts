import { Injectable } from '@nestjs/common';
import {
  BulletinBook,
  type BulletinEntry,
  type BulletinFile,
  type BulletinFilter,
  type BulletinNote,
  type Page,
  type PageRequest,
} from '@zhuqi/application';
import type { BulletinContent, BulletinKind, Day, PersonActor } from '@zhuqi/domain';
import { Parameters } from '../access/scope-sql';
import { Database, type Statement } from '../database/database';
import { namedPerson } from '../database/named-json.sql';
import { listPage } from '../paging/list-page';
import { momentText } from '../paging/page-key';

interface BulletinLine {
  readonly id: string;
  readonly region_code: string;
  readonly kind: BulletinKind;
  readonly from: Day;
  readonly to: Day;
  readonly as_of: Date;
  readonly year: number;
  readonly ordinal: number;
  readonly title: string;
  readonly digest: string;
  readonly published_at: Date;
  readonly published_by: { id: string; name: string } | null;
  readonly position: string;
}

const COLUMNS = `b.id, b.region_code, b.kind, b.from_on::text as "from", b.to_on::text as "to", b.as_of, b.year,
  b.ordinal, b.title, b.digest, b.published_at, ${namedPerson('b.published_by_id')} as published_by,
  ${momentText('b.published_at')} as position`;

const FIND: Statement = {
  name: 'bulletin-find',
  text: `select ${COLUMNS}, b.content from bulletin b where b.id = $1 and b.region_code = any($2::text[])`,
};

const NOTES: Statement = {
  name: 'bulletin-notes',
  text: `select note.id, note.text, note.made_at, ${namedPerson('note.made_by_id')} as made_by
from bulletin_note note where note.bulletin_id = $1 order by note.made_at, note.id`,
};

/** Bulletins as they were published. */
@Injectable()
export class SqlBulletinBook extends BulletinBook {
  constructor(private readonly database: Database) {
    super();
  }

  page(
    reader: PersonActor,
    { regionCode, kind }: BulletinFilter,
    page: PageRequest,
  ): Promise<Page<BulletinEntry>> {
    const parameters = new Parameters();
    const listing = {
      columns: COLUMNS,
      source: 'bulletin b',
      conditions: [
        `b.region_code = any(${parameters.add(reader.regionCodes)}::text[])`,
        ...(regionCode === undefined ? [] : [`b.region_code = ${parameters.add(regionCode)}`]),
        ...(kind === undefined ? [] : [`b.kind = ${parameters.add(kind)}`]),
      ],
      shape: { order: 'bulletin', values: ['moment', 'uuid'] },
      order: ['b.published_at', 'b.id'],
      direction: 'desc',
      item: entryOf,
      key: (row: BulletinLine) => [row.position, row.id],
    } as const;
    return listPage(this.database, listing, parameters, page);
  }

  async find(reader: PersonActor, id: string): Promise<BulletinFile | null> {
    const [row] = await this.database.named<BulletinLine & { content: string; [column: string]: unknown }>(
      FIND,
      [id, reader.regionCodes],
    );
    if (row === undefined) return null;
    return {
      ...entryOf(row),
      content: JSON.parse(row.content) as BulletinContent,
      notes: await this.notes(id),
    };
  }

  private async notes(id: string): Promise<BulletinNote[]> {
    const rows = await this.database.named<{
      id: string;
      text: string;
      made_at: Date;
      made_by: { id: string; name: string };
    }>(NOTES, [id]);
    return rows.map(({ made_at, made_by: madeBy, ...note }) => ({
      ...note,
      madeAt: made_at.getTime(),
      madeBy,
    }));
  }
}

const entryOf = (row: BulletinLine): BulletinEntry => ({
  id: row.id,
  regionCode: row.region_code,
  kind: row.kind,
  from: row.from,
  to: row.to,
  asOf: row.as_of.getTime(),
  number: { year: row.year, ordinal: row.ordinal },
  title: row.title,
  digest: row.digest,
  publishedAt: row.published_at.getTime(),
  publishedBy: row.published_by,
});
