import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Anchors also cover what was published, so that a text changed together with its digest is found. */
export class AnchorPublication1700000000022 implements MigrationInterface {
  name = 'AnchorPublication1700000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ANCHOR_PUBLICATION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table anchor_publication');
  }
}

// No foreign key to what was published: that it is gone is what it is there to show.
const ANCHOR_PUBLICATION = `
create table anchor_publication (
  publication_id uuid primary key,
  kind text not null check (kind in ('bulletin', 'ranking')),
  digest text not null,
  region_code text not null,
  ordinal integer not null,
  foreign key (region_code, ordinal) references anchor (region_code, ordinal)
);`;
