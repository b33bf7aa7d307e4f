import type { INestApplicationContext } from '@nestjs/common';
import { BulletinRegions } from '@zhuqi/application';
import { Database } from '@zhuqi/persistence';
import { demoStories, PlantDistrict, PlantReference, TellStories } from '@zhuqi/seeds';
import { TOLD_TABLES } from '../../../libs/persistence/src/seeding/pg-story-desk';
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
       from ledger where region_code = '220105' and collected_on between '2023-01-01' and '2023-12-31'
         and population = 'enterprise'`,
    );
    expect(sums).toEqual({ collected: 181, resolved: 161, open: 20 });
  });

  it('counts the twelve problems of its projects as a population of their own', async () => {
    const [sums] = await context.get(Database).rows(
      `select sum(l.collected)::int as collected, sum(l.resolved)::int as resolved,
         count(distinct t.project_id)::int as projects, count(distinct c.project_id)::int as entered
       from project_change c cross join ledger l join ticket t on t.id = l.ticket_id
       where l.population = 'project' and c.version = 1 and c.project_id = t.project_id`,
    );
    expect(sums).toEqual({ collected: 12, resolved: 9, projects: 6, entered: 6 });
    expect(await count('project')).toBe(7);
  });

  it('has its bulletins appear from the day it begins on, none of them for what was before', async () => {
    expect(await context.get(BulletinRegions).scheduled()).toEqual([
      {
        code: '220105',
        kinds: ['weekly', 'half_monthly', 'monthly'].map((kind) => ({ kind, since: '2023-10-20' })),
      },
    ]);
  });

  it('stands where every one of its stories was meant to lead', async () => {
    const rows = await context
      .get(Database)
      .rows<Stand>(`select title, submitted_at as "submittedAt", status, tier, round, outcome from ticket`);
    const stands = new Map(rows.map((row) => [`${row.submittedAt.getTime()} ${row.title}`, row]));
    const differing = demoStories().filter(({ submittedAt, title, planned }) => {
      const found = stands.get(`${Date.parse(submittedAt)} ${title}`);
      const { status, tier, round, outcome } = planned;
      return (
        JSON.stringify([found?.status, found?.tier, found?.round, found?.outcome]) !==
        JSON.stringify([status, tier, round, outcome])
      );
    });
    expect(differing.map(({ key }) => key)).toEqual([]);
    expect(rows).toHaveLength(demoStories().length);
  });

  it('has something of every kind that is asked for, ruled on, answered in parts or put together', async () => {
    const held = async (text: string): Promise<string[]> =>
      (await context.get(Database).rows<{ said: string }>(`select ${text} order by 1`)).map(
        ({ said }) => said,
      );
    const requests = `r.kind || ' ' || r.state || ' ' || t.status as said
      from ticket_request r join ticket t on t.id = r.ticket_id`;
    expect(await held(requests)).toEqual([
      'extension approved closed',
      'extension approved closed',
      'extension approved in_progress',
      'extension pending in_progress',
      'extension pending in_progress',
      'extension pending in_progress',
      'extension refused in_progress',
      'return approved closed',
      'return pending dispatched',
      'suspension approved closed',
      'suspension approved suspended',
    ]);
    expect(
      await held(`u.name || ' ' || a.state as said from ticket_assist a join unit u on u.id = a.unit_id`),
    ).toEqual(expect.arrayContaining(['二道区发展和改革局 given', '英俊镇 asked']));
    expect(
      await held(
        `kind || ' ' || count(*) || ' ' || count(done_at) as said from ticket_item group by ticket_id, kind`,
      ),
    ).toEqual(['deferred 1 1', 'deferred 2 0', 'question 5 3']);
    expect(await held(`data ->> 'because' as said from ticket_event where type = 'resumed'`)).toEqual([
      'review',
    ]);
    expect(
      await held(`title as said from ticket where round = 2 and id in (
      select ticket_id from ticket_event where type = 'reopened')`),
    ).toEqual(['园区三号路路灯不亮，员工夜间上下班不安全']);
    expect(
      await held(`child.title || ' → ' || parent.title as said
        from ticket child join ticket parent on parent.id = child.merged_into_id`),
    ).toEqual([
      '火锅店后厨管道天然气报装停滞，请求与同街商户一并施工 → 火锅店后厨申请通天然气，报装两个月没有进展',
    ]);
  });

  it('counts an answer that only an extension kept in time as in time, and says so', async () => {
    const [sums] = await context.get(Database).rows(
      `select sum(closed_on_time)::int - sum(on_time_without_extension)::int as saved, sum(paused_minutes) > 0 as paused
       from ledger where region_code = '220105'`,
    );
    expect(sums).toEqual({ saved: 1, paused: true });
  });

  it('pairs every enterprise with one officer and one leader, and keeps the caseload rules', async () => {
    const current = await context
      .get(Database)
      .rows<{ enterprise_id: string; kinds: string[] }>(
        `select enterprise_id, array_agg(kind order by kind) as kinds from pairing where upper_inf(valid) group by 1`,
      );
    expect(current.filter(({ kinds }) => kinds.join() !== 'leader,officer')).toEqual([]);
    expect(current).toHaveLength(await count('enterprise'));
    const crowded = await context.get(Database).rows(
      `select p.person_id from pairing p join enterprise e on e.id = p.enterprise_id
       where p.kind = 'officer' and upper_inf(p.valid)
       group by 1 having count(*) > 5 or (count(*) > 1 and bool_or(e.class = 'aboveScaleHundredMillion'))`,
    );
    expect(crowded).toEqual([]);
  });

  it('is the same however often it is told, and a telling that was cut off is told anew', async () => {
    const heads = (): Promise<object[]> =>
      context.get(Database).rows('select id, number, status, version from ticket order by number');
    const before = await heads();
    expect(await context.get(TellStories).execute()).toBe(0);
    await context.get(Database).rows(`update seed_state set state = 'telling'`);
    expect(await context.get(TellStories).execute()).toBe(before.length);
    expect(await heads()).toEqual(before);
  }, 60_000);

  it('discards every table that refers to a ticket, also over another table, when it is told anew', async () => {
    const referring = await context.get(Database).rows<{ name: string }>(`
      with recursive referring as (
        select 'ticket'::regclass as of union
        select c.conrelid::regclass from pg_constraint c join referring r on r.of = c.confrelid where c.contype = 'f'
      ), named as (
        select table_name as name from information_schema.columns c join information_schema.tables t
          using (table_schema, table_name)
        where table_schema = 'public' and column_name = 'ticket_id' and t.table_type = 'BASE TABLE'
      )
      select of::text as name from referring union select name from named`);
    expect(referring.length).toBeGreaterThan(10);
    const told: readonly string[] = TOLD_TABLES;
    expect(referring.map(({ name }) => name).filter((name) => !told.includes(name))).toEqual([]);
  });
});

interface Stand {
  readonly title: string;
  readonly submittedAt: Date;
  readonly status: string;
  readonly tier: number | null;
  readonly round: number;
  readonly outcome: string | null;
}
