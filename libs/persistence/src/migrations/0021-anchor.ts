import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 锚点: signed roots over the heads of the event chains, region by region. */
export class Anchor1700000000021 implements MigrationInterface {
  name = 'Anchor1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ANCHOR);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table anchor_head, anchor');
  }
}

// A head has no foreign key to its ticket: that a ticket is gone is what it is there to show.
const ANCHOR = `
create table anchor (
  region_code text references region (code),
  ordinal integer check (ordinal > 0),
  at timestamptz not null,
  heads integer not null,
  previous text not null,
  root text not null,
  signature text not null,
  primary key (region_code, ordinal)
);
create table anchor_head (
  region_code text,
  ordinal integer,
  ticket_id uuid,
  seq integer not null,
  hash text not null,
  primary key (region_code, ordinal, ticket_id),
  foreign key (region_code, ordinal) references anchor (region_code, ordinal)
);
create unique index anchor_head_ticket on anchor_head (ticket_id, seq);`;
