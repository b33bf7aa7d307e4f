import type { MigrationInterface, QueryRunner } from 'typeorm';

const SIGNALS = ['answered_last_hour', 'paused_near_due', 'severity_lowered', 'closed_without_contact'];

/** Signals of gaming are measures like any other; what was posted before has none. */
export class SignalsInTheLedger1700000000015 implements MigrationInterface {
  name = 'SignalsInTheLedger1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    const columns = SIGNALS.map((signal) => `add ${signal} smallint not null default 0`);
    await runner.query(`alter table ledger ${columns.join(', ')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table ledger ${SIGNALS.map((signal) => `drop ${signal}`).join(', ')}`);
  }
}
