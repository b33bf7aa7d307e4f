import { join } from 'node:path';
import { cloneDatabase, copyDatabase, queryOnce } from '../support/database';
import { cloneDemoDatabase } from '../support/demo-database';
import { CommandStage, expectOneSentence } from './command-stage';

let stage: CommandStage;

beforeAll(() => {
  stage = new CommandStage();
});

afterAll(() => stage.close());

describe('zhuqi says how it is used', () => {
  it('lists every command on help', async () => {
    const { code, out } = await stage.zhuqi('help');
    expect(code).toBe(0);
    for (const name of ['migrate', 'seed reference', 'seed demo', 'region create', 'admin create']) {
      expect(out).toContain(`zhuqi ${name}`);
    }
    expect(out).toMatch(/calendar load[^]*doctor[^]*verify/);
  });

  it('explains one command with its options when asked about it', async () => {
    const { code, out } = await stage.zhuqi('region create --help');
    expect(code).toBe(0);
    expect(out).toContain('--parent');
    expect(out).not.toContain('admin create');
  });

  it.each([
    ['destroy everything', /没有命令“destroy everything”[^]*zhuqi migrate[^]*zhuqi verify/],
    ['verify --quick', /没有选项 --quick。用法：\n {2}zhuqi verify/],
  ])('answers “zhuqi %s” with what there is, and exit code 2', async (words, said) => {
    const { code, err } = await stage.zhuqi(words);
    expect(code).toBe(2);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('zhuqi and its database', () => {
  it('says where a database could be when there is none', async () => {
    const finished = await stage.zhuqi('verify', { env: { ZHUQI_DATA_DIR: join(stage.image, 'nothing') } });
    expect(finished.code).toBe(1);
    expect(finished.err).toMatch(/没有设置 DATABASE_URL.*nothing.*npm start/);
    expectOneSentence(finished);
  });

  it.each([
    ['nobody listens', (url: URL) => (url.port = '1'), 'database.unreachable'],
    ['the password is wrong', (url: URL) => (url.password = 'wrong'), 'database.refused'],
    ['the database does not exist', (url: URL) => (url.pathname = '/nowhere'), 'database.unknown'],
  ])('tells in one sentence that %s', async (_what, spoil, problem) => {
    const url = new URL(await stage.keep(cloneDatabase()));
    spoil(url);
    for (const words of ['migrate', 'verify']) {
      const finished = await stage.zhuqi(words, { url: url.href });
      expect(finished.code).toBe(1);
      expect(finished.err).toContain(problem);
      expectOneSentence(finished);
    }
  });

  it('names every wrong variable', async () => {
    const { code, err } = await stage.zhuqi('verify', {
      env: { DATABASE_URL: 'mysql://root:hunter2@db', PORT: 'x' },
    });
    expect(code).toBe(1);
    expect(err).toMatch(/2 处[^]*DATABASE_URL[^]*PORT|2 处[^]*PORT[^]*DATABASE_URL/);
    expect(err).not.toContain('hunter2');
  });

  it('refuses a schema of a newer program, and asks to migrate an older one', async () => {
    const newer = await stage.keep(cloneDatabase());
    await queryOnce(
      newer,
      `insert into schema_migration (timestamp, name) values (1999999999999, 'Future1999999999999')`,
    );
    for (const words of ['migrate', 'verify', 'seed reference']) {
      const finished = await stage.zhuqi(words, { url: newer });
      expect([finished.code, finished.err]).toEqual([1, expect.stringContaining('Future1999999999999')]);
      expectOneSentence(finished);
    }
    const older = await stage.keep(copyDatabase('template0'));
    const finished = await stage.zhuqi('seed reference', { url: older });
    expect([finished.code, finished.err]).toEqual([1, expect.stringContaining('zhuqi migrate')]);
  });
});

describe('zhuqi seed demo', () => {
  it('is for demo installations alone', async () => {
    const url = await stage.keep(cloneDatabase());
    const finished = await stage.zhuqi('seed demo', { url });
    expect([finished.code, finished.err]).toEqual([1, expect.stringContaining('ZHUQI_DEMO=1')]);
    expect(await queryOnce(url, 'select 1 from enterprise')).toEqual([]);
  });

  it('tells the district once and shows the accounts with their password', async () => {
    const url = await stage.keep(cloneDatabase());
    const env = { ZHUQI_DEMO: '1', ZHUQI_DEMO_PASSWORD: 'demo-Password-1' };
    const { code, out } = await stage.zhuqi('seed demo', { url, env });
    expect(code).toBe(0);
    expect(out).toMatch(/office、leader、officer[^]*密码：demo-Password-1/);
    const figures = `select sum(collected)::int as collected, sum(resolved)::int as resolved from ledger
      where region_code = '220105' and population = 'enterprise' and collected_on between '2023-01-01' and '2023-12-31'`;
    expect(await queryOnce(url, figures)).toEqual([{ collected: 181, resolved: 161 }]);
    expect((await stage.zhuqi('seed demo', { url, env })).out).toContain('此前已经建立');
    expect(await queryOnce(url, figures)).toEqual([{ collected: 181, resolved: 161 }]);
  });

  it('refuses a database with real tickets before it writes anything', async () => {
    const url = await stage.keep(cloneDemoDatabase());
    await queryOnce(url, `delete from seed_state; delete from account; update person set phone = null`);
    const finished = await stage.zhuqi('seed demo', { url, env: { ZHUQI_DEMO: '1' } });
    expect([finished.code, finished.err]).toEqual([1, expect.stringContaining('demo.real_data')]);
    expectOneSentence(finished);
    expect(await queryOnce(url, 'select 1 from account')).toEqual([]);
  });
});

describe('zhuqi verify', () => {
  it('says how much it has found untouched', async () => {
    const url = await stage.keep(cloneDemoDatabase());
    const { code, out } = await stage.zhuqi('verify', { url });
    expect(out).toMatch(/事件记录完整：\d+ 件诉求、\d+ 个事件/);
    expect(code).toBe(0);
  });

  it('prints the whole result as JSON when asked to', async () => {
    const url = await stage.keep(cloneDemoDatabase());
    const whole = async () => {
      const { code, out } = await stage.zhuqi('verify --json', { url });
      return { code, result: JSON.parse(out) as unknown };
    };
    expect(await whole()).toMatchObject({
      code: 0,
      result: { log: { faulty: 0, book: { faulty: 0 } }, anchors: { unchecked: ['key', 'sink', 'anchors'] } },
    });
    await queryOnce(
      url,
      `update ledger_rollup set resolved = resolved + 1 where ctid = (select min(ctid) from ledger_rollup)`,
    );
    expect(await whole()).toMatchObject({
      code: 1,
      result: { rollup: { faults: [{ column: 'resolved' }] } },
    });
  });

  it('names the ticket and the event at which somebody has changed the log, and fails', async () => {
    const url = await stage.keep(cloneDemoDatabase());
    await queryOnce(
      url,
      `update ticket_event set data = '{"x":1}' where seq = 3
         and ticket_id = (select id from ticket where number like '%-000001')`,
    );
    const { code, err } = await stage.zhuqi('verify', { url });
    expect(err).toMatch(/有 1 件不符。\n {2}ZQ\d{8}-000001 \S+ 第 3 个事件：.*哈希/);
    expect(code).toBe(1);
  });
});

describe('zhuqi doctor', () => {
  it('finds the demo fit, and shows a table', async () => {
    const url = await stage.keep(cloneDemoDatabase());
    const { code, out } = await stage.zhuqi('doctor', { url });
    expect(out).not.toMatch(/^问题/m);
    expect(out).toMatch(/^结论 +检查项 +说明$/m);
    expect(out).toMatch(/^通过 +任务队列 +PostgreSQL 正常应答$/m);
    expect(code).toBe(0);
  });

  it('fails when it finds a problem', async () => {
    const url = await stage.keep(cloneDemoDatabase());
    await queryOnce(url, 'delete from calendar_day');
    const { code, out } = await stage.zhuqi('doctor', { url });
    expect(out).toMatch(/^问题 +节假日/m);
    expect(code).toBe(1);
  });

  it('reports a database and a Redis that do not answer as problems in its table', async () => {
    const env = { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/z', REDIS_URL: 'redis://127.0.0.1:1' };
    const { code, out, err } = await stage.zhuqi('doctor', { env });
    expect(out).toMatch(/问题 +数据库[^]*问题 +任务队列 +Redis/);
    expect([code, err]).toEqual([1, '']);
  });
});
