import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regions, units, people, enterprises and who is paired with whom; calendar and policy as data. */
export class Organisation1700000000001 implements MigrationInterface {
  name = 'Organisation1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists btree_gist');
    await runner.query(REGION_AND_UNITS);
    await runner.query(PEOPLE);
    await runner.query(ENTERPRISES);
    await runner.query(RULES_AS_DATA);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table calendar_year, calendar_day, calendar, policy, ladder, rejection_ground, category,
      pairing, enterprise, account_session, account, person, unit_industry, unit, region cascade`);
  }
}

const REGION_AND_UNITS = `
create table region (
  code text primary key check (code ~ '^[0-9]{6}$'),
  name text not null,
  kind text not null check (kind in ('city','district','zone')),
  parent_code text references region (code)
);
create table unit (
  id uuid primary key,
  region_code text not null references region (code),
  kind text not null check (kind in ('office','department','township','task_force','city_office')),
  name text not null,
  position integer not null default 0,
  unique (region_code, name)
);
create table unit_industry (
  region_code text not null references region (code),
  industry text not null,
  unit_id uuid not null references unit (id),
  primary key (region_code, industry)
);`;

const PEOPLE = `
create table person (
  id uuid primary key,
  region_code text not null references region (code),
  unit_id uuid references unit (id),
  enterprise_id uuid,
  name text not null,
  post text,
  phone text,
  roles text[] not null,
  active boolean not null default true
);
create index person_unit on person (unit_id);
create table account (
  person_id uuid primary key references person (id),
  username text not null unique,
  password_hash text not null,
  session_version integer not null default 1,
  disabled_at timestamptz,
  failed_count integer not null default 0,
  locked_until timestamptz
);
create table account_session (
  id uuid primary key,
  family uuid not null,
  person_id uuid not null references account (person_id) on delete cascade,
  refresh_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  replaced_at timestamptz,
  revoked_at timestamptz
);
create index account_session_family on account_session (family);
create index account_session_person on account_session (person_id);`;

const ENTERPRISES = `
create table enterprise (
  id uuid primary key,
  region_code text not null references region (code),
  township_id uuid references unit (id),
  credit_code text not null unique,
  name text not null,
  industry text not null check (industry in ('industry','services','trade','construction','realEstate')),
  class text not null,
  address text,
  contact_name text,
  contact_phone text,
  pinyin_initials text not null default '',
  state text not null default 'active' check (state in ('candidate','active'))
);
create index enterprise_region on enterprise (region_code, id);
alter table person add constraint person_enterprise foreign key (enterprise_id) references enterprise (id);
create table pairing (
  id uuid primary key,
  enterprise_id uuid not null references enterprise (id),
  kind text not null check (kind in ('officer','leader')),
  person_id uuid not null references person (id),
  valid daterange not null check (not isempty(valid)),
  constraint pairing_one_current exclude using gist (enterprise_id with =, kind with =, valid with &&)
);
create index pairing_person on pairing (person_id, kind) where upper_inf(valid);`;

const RULES_AS_DATA = `
create table category (
  code text primary key,
  label text not null,
  position integer not null
);
create table rejection_ground (
  code text primary key,
  label text not null,
  position integer not null
);
create table ladder (
  region_code text not null references region (code),
  tier smallint not null check (tier between 1 and 5),
  kind text not null check (kind in ('officer','township','department','office','city_office')),
  primary key (region_code, tier)
);
create table policy (
  region_code text not null references region (code),
  version integer not null check (version > 0),
  effective_on date not null,
  body jsonb not null,
  primary key (region_code, version)
);
create table calendar (
  region_code text primary key references region (code),
  time_zone text not null,
  weekly jsonb not null
);
create table calendar_day (
  day date primary key,
  kind text not null check (kind in ('holiday','makeup')),
  name text not null,
  source text not null,
  state text not null check (state in ('official','provisional'))
);
create table calendar_year (
  year integer primary key,
  source text not null,
  state text not null check (state in ('official','provisional'))
);`;
