import { Injectable } from '@nestjs/common';
import {
  RankingPublications,
  type Page,
  type PageRequest,
  type RankingAppeal,
  type RankingFile,
  type RankingPublication,
} from '@zhuqi/application';
import type { PersonActor, RankingKind, RankingTable } from '@zhuqi/domain';
import { Parameters } from '../access/scope-sql';
import { Database } from '../database/database';
import { named } from '../database/named-json.sql';
import { listPage } from '../paging/list-page';
import { momentText } from '../paging/page-key';
import { appealOf, type AppealLine } from './appeal.mapper';

interface PublicationLine {
  readonly id: string;
  readonly region_code: string;
  readonly kind: RankingKind;
  readonly from_on: string;
  readonly to_on: string;
  readonly as_of: Date;
  readonly scheme_version: number;
  readonly digest: string;
  readonly made_by: { id: string; name: string };
  readonly made_at: Date;
  readonly position: string;
}

const COLUMNS = `p.id, p.region_code, p.kind, p.from_on::text, p.to_on::text, p.as_of, p.scheme_version, p.digest,
  ${named('m')} as made_by, p.made_at, ${momentText('p.made_at')} as position`;

const SOURCE = 'ranking_publication p join person m on m.id = p.made_by_id';

const APPEALS = `select a.id, a.subject_key, a.component, a.text, ${named('m')} as made_by, a.made_at,
    r.upheld, r.note, ${named('j')} as ruled_by, r.made_at as ruled_at
  from ranking_appeal a join person m on m.id = a.made_by_id
  left join ranking_appeal_ruling r on r.appeal_id = a.id left join person j on j.id = r.made_by_id
  where a.publication_id = $1 order by a.made_at, a.id`;

/** Published rankings, straight from the index of the region. */
@Injectable()
export class SqlRankingPublications extends RankingPublications {
  constructor(private readonly database: Database) {
    super();
  }

  page(
    reader: PersonActor,
    kind: RankingKind | undefined,
    page: PageRequest,
  ): Promise<Page<RankingPublication>> {
    const parameters = new Parameters();
    const listing = {
      columns: COLUMNS,
      source: SOURCE,
      conditions: [
        `p.region_code = any(${parameters.add(reader.regionCodes)}::text[])`,
        ...(kind === undefined ? [] : [`p.kind = ${parameters.add(kind)}`]),
      ],
      shape: { order: 'ranking', values: ['moment', 'uuid'] },
      order: ['p.made_at', 'p.id'],
      direction: 'desc',
      item: publicationOf,
      key: (row: PublicationLine) => [row.position, row.id],
    } as const;
    return listPage(this.database, listing, parameters, page);
  }

  async find(reader: PersonActor, id: string): Promise<RankingFile | null> {
    const [row] = await this.database.rows<PublicationLine & { content: string }>(
      `select ${COLUMNS}, p.content from ${SOURCE} where p.id = $1 and p.region_code = any($2::text[])`,
      [id, reader.regionCodes],
    );
    return row === undefined
      ? null
      : {
          ...publicationOf(row),
          table: JSON.parse(row.content) as RankingTable,
          appeals: await this.appealsOf(id),
        };
  }

  private async appealsOf(publicationId: string): Promise<RankingAppeal[]> {
    return (await this.database.rows<AppealLine>(APPEALS, [publicationId])).map(appealOf);
  }
}

const publicationOf = (row: PublicationLine): RankingPublication => ({
  ...{ id: row.id, regionCode: row.region_code, kind: row.kind, from: row.from_on, to: row.to_on },
  ...{ asOf: row.as_of.getTime(), schemeVersion: row.scheme_version, digest: row.digest },
  ...{ publishedBy: row.made_by, publishedAt: row.made_at.getTime() },
});
