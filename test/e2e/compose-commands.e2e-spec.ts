import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedPostgres } from '@zhuqi/platform';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { ROOT, composeFile, environmentOf, requiredVariables } from '../support/compose-file';
import { startTemporaryPostgres, temporaryFolder } from '../support/postgres';
import { REDIS_MISSING, type TestRedis, hasRedis, startRedis } from '../support/redis';

const file = composeFile();
const CHOSEN = Object.fromEntries(
  requiredVariables(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8')).map((name, index) => [
    name,
    `Zx8qW3nR7tKp2LmV5bYc9HdF4gJs6Aeu${String(index)}`,
  ]),
);

/** What the image holds: the build, the installed packages, the health check. */
function layOutImage(): string {
  const image = temporaryFolder();
  const swc = createRequire(__filename).resolve('@swc/cli/bin/swc.js');
  const flags = ['-d', join(image, 'dist'), '--config-file', '.swcrc', '--ignore', '**/*spec.ts', '--quiet'];
  execFileSync(process.execPath, [swc, 'apps', 'libs', 'seeds', ...flags], { cwd: ROOT });
  symlinkSync(join(ROOT, 'node_modules'), join(image, 'node_modules'));
  mkdirSync(join(image, 'docker'));
  for (const path of ['package.json', 'docker/healthy.mjs']) cpSync(join(ROOT, path), join(image, path));
  return image;
}

/** What the first start of the postgres service does on its empty volume, with psql's variables filled in. */
async function createRoles(url: string): Promise<void> {
  const script = readFileSync(join(ROOT, 'docker/postgres/init/10-roles.sh'), 'utf8');
  const sql = /<<'SQL'\n([^]*?)\nSQL\n/.exec(script)![1]!;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      sql
        .replaceAll(`:'password'`, `'${CHOSEN['ZHUQI_PROGRAM_PASSWORD']!}'`)
        .replaceAll(`:"DBNAME"`, `"${new URL(url).pathname.slice(1)}"`),
    );
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A service of docker-compose.yml as a plain process. */
interface Running {
  readonly child: ChildProcess;
  readonly environment: Readonly<Record<string, string>>;
  output(): string;
}

const describeWithRedis = hasRedis() ? describe : describe.skip;

describeWithRedis(`the commands of docker-compose.yml (skipped when ${REDIS_MISSING})`, () => {
  const running: Running[] = [];
  let image: string;
  let postgres: EmbeddedPostgres;
  let redis: TestRedis;

  beforeAll(async () => {
    image = layOutImage();
    postgres = await startTemporaryPostgres('zhuqi');
    await createRoles(postgres.url);
    redis = (await startRedis())!;
  });

  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await redis.stop();
    await postgres.stop();
    rmSync(image, { recursive: true, force: true });
  });

  /** The compose file's own environment; only the places differ where Compose would have its network and volumes. */
  async function environment(name: string): Promise<Record<string, string>> {
    const given = environmentOf(file.services[name]!, CHOSEN);
    const database = new URL(postgres.url);
    const asked = new URL(given['DATABASE_URL']!);
    if (asked.username === 'zhuqi_program') {
      database.username = asked.username;
      database.password = asked.password;
    }
    return {
      ...given,
      DATABASE_URL: database.href,
      REDIS_URL: redis.url,
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      ZHUQI_DATA_DIR: join(image, 'data'),
      PATH: process.env['PATH']!,
      NODE_ENV: 'production',
    };
  }

  async function start(name: string): Promise<Running> {
    const [program = '', ...args] = file.services[name]!.command!;
    const env = await environment(name);
    const child = spawn(program, args, { cwd: image, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const listen = (chunk: Buffer) => (said += chunk.toString());
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    const service = { child, environment: env, output: () => said };
    running.push(service);
    return service;
  }

  /** Runs the image's own health check: what it complains of, or nothing. */
  async function complaint(environment: Readonly<Record<string, string>>): Promise<string> {
    const check = spawn(process.execPath, ['docker/healthy.mjs'], { cwd: image, env: environment });
    let said = 'no answer';
    check.stderr.on('data', (chunk: Buffer) => (said = chunk.toString()));
    const [code] = (await once(check, 'exit')) as [number];
    return code === 0 ? '' : said;
  }

  /** A consumer of ours blocks on its queue; nobody else does that. */
  async function noConsumer(): Promise<string> {
    const client = new Redis(redis.url);
    const clients = String(await client.client('LIST'));
    client.disconnect();
    return /cmd=bzpopmin/.test(clients) ? '' : 'nobody waits for jobs';
  }

  /** Asks until there is nothing to complain of; throws the last complaint and the program's own words. */
  async function ready({ child, environment: env, output }: Running, name: string): Promise<void> {
    const deadline = Date.now() + 30_000;
    const ask = { api: () => complaint(env), worker: noConsumer }[name]!;
    let last = 'never asked';
    while (Date.now() < deadline && child.exitCode === null) {
      last = await ask();
      if (last === '') return;
      await pause(100);
    }
    throw new Error(`${name} is not ready: ${last}\n${output()}`);
  }

  async function exitCode({ child }: Running): Promise<number | null> {
    if (child.exitCode !== null) return child.exitCode;
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  }

  test.each(['first', 'second'])('migrate and seed the reference data, the %s time as well', async () => {
    const migrate = await start('migrate');
    expect({ code: await exitCode(migrate), said: migrate.output() }).toMatchObject({ code: 0 });
  });

  test.each(['api', 'worker'])(
    'start %s as the unprivileged role, ready, and stop it with SIGTERM',
    async (name) => {
      const service = await start(name);
      await ready(service, name);
      service.child.kill('SIGTERM');
      expect({ code: await exitCode(service), said: service.output() }).toMatchObject({ code: 0 });
    },
  );
});
