import type { PoolClient } from 'pg';
import {
  BulletinDesk,
  type NewBulletin,
  type NewBulletinNote,
  type NewSchedule,
  type NewTarget,
} from '@zhuqi/application';
import { REGULAR_KINDS, type BulletinNumber, type Day, type RegularKind } from '@zhuqi/domain';
import type { Statement } from '../database/database';
import { LOCK_REGION } from '../database/region-lock.sql';
import { toTimestamp } from '../ticket/column-mapper';

const NEXT: Statement = {
  name: 'bulletin-next',
  text: `select coalesce(max(ordinal), 0) + 1 as ordinal from bulletin where region_code = $1 and year = $2`,
};

const APPEARED: Statement = {
  name: 'bulletin-appeared',
  text: 'select 1 from bulletin where region_code = $1 and kind = $2 and from_on = $3',
};

const ADD: Statement = {
  name: 'bulletin-add',
  text: `insert into bulletin (id, region_code, kind, from_on, to_on, as_of, year, ordinal, title, content, digest,
  published_at, published_by_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};

const ADD_NOTE: Statement = {
  name: 'bulletin-note',
  text: 'insert into bulletin_note (id, bulletin_id, text, made_by_id, made_at) values ($1, $2, $3, $4, $5)',
};

const SET_SCHEDULE: Statement = {
  name: 'bulletin-schedule',
  text: `insert into bulletin_schedule (region_code, kind, enabled, made_by_id, made_at)
select $1, kind, kind = any($2::text[]), $3, $4 from unnest($5::text[]) kind
on conflict (region_code, kind) do update
set enabled = excluded.enabled, made_by_id = excluded.made_by_id, made_at = excluded.made_at
where bulletin_schedule.enabled <> excluded.enabled`,
};

const ADD_TARGET: Statement = {
  name: 'figure-target',
  text: `insert into figure_target (id, region_code, population, figure, from_on, to_on, target, reason, made_by_id,
  made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

/** Each a named statement on the transaction's connection. */
export class PgBulletinDesk extends BulletinDesk {
  constructor(private readonly client: PoolClient) {
    super();
  }

  async nextNumber(regionCode: string, year: number): Promise<BulletinNumber> {
    await this.client.query({ ...LOCK_REGION, values: [regionCode] });
    const { rows } = await this.client.query<{ ordinal: number }>({ ...NEXT, values: [regionCode, year] });
    return { year, ordinal: rows[0]?.ordinal ?? 1 };
  }

  async hasAppeared(regionCode: string, kind: RegularKind, from: Day): Promise<boolean> {
    return (await this.client.query({ ...APPEARED, values: [regionCode, kind, from] })).rowCount !== 0;
  }

  async add(bulletin: NewBulletin): Promise<void> {
    const { id, regionCode, kind, from, to, asOf, number, title, text, digest } = bulletin;
    const kept = [
      id,
      regionCode,
      kind,
      from,
      to,
      toTimestamp(asOf),
      number.year,
      number.ordinal,
      title,
      text,
    ];
    const values = [...kept, digest, toTimestamp(bulletin.publishedAt), bulletin.publishedById];
    await this.client.query({ ...ADD, values });
  }

  async addNote({ id, bulletinId, text, madeById, madeAt }: NewBulletinNote): Promise<void> {
    const values = [id, bulletinId, text, madeById, toTimestamp(madeAt)];
    await this.client.query({ ...ADD_NOTE, values });
  }

  async setSchedule({ regionCode, kinds, madeById, madeAt }: NewSchedule): Promise<void> {
    const values = [regionCode, kinds, madeById, toTimestamp(madeAt), REGULAR_KINDS];
    await this.client.query({ ...SET_SCHEDULE, values });
  }

  async addTarget(order: NewTarget): Promise<void> {
    const { id, regionCode, population, figure, from, to, target, reason, madeById, madeAt } = order;
    const kept = [id, regionCode, population, figure, from, to, target, reason];
    await this.client.query({ ...ADD_TARGET, values: [...kept, madeById, toTimestamp(madeAt)] });
  }
}
