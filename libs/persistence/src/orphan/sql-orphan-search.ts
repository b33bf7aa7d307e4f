import { Injectable } from '@nestjs/common';
import { OrphanSearch, type Orphan, type OrphanKind, type OrphansAt } from '@zhuqi/application';
import { scopeOf, type PersonActor } from '@zhuqi/domain';
import { Parameters, scopeCondition } from '../access/scope-sql';
import { Database } from '../database/database';
import { ORPHAN_SEARCHES, type OrphanReach } from './orphan.sql';

interface OrphanLine {
  readonly now: Date;
  readonly kind: OrphanKind | null;
  readonly subject: Orphan['subject'];
  readonly id: string;
  readonly label: string;
  readonly region_code: string;
  readonly since: Date | null;
}

/** All kinds in one statement, so that they are of one moment. */
@Injectable()
export class SqlOrphanSearch extends OrphanSearch {
  constructor(private readonly database: Database) {
    super();
  }

  async find(reader: PersonActor | null, kinds: readonly OrphanKind[], limit: number): Promise<OrphansAt> {
    const parameters = new Parameters();
    const reach = reachOf(reader, parameters);
    const most = parameters.add(limit);
    const parts = kinds.map(
      (kind, place) => `(select '${kind}' as kind, ${String(place)} as place, found.* from (
        ${ORPHAN_SEARCHES[kind](reach)}) as found (subject, id, label, region_code, since)
        order by since nulls last, label limit ${most})`,
    );
    const rows = await this.database.rows<OrphanLine>(
      `select clock.now, o.* from (select business_now() as now) clock
       left join (${parts.join(' union all ')}) o on true order by o.place, o.since nulls last, o.label`,
      parameters.values,
    );
    const orphans = rows.flatMap((row) => (row.kind === null ? [] : [orphanOf(row, row.kind)]));
    return { now: rows[0]?.now.getTime() ?? 0, orphans };
  }
}

function reachOf(reader: PersonActor | null, parameters: Parameters): OrphanReach {
  if (reader === null) return { ticket: () => 'true', region: () => 'true' };
  return {
    ticket: once(() => `(${scopeCondition(scopeOf(reader), parameters)})`),
    region: (column) => `${column} = any(${parameters.add(reader.regionCodes)}::text[])`,
  };
}

/** Made when it is first needed: PostgreSQL refuses a statement that leaves a value unused. */
function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

const orphanOf = (row: OrphanLine, kind: OrphanKind): Orphan => ({
  ...{ kind, subject: row.subject, id: row.id, label: row.label, regionCode: row.region_code },
  since: row.since?.getTime() ?? null,
});
