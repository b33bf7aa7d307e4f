import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROLL_UP_ALL } from './0016-backfill';

/**
 * Sums of the ledger kept by cut, month of collection and time of posting, and the postings not yet in them. What has
 * been posted so far is summed up here: a tail of years would be read with every figure until it is rolled up.
 */
export class Rollup1700000000016 implements MigrationInterface {
  name = 'Rollup1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TAIL);
    await runner.query(ROLLUP);
    await runner.query(ROLL_UP_ALL);
    await runner.query(INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ledger_confidential, ledger_time');
    await runner.query('drop table ledger_rollup, ledger_tail');
  }
}

// A queue in a table: what is taken leaves dead rows that every reader passes until they are vacuumed away.
const TAIL = `
create table ledger_tail (
  ticket_id uuid not null,
  seq integer not null,
  part smallint not null,
  posted_at timestamptz not null default clock_timestamp(),
  primary key (ticket_id, seq, part)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);`;

const ROLLUP = `
create table ledger_rollup (
  region_code text not null,
  population text not null,
  cut text not null,
  level text not null check (level in ('ever','month','day','hour')),
  bucket timestamptz not null,
  collected_month date not null,
  key text not null,
  confidential boolean not null,
  last_at timestamptz not null,
  collected bigint not null,
  resolved bigint not null,
  closed bigint not null,
  closed_on_time bigint not null,
  on_time_without_extension bigint not null,
  first_contact_on_time bigint not null,
  satisfied bigint not null,
  rated bigint not null,
  not_rated bigint not null,
  confirmed_by_enterprise bigint not null,
  reworked bigint not null,
  returned bigint not null,
  open bigint not null,
  overdue bigint not null,
  answered_last_hour bigint not null,
  paused_near_due bigint not null,
  severity_lowered bigint not null,
  closed_without_contact bigint not null,
  handling_minutes bigint not null,
  paused_minutes bigint not null,
  primary key (region_code, population, cut, level, bucket, collected_month, key, confidential)
);`;

// What was posted in an hour or a period, and the confidential tickets a leader may read.
const INDEXES = `
create index ledger_time on ledger (region_code, at);
create index ledger_confidential on ledger (leader_id, collected_on) where confidential;`;
