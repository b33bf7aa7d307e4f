import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the demo's story has been told to its end: a telling that was cut off is told anew. */
export class Seeding1700000000004 implements MigrationInterface {
  name = 'Seeding1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table seed_state (
      name text primary key,
      state text not null check (state in ('telling', 'told'))
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table seed_state');
  }
}
