import { ExamineInstallation, FindOrphans, InstallationSurvey } from '@zhuqi/application';
import { APPLICATION_ROLE, withPersistence } from '@zhuqi/persistence';
import { RealTimeModule } from '@zhuqi/platform';
import { Module } from '@nestjs/common';
import { type ClonedDatabase, queryOnce } from '../../support/database';
import { cloneDemoDatabase } from '../../support/demo-database';

@Module({ providers: [ExamineInstallation, FindOrphans] })
class ExaminingModule {}

describe('the survey of an installation', () => {
  let database: ClonedDatabase;

  beforeEach(async () => {
    database = await cloneDemoDatabase();
  }, 120_000);

  afterEach(() => database.drop());

  const complaints = (role?: string): Promise<string[]> =>
    withPersistence(
      {
        url: database.url,
        modules: [RealTimeModule, ExaminingModule],
        ...(role === undefined ? {} : { role }),
      },
      async (ports) =>
        (await ports.get(ExamineInstallation, { strict: false }).execute())
          .filter(({ level }) => level !== 'fine')
          .map(({ level, subject, detail }) => `${level} ${subject} ${detail}`),
    );

  const TRIAGE = expect.stringMatching(/^notice 待分派诉求 1 件/) as string;

  it('finds the demo fit, also with the rights of the programs', async () => {
    expect(await complaints()).toEqual([TRIAGE]);
    expect(await complaints(APPLICATION_ROLE)).toEqual([TRIAGE]);
  });

  it('counts the enterprises of each district', async () => {
    const { regions } = await withPersistence({ url: database.url, modules: [RealTimeModule] }, (ports) =>
      ports.get(InstallationSurvey).look(),
    );
    const used = regions.filter(({ enterprises }) => enterprises > 0).map(({ name }) => name);
    expect(used).toEqual(['二道区', '绿园区']);
    expect(regions.find(({ code }) => code === '220105')?.enterprises).toBe(496);
  });

  it.each([
    [
      'the programs may rewrite history',
      'grant update, truncate on ticket_event to zhuqi_app',
      /程序角色.*UPDATE、TRUNCATE/,
    ],
    [
      'the programs may not add to history',
      'revoke insert on ticket_event from zhuqi_app',
      /程序角色.*INSERT/,
    ],
    [
      'a district in use has no policy',
      `delete from policy where region_code = '220105'`,
      /地区 二道区缺时限规则/,
    ],
    [
      'a district in use has no office',
      `update unit set kind = 'task_force'
        where kind = 'office' and region_code = '220106'`,
      /地区 绿园区缺领导小组办公室/,
    ],
    [
      'the holidays end before today',
      `delete from calendar_day where day >= '2023-01-01'`,
      /节假日.*2022-12-31/,
    ],
    [
      'next year’s holidays are missing in December',
      `delete from calendar_day where day >= '2024-01-01';
        update business_clock set offset_ms = offset_ms
          + extract(epoch from timestamptz '2023-12-01 09:00+08' - business_now()) * 1000`,
      /节假日 2024 年/,
    ],
    [
      'messages wait for hours',
      `update outbox set finished_at = null,
        created_at = clock_timestamp() - interval '2 hours'`,
      /待发消息.*72\d\d 秒/,
    ],
    [
      'an enterprise has no officer from today on',
      `update pairing set valid = daterange(lower(valid), '2023-10-20')
        where kind = 'officer' and id = (select id from pairing where kind = 'officer' and upper_inf(valid)
          and lower(valid) < '2023-10-01' order by id limit 1)`,
      /驻企专员 1 户企业/,
    ],
    [
      'an enterprise has no leader',
      `delete from pairing where kind = 'leader'
        and enterprise_id = (select id from enterprise order by id limit 1)`,
      /包保领导 1 户企业/,
    ],
    [
      'a unit has no handler',
      `update person set active = false where 'township_handler' = any(roles)
        and unit_id = (select id from unit where kind = 'township' order by id limit 1)`,
      /单位经办人 1 个单位/,
    ],
    [
      'nobody administers',
      `update account set disabled_at = now() where person_id in
        (select id from person where 'administrator' = any(roles))`,
      /管理员/,
    ],
  ])('sees that %s', async (_what, change, said) => {
    await queryOnce(database.url, change);
    expect(await complaints()).toEqual(expect.arrayContaining([expect.stringMatching(said)]) as unknown);
  });
});
