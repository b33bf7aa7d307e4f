import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts that are given to a successor, with what went along, and who does the work of people who are absent. */
export class Posts1700000000009 implements MigrationInterface {
  name = 'Posts1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HANDOVER);
    await runner.query(SUBSTITUTION);
    await runner.query(HELD_IN_PERSON);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ticket_held_in_person');
    await runner.query('drop table substitution, handover_pairing, handover_ticket, handover');
  }
}

const HANDOVER = `
create table handover (
  id uuid primary key,
  region_code text not null references region (code),
  from_person_id uuid not null references person (id),
  to_person_id uuid not null references person (id),
  posts text[] not null,
  effective_on date not null,
  reason text not null,
  leaves boolean not null,
  over_capacity boolean not null,
  state text not null check (state in ('planned','done','cancelled')),
  made_by_id uuid not null references person (id),
  made_at timestamptz not null,
  done_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by_id uuid references person (id),
  check (from_person_id <> to_person_id),
  check ((state = 'done') = (done_at is not null) and (state = 'cancelled') = (cancelled_at is not null))
);
create unique index handover_one_planned on handover (from_person_id) where state = 'planned';
create index handover_planned on handover (effective_on) where state = 'planned';
create index handover_successor on handover (to_person_id) where state = 'done';
create index handover_predecessor on handover (from_person_id, done_at) where state = 'done';
create index handover_region on handover (region_code, made_at, id);
create table handover_ticket (
  handover_id uuid not null references handover (id),
  ticket_id uuid not null references ticket (id),
  seq integer not null,
  cause text not null check (cause in ('post','complaint')),
  primary key (handover_id, ticket_id)
);
create table handover_pairing (
  handover_id uuid not null references handover (id),
  enterprise_id uuid not null references enterprise (id),
  kind text not null check (kind in ('officer','leader')),
  primary key (handover_id, enterprise_id, kind)
);`;

// One substitute at a time for each person: nobody has to ask which of two it is.
const SUBSTITUTION = `
create table substitution (
  id uuid primary key,
  region_code text not null references region (code),
  person_id uuid not null references person (id),
  substitute_id uuid not null references person (id),
  valid daterange not null,
  reason text not null,
  made_by_id uuid not null references person (id),
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_by_id uuid references person (id),
  check (person_id <> substitute_id),
  check (not isempty(valid)),
  constraint substitution_one_at_a_time exclude using gist (person_id with =, valid with &&) where (ended_at is null)
);
create index substitution_substitute on substitution (substitute_id) where ended_at is null;
create index substitution_region on substitution (region_code, made_at, id);`;

// What somebody holds by name and has not ended: what a handover moves and the search for orphans reads.
const HELD_IN_PERSON = `
create index ticket_held_in_person on ticket (holder_person_id)
  where holder_person_id is not null and status not in ('closed', 'rejected', 'withdrawn');`;
