import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { type ClonedDatabase, cloneDatabase, queryOnce } from '../support/database';
import { cloneDemoDatabase } from '../support/demo-database';
import type { Finished, Program } from '../support/programs';
import { addressOf, StandaloneStage } from './standalone-stage';

const PASSWORD = 'demo-Password-1';
let stage: StandaloneStage;

beforeAll(() => {
  stage = new StandaloneStage();
});

afterAll(() => stage.close());

describe('npm start on a database of one’s own', () => {
  let database: ClonedDatabase;
  let server: Server | undefined;
  const held: Socket[] = [];

  beforeEach(async () => {
    database = await cloneDatabase();
  });

  afterEach(async () => {
    await database.drop();
    for (const socket of held.splice(0)) socket.destroy();
    server?.close();
    server = undefined;
  });

  /** Takes connections and never says a word. */
  async function mute(): Promise<number> {
    server = createServer((socket) => held.push(socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  const production = (url: string, env: Readonly<Record<string, string>> = {}): Program =>
    stage.start({
      DATABASE_URL: url,
      ZHUQI_TOKEN_SECRET: 'Zx8qW3nR7tKp2LmV5bYc9HdF4gJs6Aeu',
      ZHUQI_DATA_DIR: join(stage.image, 'unused'),
      ...env,
    });

  function spoilt(part: 'password' | 'pathname' | 'port', value: string): string {
    const url = new URL(database.url);
    url[part] = value;
    return url.href;
  }

  it('is no demo: it is ready with the reference data and says how to make the first account', async () => {
    const running = production(database.url);
    await addressOf(running);
    expect(running.said).toContain('zhuqi -- admin create');
    expect(running.said).not.toContain('演示');
    expect(await queryOnce(database.url, 'select 1 from enterprise')).toEqual([]);
    expect((await running.stop()).code).toBe(0);
  });

  /** One sentence that says what to do, no stack, no secret, and not 0. */
  function expectRefusal({ code, err }: Finished, said: RegExp): void {
    expect(err).toMatch(said);
    expect(err).toMatch(/^无法启动：/);
    expect(err).not.toMatch(/^\s+at /m);
    expect(err).not.toContain('Zx8qW3nR7tKp2LmV5bYc9HdF4gJs6Aeu');
    expect(code).toBe(1);
  }

  it('refuses a port that is taken, before it touches the database', async () => {
    const port = String(await mute());
    const running = production(database.url, { PORT: port });
    expectRefusal(await running.finished(), new RegExp(`127.0.0.1:${port} 端口已被占用.*PORT=3001`));
    expect(await queryOnce(database.url, 'select 1 from region')).toEqual([]);
  });

  it('refuses an address this machine does not have', async () => {
    expectRefusal(
      await production(database.url, { HOST: '192.0.2.1' }).finished(),
      /192\.0\.2\.1.*检查 HOST/,
    );
  });

  it('refuses a database where nobody listens', async () => {
    expectRefusal(await production(spoilt('port', '1')).finished(), /数据库没有应答.*database\.unreachable/);
  });

  it('refuses a database that takes the connection and stays silent', async () => {
    const url = spoilt('port', String(await mute()));
    expectRefusal(await production(url).finished(), /数据库没有应答.*database\.unreachable/);
  });

  it('refuses a wrong password', async () => {
    expectRefusal(await production(spoilt('password', 'wrong')).finished(), /拒绝登录.*database\.refused/);
  });

  it('refuses a database that does not exist', async () => {
    expectRefusal(
      await production(spoilt('pathname', '/nowhere')).finished(),
      /库名不存在.*database\.unknown/,
    );
  });

  it('refuses a schema written by a newer program', async () => {
    await queryOnce(
      database.url,
      `insert into schema_migration (timestamp, name) values (1999999999999, 'Future1999999999999')`,
    );
    expectRefusal(
      await production(database.url).finished(),
      /更新版本的程序.*Future1999999999999.*schema\.newer/,
    );
  });

  it('refuses to make a demo of a database with real tickets', async () => {
    const real = await cloneDemoDatabase();
    await queryOnce(real.url, 'delete from seed_state');
    const running = production(real.url, { ZHUQI_DEMO: '1', ZHUQI_DEMO_PASSWORD: PASSWORD });
    expectRefusal(await running.finished(), /已有真实诉求.*demo\.real_data/);
    await real.drop();
  });

  it('refuses a data folder it cannot write to', async () => {
    const file = join(stage.dataFolder(), 'file');
    writeFileSync(file, '');
    expectRefusal(await stage.start({ ZHUQI_DATA_DIR: join(file, 'data') }).finished(), /数据目录 .*不可写/);
    const withDatabase = production(database.url, { ZHUQI_DEMO: '1', ZHUQI_DATA_DIR: join(file, 'data') });
    expectRefusal(await withDatabase.finished(), /数据目录 .*不可写/);
  });

  it('refuses a wrong configuration and names every mistake', async () => {
    const env = { PORT: '99999', ZHUQI_DEMO: 'yes', ZHUQI_TOKEN_SECRET: 'short' };
    const { code, err } = await production(database.url, env).finished();
    expect(code).toBe(1);
    expect(err).toMatch(/3 处[^]*PORT[^]*ZHUQI_DEMO[^]*ZHUQI_TOKEN_SECRET/);
  });
});
