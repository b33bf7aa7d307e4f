import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tiers a district uses change like every other rule: from a day on, with a trail, tried before. */
export class LadderInThePolicy1700000000013 implements MigrationInterface {
  name = 'LadderInThePolicy1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update policy p set body = jsonb_build_object('ladder', coalesce(
      (select jsonb_agg(l.tier order by l.tier) from ladder l where l.region_code = p.region_code), '[1,2,3,4,5]')) || body`);
    await runner.query('drop table ladder');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(LADDER);
    await runner.query(`insert into ladder select p.region_code, t.tier::smallint,
        (array['officer','township','department','office','city_office'])[t.tier::int]
      from (select distinct on (region_code) region_code, body from policy order by region_code, version desc) p
      cross join jsonb_array_elements_text(p.body -> 'ladder') t (tier)`);
    await runner.query(`update policy set body = body - 'ladder'`);
  }
}

const LADDER = `
create table ladder (
  region_code text not null references region (code),
  tier smallint not null check (tier between 1 and 5),
  kind text not null check (kind in ('officer','township','department','office','city_office')),
  primary key (region_code, tier)
);`;
