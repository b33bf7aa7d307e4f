import { Injectable } from '@nestjs/common';
import {
  type MissingNumber,
  PublicationArchive,
  type PublicationKind,
  type PublishedText,
} from '@zhuqi/application';
import { RANKING_KIND_LABEL } from '@zhuqi/domain';
import { Database } from '../database/database';

const IDS = {
  bulletin: 'select id from bulletin order by published_at, id',
  ranking: 'select id from ranking_publication order by made_at, id',
} as const satisfies Record<PublicationKind, string>;

const TEXT = `id, region_code as "regionCode", content as text, digest,
  encode(sha256(convert_to(content, 'UTF8')), 'hex') as recomputed`;
/** Whose the text is, by its own paths; instants as it has them. */
const FILED = `'kind', kind, 'regionCode', region_code, 'from', from_on, 'to', to_on,
  'asOf', extract(epoch from as_of) * 1000`;

const KIND_LABELS = Object.entries(RANKING_KIND_LABEL).map(
  ([kind, label]) => `when '${kind}' then '${label}'`,
);
const RANKING_TITLE = `case kind ${KIND_LABELS.join(' ')} end || '排名 ' || from_on || ' 至 ' || to_on`;

const READ = {
  bulletin: `select ${TEXT}, title, json_build_object(${FILED}, 'title', title,
  'number.year', year, 'number.ordinal', ordinal) as filed from bulletin where id = $1`,
  ranking: `select ${TEXT}, ${RANKING_TITLE} as title, json_build_object(${FILED},
  'scheme.version', scheme_version) as filed from ranking_publication where id = $1`,
} as const satisfies Record<PublicationKind, string>;

const MISSING = `
select region_code as "regionCode", year, n as ordinal
from (select region_code, year, max(ordinal) as last from bulletin group by region_code, year) b,
  generate_series(1, last) n
where not exists (
  select from bulletin given where given.region_code = b.region_code and given.year = b.year and given.ordinal = n
) order by 1, 2, 3`;

@Injectable()
export class SqlPublicationArchive extends PublicationArchive {
  constructor(private readonly database: Database) {
    super();
  }

  async ids(kind: PublicationKind): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(IDS[kind])).map(({ id }) => id);
  }

  async read(kind: PublicationKind, id: string): Promise<PublishedText | null> {
    const [row] = await this.database.rows<PublishedText & { [column: string]: unknown }>(READ[kind], [id]);
    return row ?? null;
  }

  missingNumbers(): Promise<readonly MissingNumber[]> {
    return this.database.rows<MissingNumber & { [column: string]: unknown }>(MISSING);
  }
}
