import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/compose-file';
import { cloneDatabase, copyDatabase, queryOnce } from '../support/database';
import type { Finished } from '../support/programs';
import { CommandStage, expectOneSentence } from './command-stage';

let stage: CommandStage;

beforeAll(() => {
  stage = new CommandStage();
});

afterAll(() => stage.close());

describe('an installation from nothing', () => {
  let url: string;

  beforeAll(async () => {
    url = await stage.keep(copyDatabase('template0'));
  });

  it('migrates the program’s and the queue’s schema, as often as one likes', async () => {
    for (let time = 1; time <= 2; time += 1) expect((await stage.zhuqi('migrate', { url })).code).toBe(0);
    const [schemas] = await queryOnce(
      url,
      `select to_regclass('ticket') is not null as own, to_regnamespace('bullmq') is not null as queue`,
    );
    expect(schemas).toEqual({ own: true, queue: true });
  });

  it('is in bad health before the reference data is there', async () => {
    const { code, out } = await stage.zhuqi('doctor', { url });
    expect(code).toBe(1);
    expect(out).toMatch(/问题 +地区/);
    expect(out).toMatch(/通过 +程序角色/);
  });

  it('takes the reference data, and again without a change', async () => {
    const rows = `select (select count(*)::int from region) as regions, (select count(*)::int from policy) as policies,
      (select count(*)::int from calendar_day) as days, (select count(*)::int from unit) as units`;
    expect((await stage.zhuqi('seed reference', { url })).code).toBe(0);
    const first = await queryOnce(url, rows);
    expect((await stage.zhuqi('seed reference', { url })).code).toBe(0);
    expect(await queryOnce(url, rows)).toEqual(first);
  });

  it('founds a region with calendar, policy, ladder and office, once', async () => {
    const words = 'region create --code 220107 --name 新立区 --kind district --parent 220100';
    expect((await stage.zhuqi(words, { url })).code).toBe(0);
    const [found] = await queryOnce(
      url,
      `select (select jsonb_array_length(body -> 'ladder') from policy where region_code = r.code) as tiers,
         (select count(*)::int from policy where region_code = r.code) as policies,
         (select count(*)::int from calendar_version where region_code = r.code) as calendars,
         (select string_agg(name, '') from unit where region_code = r.code and kind = 'office') as office, parent_code
       from region r where code = '220107'`,
    );
    expect(found).toEqual({
      ...{ tiers: 5, policies: 1, calendars: 1, office: '新立区领导小组办公室', parent_code: '220100' },
    });
    const again = await stage.zhuqi(words, { url });
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('region.taken')]);
  });

  it.each([
    ['--code 2201 --name 甲 --kind district', 'region.invalid'],
    ['--code 220108 --name 甲 --kind village', 'region.invalid'],
    ['--code 220108 --name 甲 --kind district --parent 990000', 'region.unknown'],
    ['--code 220108 --name 甲 --kind district --parent 220105', 'region.invalid'],
    ['--code 220200 --name 甲 --kind city --parent 220100', 'region.invalid'],
  ])('founds no region with %s', async (options, refusal) => {
    const finished = await stage.zhuqi(`region create ${options}`, { url });
    expect([finished.code, finished.err]).toEqual([1, expect.stringContaining(refusal)]);
    expect(await queryOnce(url, `select 1 from region where code in ('220108', '220200')`)).toEqual([]);
  });

  it('makes the first administrator with a password shown once', async () => {
    const { code, out } = await stage.zhuqi('admin create --username Root --name 王芳 --region 220107', {
      url,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/密码（只显示这一次.*）：[\w-]{20}/);
    const [admin] = await queryOnce(
      url,
      `select p.name, p.roles, p.region_code, a.username, a.password_hash like '$argon2id$%' as hashed
       from account a join person p on p.id = a.person_id`,
    );
    expect(admin).toEqual({
      ...{ name: '王芳', roles: ['administrator'], region_code: '220107', username: 'root', hashed: true },
    });
  });

  it('takes a password from standard input and does not repeat it', async () => {
    const words = 'admin create --username second --name 李 --region 220107 --password-stdin';
    const { code, out, err } = await stage.zhuqi(words, { url, input: 'Kd83-fhQ2_pwVx\n' });
    expect(code).toBe(0);
    expect(out + err).not.toContain('Kd83-fhQ2_pwVx');
    expect((await stage.zhuqi(words, { url })).code).toBe(2);
  });

  it.each([
    ['--username root --name 王 --region 220107', '', 'account.taken'],
    ['--username 9x --name 王 --region 220107', '', 'account.invalid'],
    ['--username third --name 王 --region 999999', '', 'region.unknown'],
    ['--username third --name 王 --region 220107 --password-stdin', 'short\n', 'password.weak'],
  ])('makes no administrator with %s', async (options, input, refusal) => {
    const finished = await stage.zhuqi(`admin create ${options}`, { url, input });
    expect([finished.code, finished.err]).toEqual([1, expect.stringContaining(refusal)]);
    expectOneSentence(finished);
    expect(await queryOnce(url, 'select 1 from account')).toHaveLength(2);
    expect(await queryOnce(url, 'select 1 from person')).toHaveLength(2);
  });
});

