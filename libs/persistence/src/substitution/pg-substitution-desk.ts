import { SubstitutionDesk, type Substitution } from '@zhuqi/application';
import type { Absence, Day } from '@zhuqi/domain';
import type { PoolClient, QueryResultRow } from 'pg';
import type { Statement } from '../database/database';
import { toTimestamp } from '../ticket/column-mapper';

const ABSENCE = `person_id as "personId", substitute_id as "substituteId", lower(valid)::text as "from",
  (upper(valid) - 1)::text as "to"`;

const CONCERNING: Statement = {
  name: 'substitution-concerning',
  text: `select ${ABSENCE} from substitution where ended_at is null
  and (person_id = any($1::uuid[]) or substitute_id = any($1::uuid[])) and valid && daterange($2::date, null)`,
};

const ADD: Statement = {
  name: 'substitution-add',
  text: `insert into substitution (id, region_code, person_id, substitute_id, valid, reason, made_by_id, made_at)
values ($1, $2, $3, $4, daterange($5::date, $6::date, '[]'), $7, $8, $9)`,
};

const LOCK: Statement = {
  name: 'substitution-lock',
  text: `select id, region_code as "regionCode", ${ABSENCE}, reason, made_by_id as "madeById", made_at as "madeAt",
  ended_at as "endedAt" from substitution where id = $1 for no key update`,
};

const END: Statement = {
  name: 'substitution-end',
  text: 'update substitution set ended_at = business_now(), ended_by_id = $2 where id = $1',
};

interface SubstitutionRecord extends Omit<Substitution, 'madeAt' | 'endedAt'> {
  readonly madeAt: Date;
  readonly endedAt: Date | null;
}

/** Substitutions on the connection of one transaction. */
export class PgSubstitutionDesk extends SubstitutionDesk {
  constructor(private readonly client: PoolClient) {
    super();
  }

  concerning(personIds: readonly string[], from: Day): Promise<readonly Absence[]> {
    return this.rows<Absence>(CONCERNING, [personIds, from]);
  }

  async add(made: Substitution): Promise<void> {
    const { id, regionCode, personId, substituteId, from, to } = made;
    const { reason, madeById, madeAt } = made;
    await this.rows(ADD, [
      ...[id, regionCode, personId, substituteId, from, to],
      ...[reason, madeById, toTimestamp(madeAt)],
    ]);
  }

  async lock(id: string): Promise<Substitution | null> {
    const [row] = await this.rows<SubstitutionRecord>(LOCK, [id]);
    if (row === undefined) return null;
    return { ...row, madeAt: row.madeAt.getTime(), endedAt: row.endedAt?.getTime() ?? null };
  }

  async end(id: string, byId: string): Promise<void> {
    await this.rows(END, [id, byId]);
  }

  private async rows<T extends QueryResultRow>(statement: Statement, values: unknown[]): Promise<T[]> {
    return (await this.client.query<T>({ ...statement, values })).rows;
  }
}
