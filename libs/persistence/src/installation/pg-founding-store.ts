import { Injectable } from '@nestjs/common';
import { type FirstAccount, FoundingStore, type RegionRecord } from '@zhuqi/application';
import { Database } from '../database/database';
import { RegionRow } from '../reference/region.row';

// One statement is one transaction: no person without the account. A taken name leaves nothing behind.
const CREATE = `
with free as (
  select where not exists (select 1 from account where username = $5)
), new_person as (
  insert into person (id, region_code, name, roles) select $1::uuid, $2, $3, $4::text[] from free returning id
)
insert into account (person_id, username, password_hash) select id, $5, $6 from new_person returning person_id`;

const UNIQUE_VIOLATION = '23505';

@Injectable()
export class PgFoundingStore extends FoundingStore {
  constructor(private readonly database: Database) {
    super();
  }

  region(code: string): Promise<RegionRecord | null> {
    return this.database.repository(RegionRow).findOneBy({ code });
  }

  async createPersonWithAccount(account: FirstAccount): Promise<boolean> {
    const { personId, regionCode, name, roles, username, passwordHash } = account;
    try {
      const values = [personId, regionCode, name, roles, username, passwordHash];
      return (await this.database.rows(CREATE, values)).length === 1;
    } catch (error) {
      // Two operators at once: the constraint decides.
      if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) return false;
      throw error;
    }
  }
}
