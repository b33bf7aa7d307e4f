import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a unit holds and what a person is to do after a conference, found at once; a handover takes the latter along. */
export class NothingLeftBehind1700000000014 implements MigrationInterface {
  name = 'NothingLeftBehind1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HELD_BY_UNIT);
    await runner.query(FOLLOW_UPS_OF_PERSON);
    await runner.query('alter table handover_ticket drop constraint handover_ticket_cause_check');
    await runner.query(`alter table handover_ticket add constraint handover_ticket_cause_check
      check (cause in ('post','complaint','follow_up'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from handover_ticket where cause = 'follow_up'`);
    await runner.query('alter table handover_ticket drop constraint handover_ticket_cause_check');
    await runner.query(`alter table handover_ticket add constraint handover_ticket_cause_check
      check (cause in ('post','complaint'))`);
    await runner.query('drop index ticket_follow_up_person, ticket_held_by_unit');
  }
}

// What a unit without handlers holds: the search for orphans goes from the unit to its tickets.
const HELD_BY_UNIT = `
create index ticket_held_by_unit on ticket (holder_unit_id)
  where holder_unit_id is not null and holder_person_id is null
    and status not in ('closed', 'rejected', 'withdrawn')`;

const FOLLOW_UPS_OF_PERSON = `
create index ticket_follow_up_person on ticket_follow_up (person_id)
  where person_id is not null and done_at is null`;
