import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '@zhuqi/persistence';
import { PlantDistrict, PlantReference, TellStories } from '@zhuqi/seeds';
import { cloneDatabase, type ClonedDatabase } from '../../support/database';
import { seededContext } from '../../support/seeded-context';

describe('the demo district', () => {
  let clone: ClonedDatabase;
  let context: INestApplicationContext;

  beforeAll(async () => {
    clone = await cloneDatabase();
    context = await seededContext(clone.url);
    await context.get(PlantReference).execute();
    await context.get(PlantDistrict).execute('demo password of the test');
    await context.get(TellStories).execute();
  }, 120_000);

  afterAll(async () => {
    await context.close();
    await clone.drop();
  });

  const count = async (text: string): Promise<number> => {
    const [row] = await context.get(Database).rows<{ n: string }>(`select count(*) as n from ${text}`);
    return Number(row?.n);
  };

  it('has the published figures: 496 enterprises, 52 leaders, 233 officers, 4 departments, 1 office, 9 townships', async () => {
    const inErdao = "region_code = '220105'";
    expect(await count(`enterprise where ${inErdao}`)).toBe(496);
    expect(await count(`person where ${inErdao} and roles @> array['district_leader']`)).toBe(52);
    expect(await count(`person where ${inErdao} and roles @> array['liaison_officer']`)).toBe(233);
    expect(await count(`unit where ${inErdao} and kind = 'department'`)).toBe(4);
    expect(await count(`unit where ${inErdao} and kind = 'office'`)).toBe(1);
    expect(await count(`unit where ${inErdao} and kind = 'township'`)).toBe(9);
  });

  it('counts 181 collected and 161 resolved from its ledger', async () => {
    const [sums] = await context.get(Database).rows(
      `select sum(collected)::int as collected, sum(resolved)::int as resolved, sum(open)::int as open
       from ledger where region_code = '220105' and collected_on between '2023-01-01' and '2023-12-31'`,
    );
    expect(sums).toEqual({ collected: 181, resolved: 161, open: 20 });
  });
});
