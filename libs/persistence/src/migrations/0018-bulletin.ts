import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 通报: snapshots that stay what they were, notes beside them, when they appear, and the targets they show. */
export class Bulletin1700000000018 implements MigrationInterface {
  name = 'Bulletin1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BULLETIN);
    await runner.query(SCHEDULE);
    await runner.query(TARGET);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table figure_target, bulletin_schedule, bulletin_note, bulletin');
  }
}

// The text, not jsonb: what was published is kept to the letter, and that text is what the digest is of.
const BULLETIN = `
create table bulletin (
  id uuid primary key,
  region_code text not null references region (code),
  kind text not null check (kind in ('weekly','half_monthly','monthly','special')),
  from_on date not null,
  to_on date not null,
  as_of timestamptz not null,
  year integer not null,
  ordinal integer not null,
  title text not null,
  content text not null,
  digest text not null,
  published_at timestamptz not null,
  published_by_id uuid references person (id),
  constraint bulletin_number unique (region_code, year, ordinal),
  constraint bulletin_period_check check (from_on <= to_on)
);
create unique index bulletin_once on bulletin (region_code, kind, from_on) where kind <> 'special';
create index bulletin_latest on bulletin (region_code, published_at, id);
create table bulletin_note (
  id uuid primary key,
  bulletin_id uuid not null references bulletin (id),
  text text not null,
  made_by_id uuid not null references person (id),
  made_at timestamptz not null
);
create index bulletin_note_bulletin on bulletin_note (bulletin_id, made_at);`;

const SCHEDULE = `
create table bulletin_schedule (
  region_code text references region (code),
  kind text check (kind in ('weekly','half_monthly','monthly')),
  enabled boolean not null,
  made_by_id uuid not null references person (id),
  made_at timestamptz not null,
  primary key (region_code, kind)
);`;

const TARGET = `
create table figure_target (
  id uuid primary key,
  region_code text not null references region (code),
  population text not null check (population in ('enterprise','project')),
  figure text not null,
  from_on date not null,
  to_on date not null,
  target integer not null check (target > 0),
  reason text not null,
  made_by_id uuid not null references person (id),
  made_at timestamptz not null,
  constraint figure_target_period_check check (from_on <= to_on)
);
create index figure_target_region on figure_target (region_code, to_on);`;
