import { Injectable } from '@nestjs/common';
import { RankingSchemes, type SchemeRecord } from '@zhuqi/application';
import type { Instant, RankingScheme } from '@zhuqi/domain';
import { Database } from '../database/database';
import { named } from '../database/named-json.sql';

const IN_FORCE = `select body from ranking_scheme
  where region_code = $1 and made_at <= $2 order by version desc limit 1`;

const HISTORY = `select s.body, s.reason, ${named('m')} as made_by, s.made_at
  from ranking_scheme s join person m on m.id = s.made_by_id where s.region_code = $1 order by s.version desc`;

interface HistoryLine {
  readonly body: RankingScheme;
  readonly reason: string;
  readonly made_by: { id: string; name: string };
  readonly made_at: Date;
}

/** The versions of a region's scheme; a handful, read by its primary key. */
@Injectable()
export class SqlRankingSchemes extends RankingSchemes {
  constructor(private readonly database: Database) {
    super();
  }

  async inForce(regionCode: string, at: Instant): Promise<RankingScheme | null> {
    const rows = await this.database.rows<{ body: RankingScheme }>(IN_FORCE, [regionCode, new Date(at)]);
    return rows[0]?.body ?? null;
  }

  async history(regionCode: string): Promise<readonly SchemeRecord[]> {
    const rows = await this.database.rows<HistoryLine>(HISTORY, [regionCode]);
    return rows.map(({ body, reason, made_by: madeBy, made_at: madeAt }) => ({
      ...{ scheme: body, reason, madeBy },
      madeAt: madeAt.getTime(),
    }));
  }
}
