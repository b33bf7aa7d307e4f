import { Injectable } from '@nestjs/common';
import { FigureTargets, type FigureTarget } from '@zhuqi/application';
import type { Day, Instant } from '@zhuqi/domain';
import { Database, type Statement } from '../database/database';
import { namedPerson } from '../database/named-json.sql';

type TargetLine = Omit<FigureTarget, 'madeAt'> & { readonly madeAt: Date };

// Of several for one figure and period the latest holds, the others stay on record.
const OF: Statement = {
  name: 'figure-targets',
  text: `
select * from (
  select distinct on (f.population, f.figure, f.from_on, f.to_on) f.id, f.region_code as "regionCode", f.population,
    f.figure, f.from_on::text as "from", f.to_on::text as "to", f.target, f.reason, f.made_at as "madeAt",
    ${namedPerson('f.made_by_id')} as "madeBy"
  from figure_target f
  where f.region_code = $1 and ($2::date is null or $2::date between f.from_on and f.to_on)
    and ($3::timestamptz is null or f.made_at <= $3::timestamptz)
  order by f.population, f.figure, f.from_on, f.to_on, f.made_at desc, f.id desc
) target order by "from", "to", population, figure`,
};

@Injectable()
export class SqlFigureTargets extends FigureTargets {
  constructor(private readonly database: Database) {
    super();
  }

  async of(regionCode: string, day: Day | null, asOf: Instant | null): Promise<readonly FigureTarget[]> {
    const moment = asOf === null ? null : new Date(asOf);
    const rows = await this.database.named<TargetLine & { [column: string]: unknown }>(OF, [
      regionCode,
      day,
      moment,
    ]);
    return rows.map((row) => ({ ...row, madeAt: row.madeAt.getTime() }));
  }
}
