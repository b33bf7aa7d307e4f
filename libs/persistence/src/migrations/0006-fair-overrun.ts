import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An overrun stays on record when a dispute grants new time. Who is paired today is a question of the day, not of
 * an open end. An escalation's words stand with the other texts, where they can be erased.
 */
export class FairOverrun1700000000006 implements MigrationInterface {
  name = 'FairOverrun1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table ticket add overruns jsonb not null default '[]'`);
    await runner.query('drop index pairing_person');
    await runner.query('create index pairing_person on pairing (person_id, kind)');
    await runner.query('alter table escalation drop column previous_opinion');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table escalation add previous_opinion text');
    await runner.query('drop index pairing_person');
    await runner.query('create index pairing_person on pairing (person_id, kind) where upper_inf(valid)');
    await runner.query('alter table ticket drop column overruns');
  }
}
