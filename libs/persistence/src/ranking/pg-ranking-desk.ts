import {
  RankingDesk,
  type AppealRuling,
  type NewRankingAppeal,
  type NewRankingPublication,
  type NewScheme,
} from '@zhuqi/application';
import type { RankingTable } from '@zhuqi/domain';
import type { PoolClient } from 'pg';
import type { Statement } from '../database/database';
import { LOCK_REGION } from '../database/region-lock.sql';
import { toTimestamp } from '../ticket/column-mapper';

const LATEST: Statement = {
  name: 'ranking-scheme-latest',
  text: 'select coalesce(max(version), 0) as version from ranking_scheme where region_code = $1',
};

const WRITE_SCHEME: Statement = {
  name: 'ranking-scheme-write',
  text: `insert into ranking_scheme (region_code, version, body, reason, made_by_id, made_at)
values ($1, $2, $3, $4, $5, $6)`,
};

const PUBLISH: Statement = {
  name: 'ranking-publish',
  text: `insert into ranking_publication (id, region_code, kind, from_on, to_on, as_of, scheme_version, content, digest,
  made_by_id, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};

const PUBLISHED: Statement = {
  name: 'ranking-published',
  text: 'select content from ranking_publication where id = $1 and region_code = any($2::text[])',
};

const APPEAL: Statement = {
  name: 'ranking-appeal',
  text: `insert into ranking_appeal (id, publication_id, subject_key, component, text, made_by_id, made_at)
values ($1, $2, $3, $4, $5, $6, $7)`,
};

const FIND_APPEAL: Statement = {
  name: 'ranking-appeal-find',
  text: 'select 1 from ranking_appeal where publication_id = $1 and id = $2',
};

const RULE: Statement = {
  name: 'ranking-appeal-rule',
  text: `insert into ranking_appeal_ruling (appeal_id, upheld, note, made_by_id, made_at) values ($1, $2, $3, $4, $5)
on conflict do nothing`,
};

/** Each a named statement on the transaction's connection; schemes of one region wait for each other at its row. */
export class PgRankingDesk extends RankingDesk {
  constructor(private readonly client: PoolClient) {
    super();
  }

  async lockSchemes(regionCode: string): Promise<number> {
    await this.client.query({ ...LOCK_REGION, values: [regionCode] });
    const { rows } = await this.client.query<{ version: number }>({ ...LATEST, values: [regionCode] });
    return rows[0]?.version ?? 0;
  }

  async writeScheme({ regionCode, scheme, reason, madeById, madeAt }: NewScheme): Promise<void> {
    const trail = [reason, madeById, toTimestamp(madeAt)];
    const values = [regionCode, scheme.version, JSON.stringify(scheme), ...trail];
    await this.client.query({ ...WRITE_SCHEME, values });
  }

  async publish(publication: NewRankingPublication): Promise<void> {
    const { id, regionCode, kind, from, to, asOf, schemeVersion, content, digest } = publication;
    const table = [id, regionCode, kind, from, to, toTimestamp(asOf), schemeVersion, content, digest];
    const values = [...table, publication.madeById, toTimestamp(publication.madeAt)];
    await this.client.query({ ...PUBLISH, values });
  }

  async published(id: string, regionCodes: readonly string[]): Promise<RankingTable | null> {
    const { rows } = await this.client.query<{ content: string }>({
      ...PUBLISHED,
      values: [id, regionCodes],
    });
    return rows[0] === undefined ? null : (JSON.parse(rows[0].content) as RankingTable);
  }

  async appeal(appeal: NewRankingAppeal): Promise<void> {
    const { id, publicationId, subjectKey, component, text, madeById, madeAt } = appeal;
    const values = [id, publicationId, subjectKey, component, text, madeById, toTimestamp(madeAt)];
    await this.client.query({ ...APPEAL, values });
  }

  async hasAppeal(publicationId: string, appealId: string): Promise<boolean> {
    return (await this.client.query({ ...FIND_APPEAL, values: [publicationId, appealId] })).rowCount !== 0;
  }

  async rule(appealId: string, { upheld, note, madeById, madeAt }: AppealRuling): Promise<boolean> {
    const values = [appealId, upheld, note, madeById, toTimestamp(madeAt)];
    return (await this.client.query({ ...RULE, values })).rowCount === 1;
  }
}
