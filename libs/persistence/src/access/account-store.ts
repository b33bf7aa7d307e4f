import { type AccountRecord, Accounts, type LockoutPolicy, type NewAccount } from '@zhuqi/application';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

interface AccountRow {
  readonly person_id: string;
  readonly username: string;
  readonly password_hash: string;
  readonly session_version: number;
  readonly disabled: boolean;
  readonly locked_seconds: number;
}

const ACCOUNT = `
select a.person_id, a.username, a.password_hash, a.session_version,
       a.disabled_at is not null or not p.active as disabled,
       greatest(0, ceil(extract(epoch from a.locked_until - clock_timestamp())))::int as locked_seconds
  from account a join person p on p.id = a.person_id`;

/** Accounts in PostgreSQL; locks are timed by the server's clock, so two processes agree about them. */
@Injectable()
export class AccountStore extends Accounts {
  constructor(private readonly database: Database) {
    super();
  }

  async byUsername(username: string): Promise<AccountRecord | null> {
    return recordOf(await this.database.rows<AccountRow>(`${ACCOUNT} where a.username = $1`, [username]));
  }

  async byPerson(personId: string): Promise<AccountRecord | null> {
    return recordOf(await this.database.rows<AccountRow>(`${ACCOUNT} where a.person_id = $1`, [personId]));
  }

  async recordFailure(personId: string, policy: LockoutPolicy): Promise<void> {
    await this.database.rows(
      `update account set
         locked_until = case when failed_count + 1 >= $2 then clock_timestamp() + $3 * interval '1 second'
                             else locked_until end,
         failed_count = case when failed_count + 1 >= $2 then 0 else failed_count + 1 end
       where person_id = $1`,
      [personId, policy.failures, policy.lockedSeconds],
    );
  }

  async clearFailures(personId: string): Promise<void> {
    await this.database.rows(
      `update account set failed_count = 0, locked_until = null
        where person_id = $1 and (failed_count > 0 or locked_until is not null)`,
      [personId],
    );
  }

  async create(account: NewAccount): Promise<void> {
    await this.database.rows('insert into account (person_id, username, password_hash) values ($1, $2, $3)', [
      account.personId,
      account.username,
      account.passwordHash,
    ]);
  }

  async replacePassword(personId: string, passwordHash: string): Promise<void> {
    await this.database.rows(
      `update account set password_hash = $2, session_version = session_version + 1,
              failed_count = 0, locked_until = null
        where person_id = $1`,
      [personId, passwordHash],
    );
  }
}

function recordOf([row]: readonly AccountRow[]): AccountRecord | null {
  if (row === undefined) return null;
  return {
    personId: row.person_id,
    username: row.username,
    passwordHash: row.password_hash,
    sessionVersion: row.session_version,
    disabled: row.disabled,
    lockedSeconds: row.locked_seconds,
  };
}
