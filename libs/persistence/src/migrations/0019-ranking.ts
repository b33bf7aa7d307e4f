import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 赛马: by what a region ranks, what it has published, and what the ranked have said of it. */
export class Ranking1700000000019 implements MigrationInterface {
  name = 'Ranking1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCHEME);
    await runner.query(PUBLICATION);
    await runner.query(APPEAL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table ranking_appeal_ruling, ranking_appeal, ranking_publication, ranking_scheme',
    );
  }
}

const SCHEME = `
create table ranking_scheme (
  region_code text references region (code),
  version integer check (version > 0),
  body jsonb not null,
  reason text not null,
  made_by_id uuid not null references person (id),
  made_at timestamptz not null,
  primary key (region_code, version)
);`;

// The content is text, not jsonb: it is kept to the letter, as its digest says.
const PUBLICATION = `
create table ranking_publication (
  id uuid primary key,
  region_code text not null references region (code),
  kind text not null check (kind in ('township','department','officer')),
  from_on date not null,
  to_on date not null,
  as_of timestamptz not null,
  scheme_version integer not null,
  content text not null,
  digest text not null,
  made_by_id uuid not null references person (id),
  made_at timestamptz not null,
  constraint ranking_publication_period_check check (from_on <= to_on)
);
create index ranking_publication_region on ranking_publication (region_code, made_at, id);`;

const APPEAL = `
create table ranking_appeal (
  id uuid primary key,
  publication_id uuid not null references ranking_publication (id),
  subject_key uuid not null,
  component text,
  text text not null,
  made_by_id uuid not null references person (id),
  made_at timestamptz not null
);
create index ranking_appeal_publication on ranking_appeal (publication_id, made_at, id);
create table ranking_appeal_ruling (
  appeal_id uuid primary key references ranking_appeal (id),
  upheld boolean not null,
  note text not null,
  made_by_id uuid not null references person (id),
  made_at timestamptz not null
);`;
