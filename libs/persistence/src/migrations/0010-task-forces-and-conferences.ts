import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Task forces that are made for a purpose and dissolved again, and case conferences with what they decide. */
export class TaskForcesAndConferences1700000000010 implements MigrationInterface {
  name = 'TaskForcesAndConferences1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TASK_FORCES);
    await runner.query(NOTHING_TO_A_DISSOLVED_ONE);
    await runner.query(CONFERENCES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ticket_follow_up, ticket_conference');
    await runner.query('drop trigger ticket_held_by_active_task_force on ticket');
    await runner.query('drop function refuse_dissolved_task_force()');
    await runner.query('drop table task_force_member, task_force');
  }
}

const TASK_FORCES = `
create table task_force (
  unit_id uuid primary key references unit (id),
  lead_id uuid not null references person (id),
  purpose text not null,
  created_at timestamptz not null,
  created_by_id uuid not null references person (id),
  dissolved_at timestamptz,
  dissolved_by_id uuid references person (id),
  note text,
  check ((dissolved_at is null) = (dissolved_by_id is null))
);
create index task_force_lead on task_force (lead_id) where dissolved_at is null;
create table task_force_member (
  task_force_id uuid not null references task_force (unit_id),
  unit_id uuid not null references unit (id),
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (task_force_id, unit_id, joined_at),
  check (left_at is null or left_at >= joined_at)
);
create unique index task_force_member_current on task_force_member (task_force_id, unit_id) where left_at is null;
create index task_force_member_unit on task_force_member (unit_id) where left_at is null;`;

// A dispatch and a dissolution can meet: whoever comes second sees what the first has done, because both lock the
// row of the task force. Fires only when the holder changes, so that no other write pays for it.
const NOTHING_TO_A_DISSOLVED_ONE = `
create function refuse_dissolved_task_force() returns trigger language plpgsql as $$
declare
  dissolved boolean;
begin
  select dissolved_at is not null into dissolved from task_force where unit_id = new.holder_unit_id for share;
  if dissolved then
    raise exception 'the task force is dissolved'
      using errcode = 'check_violation', constraint = 'ticket_held_by_active_task_force';
  end if;
  return new;
end $$;
create trigger ticket_held_by_active_task_force before update of holder_unit_id on ticket
for each row when (new.holder_unit_id is distinct from old.holder_unit_id and new.holder_unit_id is not null)
execute function refuse_dissolved_task_force();`;

const CONFERENCES = `
create table ticket_conference (
  ticket_id uuid not null references ticket (id),
  ordinal integer not null,
  state text not null check (state in ('planned','concluded','cancelled','lapsed')),
  round integer not null,
  subject text not null,
  held_at timestamptz not null,
  place text,
  unit_ids uuid[] not null,
  person_ids uuid[] not null,
  guests text[] not null,
  convened_at timestamptz not null,
  convened_by_id uuid references person (id),
  convened_as text not null,
  ended_at timestamptz,
  ended_by_id uuid references person (id),
  minutes text,
  decision text,
  reason text,
  primary key (ticket_id, ordinal),
  check ((state = 'planned') = (ended_at is null)),
  check ((state = 'concluded') = (minutes is not null and decision is not null))
);
create index ticket_conference_planned on ticket_conference (held_at) where state = 'planned';
create table ticket_follow_up (
  ticket_id uuid not null references ticket (id),
  ordinal integer not null,
  conference integer not null,
  what text not null,
  unit_id uuid references unit (id),
  person_id uuid references person (id),
  due_on date not null,
  due_at timestamptz not null,
  done_at timestamptz,
  done_by_id uuid references person (id),
  result text,
  reminded boolean not null,
  primary key (ticket_id, ordinal),
  foreign key (ticket_id, conference) references ticket_conference (ticket_id, ordinal),
  check ((unit_id is null) <> (person_id is null)),
  check ((done_at is null) = (result is null))
);
create index ticket_follow_up_open on ticket_follow_up (due_at) where done_at is null;`;
