import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 同类诉求: several enterprises' tickets about the same thing, answered once. */
export class Matter1700000000011 implements MigrationInterface {
  name = 'Matter1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MATTER);
    await runner.query(TICKET);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ticket_matter');
    await runner.query('alter table ticket drop matter_id');
    await runner.query('drop table matter');
  }
}

// Answered means that there is an answer: it is kept once and given to every ticket.
const MATTER = `
create table matter (
  id uuid primary key,
  region_code text not null references region (code),
  title text not null,
  reason text not null,
  lead_ticket_id uuid not null references ticket (id),
  state text not null check (state in ('open','answered','dissolved')),
  made_by_id uuid not null references person (id),
  made_at timestamptz not null,
  answer jsonb,
  answered_by_id uuid references person (id),
  answered_at timestamptz,
  dissolved_by_id uuid references person (id),
  dissolved_at timestamptz,
  constraint matter_answer_check check ((answer is null) = (answered_at is null)
    and (state = 'answered') = (answer is not null)),
  constraint matter_dissolved_check check ((state = 'dissolved') = (dissolved_at is not null))
);
create index matter_region_time on matter (region_code, made_at, id);
create index matter_lead on matter (lead_ticket_id);`;

const TICKET = `
alter table ticket add matter_id uuid references matter (id);
create index ticket_matter on ticket (matter_id) where matter_id is not null;`;
