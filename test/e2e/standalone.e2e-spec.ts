import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Program, startProgram, until } from '../support/programs';
import { addressOf, StandaloneStage } from './standalone-stage';

const PASSWORD = 'demo-Password-1';
const FIGURES = '/api/v1/statistics/resolution?regionCode=220105&from=2023-01-01&to=2023-12-31';
const rootOnly = process.getuid?.() === 0 ? it : it.skip;

let stage: StandaloneStage;

beforeAll(() => {
  stage = new StandaloneStage();
});

afterAll(() => stage.close());

const demoOn = (dataDir: string): Program =>
  stage.start({ ZHUQI_DATA_DIR: dataDir, ZHUQI_DEMO_PASSWORD: PASSWORD });

async function call<T>(
  address: string,
  path: string,
  given: { body?: object; token?: string } = {},
): Promise<T> {
  const { body, token } = given;
  const answer = await fetch(`${address}${path}`, {
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  expect(answer.status).toBeLessThan(300);
  return (await answer.json()) as T;
}

interface TicketPage {
  readonly items: readonly { readonly number: string }[];
  readonly total: number;
}

async function signIn(address: string, username: string, password = PASSWORD): Promise<string> {
  const body = { username, password };
  return (await call<{ accessToken: string }>(address, '/api/v1/sessions', { body })).accessToken;
}

async function figures(address: string, password = PASSWORD): Promise<unknown> {
  const token = await signIn(address, 'office', password);
  const { total } = await call<{ total: Record<string, unknown> }>(address, FIGURES, { token });
  return [total['collected'], total['resolved'], (total['rate'] as { display: string }).display];
}

async function businessTime(address: string): Promise<number> {
  return Date.parse((await call<{ businessTime: string }>(address, '/health/ready')).businessTime);
}

/** Process id and port of the server in a data folder, from its own pid file. */
function postmaster(dataDir: string): { pid: number; port: number } {
  const [pid, , , port] = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8')
    .split('\n')
    .map(Number);
  return { pid: pid ?? 0, port: port ?? 0 };
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

/** Tickets in an embedded database that may not be up yet. */
async function toldSoFar(own: string): Promise<number> {
  let client: Client | undefined;
  try {
    const password = readFileSync(join(own, 'postgres.password'), 'utf8').trim();
    client = new Client({ host: '127.0.0.1', port: postmaster(own).port, user: 'zhuqi', password });
    await client.connect();
    return Number((await client.query<{ n: string }>('select count(*) as n from ticket')).rows[0]?.n);
  } catch {
    return 0;
  } finally {
    await client?.end();
  }
}

describe('npm start', () => {
  let dataDir: string;
  let running: Program;

  beforeAll(() => {
    dataDir = stage.dataFolder();
  });

  it('brings everything up from nothing and says where and how to sign in', async () => {
    running = demoOn(dataDir);
    const address = await addressOf(running);
    expect(running.said).toContain(`密码均为 ${PASSWORD}`);
    for (const name of [
      'office',
      'leader',
      'officer',
      'township',
      'department',
      'enterprise',
      'city',
      'admin',
    ]) {
      expect(running.said).toMatch(new RegExp(`^ +${name} `, 'm'));
    }
    expect(running.said).toContain('2023年10月20日星期五 09:00');
    expect(await figures(address)).toEqual([181, 161, '88.9%']);
  });

  it('lets no second program onto its data', async () => {
    const { code, err } = await demoOn(dataDir).finished();
    expect(code).toBe(1);
    expect(err).toMatch(/无法启动：数据目录 .* 正在被另一个助企程序使用（进程 \d+）/);
  });

  it('ends with 0 on SIGTERM and takes its PostgreSQL along', async () => {
    const { pid } = postmaster(dataDir);
    expect((await running.stop()).code).toBe(0);
    expect(isGone(pid)).toBe(true);
  });

  it('leaves its database to the operator’s commands while it is stopped, and only then', async () => {
    const verify = () =>
      startProgram('cli', {
        image: stage.image,
        args: ['verify'],
        env: { ZHUQI_DATA_DIR: dataDir },
      }).finished();
    expect(await verify()).toMatchObject({ code: 0, err: '' });
    running = demoOn(dataDir);
    await addressOf(running);
    expect(await verify()).toMatchObject({
      code: 1,
      err: expect.stringContaining('正在被另一个助企程序使用'),
    });
    await running.stop();
  });

  it('starts again with the same figures, and demo time has stood still meanwhile', async () => {
    running = demoOn(dataDir);
    let address = await addressOf(running);
    expect(await figures(address)).toEqual([181, 161, '88.9%']);
    const [stoodAt, wallBefore] = [await businessTime(address), Date.now()];
    await running.stop();
    running = demoOn(dataDir);
    address = await addressOf(running);
    const passed = (await businessTime(address)) - stoodAt;
    expect(passed).toBeGreaterThanOrEqual(0);
    // A clock that ran on would have passed as much as the wall's; starting alone takes longer than this.
    expect(Date.now() - wallBefore - passed).toBeGreaterThan(500);
  });

  it('leaves no PostgreSQL behind when it is killed, and does not turn the demo’s time back', async () => {
    const address = await addressOf(running);
    const token = await signIn(address, 'admin');
    const body = { advanceMinutes: 60 };
    const { now } = await call<{ now: string }>(address, '/api/v1/demo/clock', { body, token });
    const { pid } = postmaster(dataDir);
    await running.stop('SIGKILL');
    await until(() => isGone(pid), 10_000);
    running = demoOn(dataDir);
    expect(await businessTime(await addressOf(running))).toBeGreaterThanOrEqual(Date.parse(now));
    expect((await running.stop()).code).toBe(0);
  });

  it('tells the story anew when it was killed in the middle of it, with the password it had made before', async () => {
    const own = stage.dataFolder();
    const first = stage.start({ ZHUQI_DATA_DIR: own });
    await until(() => toldSoFar(own).then((told) => told > 20), 60_000);
    const kept = readFileSync(join(own, 'demo.password'), 'utf8').trim();
    await first.stop('SIGKILL');
    expect(first.said).not.toContain('已启动');
    running = stage.start({ ZHUQI_DATA_DIR: own });
    const address = await addressOf(running);
    expect(/密码均为 (\S+)）/.exec(running.said)?.[1]).toBe(kept);
    expect(statSync(join(own, 'demo.password')).mode & 0o777).toBe(0o600);
    expect(await figures(address, kept)).toEqual([181, 161, '88.9%']);
    const token = await signIn(address, 'city', kept);
    const path = '/api/v1/tickets?sort=-submittedAt&limit=100&total=true';
    const { items, total } = await call<TicketPage>(address, path, { token });
    // Numbered from the start again, as if the first telling had never been.
    expect(Math.max(...items.map(({ number }) => Number(number.slice(-6))))).toBeLessThanOrEqual(total);
    await running.stop();
  });

  rootOnly('puts the database elsewhere, and says where, when its folder lies in a closed home', async () => {
    const home = stage.dataFolder();
    chmodSync(home, 0o700);
    running = stage.start({ ZHUQI_DATA_DIR: join(home, 'data'), ZHUQI_DEMO: '0' });
    const [, place = ''] = await running.says(/注意：.*数据库文件放在 (\S+)。/);
    stage.keep(place);
    await addressOf(running);
    expect(running.said).toContain(`数据目录 ${place}`);
    expect(statSync(join(place, 'PG_VERSION')).isFile()).toBe(true);
    expect((await running.stop()).code).toBe(0);
  });
});
