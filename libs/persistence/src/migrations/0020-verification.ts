import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the nightly verification of log, book and publications has found. */
export class Verification1700000000020 implements MigrationInterface {
  name = 'Verification1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table verification (
  night date primary key,
  started_at timestamptz not null,
  ran_at timestamptz,
  events bigint,
  postings bigint,
  faults bigint
)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table verification');
  }
}
