import { type AccountRecord, Accounts, type LockoutPolicy, type NewAccount } from '@zhuqi/application';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not, type Repository } from 'typeorm';
import { Database } from '../database/database';
import { AccountRow } from './account.row';

interface FoundAccount {
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

const NO_FAILURES = { failedCount: 0, lockedUntil: null } as const;

/** Accounts in PostgreSQL; locks are timed by the server's clock, so two processes agree about them. */
@Injectable()
export class AccountStore extends Accounts {
  constructor(private readonly database: Database) {
    super();
  }

  async byUsername(username: string): Promise<AccountRecord | null> {
    return recordOf(await this.database.rows<FoundAccount>(`${ACCOUNT} where a.username = $1`, [username]));
  }

  async byPerson(personId: string): Promise<AccountRecord | null> {
    return recordOf(await this.database.rows<FoundAccount>(`${ACCOUNT} where a.person_id = $1`, [personId]));
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
    const counted = [
      { personId, failedCount: MoreThan(0) },
      { personId, lockedUntil: Not(IsNull()) },
    ];
    await this.rows.update(counted, NO_FAILURES);
  }

  async create(account: NewAccount): Promise<void> {
    await this.rows.insert(account);
  }

  async replacePassword(personId: string, passwordHash: string): Promise<void> {
    const sessionVersion = () => 'session_version + 1';
    await this.rows.update({ personId }, { passwordHash, sessionVersion, ...NO_FAILURES });
  }

  private get rows(): Repository<AccountRow> {
    return this.database.repository(AccountRow);
  }
}

function recordOf([row]: readonly FoundAccount[]): AccountRecord | null {
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
