import { Injectable } from '@nestjs/common';
import { type Backlog, Installation, type InstallationState } from '@zhuqi/application';
import { Database } from '../database/database';
import { LAST_VERIFICATION } from '../proof/verification.sql';
import { MIGRATIONS } from '../migrations';

interface StateRow {
  readonly districts: number;
  readonly server_now: number;
  readonly business_now: number;
  readonly demo: boolean;
  readonly verified: InstallationState['verified'];
}

const PRESENT = `select to_regclass('schema_migration') is not null as present`;
const DONE = 'select name from schema_migration order by id';
const STATE = `
select (select count(*)::int from region r
         where exists (select 1 from calendar_version c where c.region_code = r.code)
           and exists (select 1 from policy p where p.region_code = r.code)) as districts,
       (extract(epoch from clock_timestamp()) * 1000)::double precision as server_now,
       (extract(epoch from business_now()) * 1000)::double precision as business_now,
       demo, (select row_to_json(v) from (${LAST_VERIFICATION}) v) as verified
  from business_clock`;
const BACKLOG = `
select (select count(*)::int from ticket
         where status in ('submitted','accepted','dispatched','in_progress','need_info','suspended','answered'))
         as "openTickets",
       (select count(*)::int from outbox where finished_at is null) as "unfinishedOutbox"`;

const NOT_MIGRATED = { districts: 0, businessNow: 0, serverNow: 0, demo: false, verified: null } as const;

/** Asks PostgreSQL how the installation stands. */
@Injectable()
export class StoredInstallation extends Installation {
  constructor(private readonly database: Database) {
    super();
  }

  async state(): Promise<InstallationState> {
    const done = await this.migrationsDone();
    const known = MIGRATIONS.map((migration) => migration.name);
    const pendingMigrations = known.filter((name) => !done.includes(name));
    const unknownMigrations = done.filter((name) => !known.includes(name));
    const [row] = pendingMigrations.length > 0 ? [] : await this.database.rows<StateRow>(STATE);
    if (row === undefined) return { pendingMigrations, unknownMigrations, ...NOT_MIGRATED };
    const { districts, server_now: serverNow, business_now: businessNow, demo, verified } = row;
    return { pendingMigrations, unknownMigrations, districts, serverNow, businessNow, demo, verified };
  }

  async backlog(): Promise<Backlog> {
    const [row] = await this.database.rows<Backlog>(BACKLOG);
    if (row === undefined) throw new Error('a count without a row');
    return row;
  }

  private async migrationsDone(): Promise<string[]> {
    const [table] = await this.database.rows<{ present: boolean }>(PRESENT);
    if (table?.present !== true) return [];
    return (await this.database.rows<{ name: string }>(DONE)).map(({ name }) => name);
  }
}
