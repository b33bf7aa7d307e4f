import { Injectable } from '@nestjs/common';
import { BulletinArchive, type StoredBulletin } from '@zhuqi/application';
import { Database } from '../database/database';

const IDS = 'select id from bulletin order by published_at, id';

const READ = `
select id, region_code as "regionCode", title, content as text, digest,
  encode(sha256(convert_to(content, 'UTF8')), 'hex') as recomputed
from bulletin where id = $1`;

@Injectable()
export class SqlBulletinArchive extends BulletinArchive {
  constructor(private readonly database: Database) {
    super();
  }

  async ids(): Promise<readonly string[]> {
    return (await this.database.rows<{ id: string }>(IDS)).map(({ id }) => id);
  }

  async read(id: string): Promise<StoredBulletin | null> {
    const [row] = await this.database.rows<StoredBulletin & { [column: string]: unknown }>(READ, [id]);
    return row ?? null;
  }
}
