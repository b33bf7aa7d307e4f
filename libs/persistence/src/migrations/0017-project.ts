import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Key projects (重点项目), the trail of their changes, and the project a ticket is a problem of. */
export class Project1700000000017 implements MigrationInterface {
  name = 'Project1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROJECT);
    await runner.query(TICKET);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ticket_project');
    await runner.query('alter table ticket drop project_id');
    await runner.query('drop table project_change, project');
  }
}

const PROJECT = `
create table project (
  id uuid primary key,
  version integer not null,
  region_code text not null references region (code),
  enterprise_id uuid not null references enterprise (id),
  name text not null,
  code text,
  township_id uuid references unit (id),
  sector text not null check (sector in ('commercial','industrial','agricultural','infrastructure')),
  investment_wan integer not null,
  funding text not null check (funding in ('private','special_bond','central_budget')),
  leader_id uuid references person (id),
  department_id uuid references unit (id),
  secretary_id uuid references person (id),
  state text not null check (state in ('planned','building','completed','cancelled')),
  starts_on date,
  completes_on date,
  constraint project_code_key unique (region_code, code),
  constraint project_investment_check check (investment_wan > 0),
  constraint project_days_check check (starts_on <= completes_on)
);
create index project_region on project (region_code, id);
create index project_enterprise on project (enterprise_id);
create index project_leader on project (leader_id) where leader_id is not null;
create table project_change (
  project_id uuid not null references project (id),
  version integer not null,
  at timestamptz not null,
  by_id uuid not null references person (id),
  reason text,
  changed jsonb not null,
  primary key (project_id, version)
);`;

const TICKET = `
alter table ticket add project_id uuid references project (id);
create index ticket_project on ticket (project_id) where project_id is not null;`;
