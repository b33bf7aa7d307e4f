import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A region's calendar in versions that never change, each with why and by whom; every ticket names the one it is
 * counted on. What a region worked by so far becomes its first version. Policies get the same trail.
 */
export class RulesInVersions1700000000008 implements MigrationInterface {
  name = 'RulesInVersions1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CALENDAR_VERSIONS);
    await runner.query(FIRST_VERSIONS);
    await runner.query('drop table calendar');
    await runner.query(POLICY_TRAIL);
    await runner.query(TICKETS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ticket_policy_version, ticket_calendar_version');
    await runner.query('alter table ticket_clock drop hushed, drop calendar_version');
    await runner.query('alter table ticket drop calendar_version');
    await runner.query(
      'alter table policy drop rebases, drop reason, drop made_by_id, drop made_at, drop effects',
    );
    await runner.query(`create table calendar (region_code text primary key references region (code),
      time_zone text not null, weekly jsonb not null)`);
    await runner.query(`insert into calendar select distinct on (region_code) region_code, body ->> 'timeZone',
      body -> 'weekly' from calendar_version order by region_code, version desc`);
    await runner.query('drop table calendar_version');
  }
}

const CALENDAR_VERSIONS = `
create table calendar_version (
  region_code text not null references region (code),
  version integer not null check (version > 0),
  body jsonb not null,
  amendment jsonb,
  reason text not null,
  made_by_id uuid references person (id),
  made_at timestamptz,
  effects jsonb,
  primary key (region_code, version)
);`;

const FIRST_VERSIONS = `
insert into calendar_version (region_code, version, body, reason)
select c.region_code, 1, jsonb_build_object(
    'timeZone', c.time_zone, 'weekly', c.weekly, 'seasons', '[]'::jsonb, 'rules', '[]'::jsonb,
    'days', (select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'kind', d.kind, 'name', d.name,
      'source', d.source, 'state', d.state) order by d.day), '[]') from calendar_day d),
    'years', (select coalesce(jsonb_agg(jsonb_build_object('year', y.year, 'source', y.source, 'state', y.state)
      order by y.year), '[]') from calendar_year y)),
  '启用时的工作日历'
from calendar c;`;

const POLICY_TRAIL = `
alter table policy
  add rebases boolean not null default false,
  add reason text not null default '启用时的时限规则',
  add made_by_id uuid references person (id),
  add made_at timestamptz,
  add effects jsonb;`;

// What is not at an end follows its region's rules; the sweep asks for those that lag behind. Said in a way that no other
// question about the status implies: a list must not be read through these indexes.
const TICKETS = `
alter table ticket add calendar_version integer not null default 1;
alter table ticket_clock
  add hushed text not null default 'none' check (hushed in ('none','yellow','red')),
  add calendar_version integer not null default 1;
create index ticket_calendar_version on ticket (region_code, calendar_version)
  where (case when status in ('closed','rejected','withdrawn') then 0 else 1 end) = 1;
create index ticket_policy_version on ticket (region_code, policy_version)
  where (case when status in ('closed','rejected','withdrawn') then 0 else 1 end) = 1;`;