describe('zhuqi calendar load', () => {
  let url: string;
  const day = (date: string, kind: string, state = 'official', source = '国办发明电〔2026〕9号') => ({
    ...{ day: date, kind, name: '元旦', source, state },
  });

  beforeAll(async () => {
    url = await stage.keep(cloneDatabase());
    await stage.zhuqi('seed reference', { url });
  });

  function load(content: unknown, options = ''): Promise<Finished> {
    const file = join(stage.image, 'notice.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return stage.zhuqi(`calendar load ${file}${options}`, { url });
  }

  const versions = () =>
    queryOnce(
      url,
      `select version, reason, made_by_id, body -> 'years' -> -1 ->> 'state' as state, effects ->> 'tickets' as tickets
       from calendar_version where region_code = '220105' order by version`,
    );

  const days2027 = () =>
    queryOnce(url, `select day::text, kind, state from calendar_day where day >= '2026-12-20' order by day`);

  it('takes a provisional year without moving the published horizon', async () => {
    const { code, out } = await load({
      year: 2027,
      days: [
        day('2027-01-01', 'holiday', 'provisional', '推测'),
        day('2027-01-09', 'makeup', 'provisional', '推测'),
      ],
    });
    expect(code).toBe(0);
    expect(out).toMatch(/新增 2027-01-01 放假 元旦 暂定[^]*已公布到 2026-12-31/);
  });

  const official = {
    year: 2027,
    days: [day('2026-12-31', 'holiday'), day('2027-01-01', 'holiday'), day('2027-01-10', 'makeup')],
  };

  it('shows beforehand what a notice would do, and writes nothing', async () => {
    const before = [await days2027(), await versions()];
    const { code, out } = await load(official, ' --dry-run');
    expect(code).toBe(0);
    expect(out).toMatch(/新增 2026-12-31[^]*220105 日历第 3 版：移动 0 个时限[^]*没有写入/);
    expect([await days2027(), await versions()]).toEqual(before);
  });

  it('replaces the guess by the notice, says what changed, and moves the horizon', async () => {
    const { code, out } = await load(official);
    expect(code).toBe(0);
    expect(out).toMatch(
      /新增 2026-12-31[^]*更改 2027-01-01 .*暂定 → .*已公布[^]*删除 2027-01-09[^]*已公布到 2027-12-31/,
    );
    expect(await days2027()).toEqual([
      { day: '2026-12-31', kind: 'holiday', state: 'official' },
      { day: '2027-01-01', kind: 'holiday', state: 'official' },
      { day: '2027-01-10', kind: 'makeup', state: 'official' },
    ]);
    expect(out).not.toContain('没有写入');
  });

  it('gives every district a version of its own for each notice, and keeps why', async () => {
    expect(await versions()).toMatchObject([
      { version: 1, made_by_id: null, tickets: null },
      { version: 2, reason: '推测', state: 'provisional', tickets: '0' },
      { version: 3, reason: '国办发明电〔2026〕9号', state: 'official', tickets: '0' },
    ]);
  });

  it('changes nothing the second time, nor does the reference data change it back', async () => {
    expect((await load(official)).out).toContain('没有变化');
    const corrected = {
      year: 2026,
      days: [day('2026-01-01', 'holiday', 'official', '国办发明电〔2026〕1号')],
    };
    const { out } = await load(corrected);
    expect(out).toContain('删除 2026-10-10');
    expect(out).not.toContain('2026-12-31 ');
    await stage.zhuqi('seed reference', { url });
    expect(await queryOnce(url, `select 1 from calendar_day where day = '2026-10-10'`)).toEqual([]);
    expect(await days2027()).toHaveLength(3);
  });

  it.each([
    ['is no JSON', '{', /不是 JSON/],
    ['is no notice', { year: 2027, days: [day('2027-02-30', 'holiday')] }, /\/days\/0\/day/],
  ])('refuses a file that %s and changes nothing', async (_what, content, said) => {
    const before = await queryOnce(url, 'select * from calendar_day order by day');
    const finished = await load(content);
    expect([finished.code, finished.err]).toEqual([1, expect.stringMatching(said)]);
    expectOneSentence(finished);
    expect(await queryOnce(url, 'select * from calendar_day order by day')).toEqual(before);
  });

  it('says when the file is not there', async () => {
    const finished = await stage.zhuqi('calendar load nowhere.json', { url });
    expect([finished.code, finished.err]).toEqual([1, expect.stringContaining('nowhere.json（ENOENT）')]);
  });

  it('reads the files of the repository', async () => {
    const file = join(ROOT, 'seeds/reference/holidays/2025.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('year', 2025);
    expect((await stage.zhuqi(`calendar load ${file}`, { url })).out).toContain('没有变化');
  });
});
