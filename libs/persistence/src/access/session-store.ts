import { type NewSession, type OpenSession, type Rotation, Sessions } from '@zhuqi/application';
import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, IsNull, Not } from 'typeorm';
import { Database } from '../database/database';
import { AccountSessionRow } from './account-session.row';

interface OpenRow {
  readonly person_id: string;
  readonly family: string;
  readonly session_version: number;
}

interface RotationRow extends OpenRow {
  readonly rotated: boolean;
  readonly replaced: boolean;
}

const OPEN = `
with tidied as (
  delete from account_session where person_id = $1 and expires_at < clock_timestamp() - interval '1 day'
)
insert into account_session (id, family, person_id, refresh_hash, created_at, expires_at)
select gen_random_uuid(), gen_random_uuid(), a.person_id, $2, clock_timestamp(),
       clock_timestamp() + $3 * interval '1 second'
  from account a where a.person_id = $1
returning person_id, family, (select session_version from account where person_id = $1) as session_version`;

// The row lock lets one of several callers with the same token through; the others then read it as replaced.
// A revoked row anywhere in the family counts, so a rotation that raced a revocation leads nowhere.
const ROTATE = `
with old as (
  select id, family, person_id, replaced_at, revoked_at, expires_at
    from account_session where refresh_hash = $1 for update
), rotated as (
  update account_session s set replaced_at = clock_timestamp()
    from old, account a
   where s.id = old.id and a.person_id = old.person_id and a.disabled_at is null
     and old.replaced_at is null and old.expires_at > clock_timestamp()
     and not exists (select 1 from account_session r where r.family = old.family and r.revoked_at is not null)
  returning s.family, s.person_id, a.session_version
), fresh as (
  insert into account_session (id, family, person_id, refresh_hash, created_at, expires_at)
  select gen_random_uuid(), family, person_id, $2, clock_timestamp(), clock_timestamp() + $3 * interval '1 second'
    from rotated
)
select old.family, old.person_id, rotated.session_version, rotated.family is not null as rotated,
       old.replaced_at is not null as replaced
  from old left join rotated on true`;

/** Refresh sessions in PostgreSQL. */
@Injectable()
export class SessionStore extends Sessions {
  constructor(private readonly database: Database) {
    super();
  }

  async open(session: NewSession): Promise<OpenSession> {
    const [row] = await this.database.rows<OpenRow>(OPEN, [
      session.personId,
      session.refreshHash,
      session.lifetimeSeconds,
    ]);
    if (row === undefined) throw new Error('the account was removed while it signed in');
    return openOf(row);
  }

  async rotate(refreshHash: string, next: Omit<NewSession, 'personId'>): Promise<Rotation> {
    const [row] = await this.database.rows<RotationRow>(ROTATE, [
      refreshHash,
      next.refreshHash,
      next.lifetimeSeconds,
    ]);
    if (row === undefined) return { kind: 'unknown' };
    if (row.rotated) return { kind: 'rotated', session: openOf(row) };
    return row.replaced ? { kind: 'reused', family: row.family } : { kind: 'unknown' };
  }

  async revokeFamily(family: string): Promise<void> {
    await this.revoke({ family });
  }

  async revokeOthers(personId: string, family: string): Promise<void> {
    await this.revoke({ personId, family: Not(family) });
  }

  private async revoke(sessions: FindOptionsWhere<AccountSessionRow>): Promise<void> {
    const open = { ...sessions, revokedAt: IsNull() };
    await this.database.repository(AccountSessionRow).update(open, { revokedAt: () => 'clock_timestamp()' });
  }
}

const openOf = (row: OpenRow): OpenSession => ({
  personId: row.person_id,
  family: row.family,
  sessionVersion: row.session_version,
});
