import type { QueryRunner } from 'typeorm';
import { APPLICATION_ROLE } from './data-source';

/** Append-only for the programs: what has been written into these tables is never changed or removed by them. */
const APPEND_ONLY = [
  'ticket_event',
  'ledger',
  'escalation',
  'project_change',
  'bulletin',
  'bulletin_note',
  'figure_target',
  'ranking_scheme',
  'ranking_publication',
  'ranking_appeal',
  'ranking_appeal_ruling',
  'anchor',
  'anchor_head',
  'anchor_publication',
] as const;

/**
 * Gives the application's role what it needs and nothing on the append-only tables but reading and adding.
 * Roles belong to the whole server, so two databases may create it at the same time; the loser carries on.
 */
export async function grantApplicationRole(runner: QueryRunner): Promise<void> {
  await runner.query(`do $$ begin
    create role ${APPLICATION_ROLE} nologin;
  exception when duplicate_object or unique_violation then null; end $$`);
  await runner.query(`do $$ begin
    if not pg_has_role(current_user, '${APPLICATION_ROLE}', 'member') then
      execute format('grant ${APPLICATION_ROLE} to %I', current_user);
    end if;
  end $$`);
  await runner.query(`grant usage on schema public to ${APPLICATION_ROLE}`);
  await runner.query(
    `grant select, insert, update, delete on all tables in schema public to ${APPLICATION_ROLE}`,
  );
  await runner.query(`grant usage, select on all sequences in schema public to ${APPLICATION_ROLE}`);
  for (const table of APPEND_ONLY) {
    await runner.query(`revoke update, delete, truncate on ${table} from ${APPLICATION_ROLE}`);
  }
  await runner.query(`revoke insert, update, delete on schema_migration from ${APPLICATION_ROLE}`);
}
