import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { EmbeddedPostgres } from '@zhuqi/platform';
import { ROOT, composeFile, environmentOf, requiredVariables } from '../support/compose-file';
import { queryOnce } from '../support/database';
import { startTemporaryPostgres } from '../support/postgres';
import { buildPrograms, type Program, startCommand, startProgram, until } from '../support/programs';
import { REDIS_MISSING, type TestRedis, hasRedis, startRedis } from '../support/redis';

const PASSWORD = 'demo-Password-1';
const file = composeFile();
const CHOSEN = Object.fromEntries(
  requiredVariables(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8')).map((name, index) => [
    name,
    `Zx8qW3nR7tKp2LmV5bYc9HdF4gJs6Aeu${String(index)}`,
  ]),
);

/** What the first start of the postgres service does on its empty volume, with psql's variables filled in. */
async function createRoles(url: string): Promise<void> {
  const script = readFileSync(join(ROOT, 'docker/postgres/init/10-roles.sh'), 'utf8');
  const sql = /<<'SQL'\n([^]*?)\nSQL\n/.exec(script)![1]!;
  await queryOnce(
    url,
    sql
      .replaceAll(`:'password'`, `'${CHOSEN['ZHUQI_PROGRAM_PASSWORD']!}'`)
      .replaceAll(`:"DBNAME"`, `"${new URL(url).pathname.slice(1)}"`),
  );
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
interface Service {
  readonly program: Program;
  readonly env: Readonly<Record<string, string>>;
}

const describeWithRedis = hasRedis() ? describe : describe.skip;

describeWithRedis(`the commands of docker-compose.yml (skipped when ${REDIS_MISSING})`, () => {
  const services: Service[] = [];
  let image: string;
  let postgres: EmbeddedPostgres;
  let redis: TestRedis;

  beforeAll(async () => {
    image = buildPrograms();
    postgres = await startTemporaryPostgres('zhuqi');
    await createRoles(postgres.url);
    redis = (await startRedis())!;
  });

  afterAll(async () => {
    for (const { program } of services.filter((each) => each.program.running)) await program.stop('SIGKILL');
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
      NODE_ENV: 'production',
    };
  }

  async function start(name: string): Promise<Service> {
    const env = await environment(name);
    const service = { program: startCommand(file.services[name]!.command!, { image, env }), env };
    services.push(service);
    return service;
  }

  /** The image's own health check. */
  const isHealthy = async ({ env }: Service): Promise<boolean> =>
    (await startCommand([process.execPath, 'docker/healthy.mjs'], { image, env }).finished()).code === 0;

  test.each(['first', 'second'])('migrate and seed the reference data, the %s time as well', async () => {
    const { program } = await start('migrate');
    expect(await program.finished()).toMatchObject({ code: 0, err: '' });
  });

  describe('the API and the worker, as the unprivileged role', () => {
    let api: Service;
    let worker: Service;
    let address: string;

    beforeAll(async () => {
      const env = { ...(await environment('migrate')), ZHUQI_DEMO: '1', ZHUQI_DEMO_PASSWORD: PASSWORD };
      const seeded = await startProgram('cli', { image, args: ['seed', 'demo'], env }).finished();
      expect(seeded).toMatchObject({ code: 0, err: '' });
      [api, worker] = [await start('api'), await start('worker')];
      address = `http://127.0.0.1:${api.env['PORT']!}`;
      await until(() => isHealthy(api));
    });

    async function call(path: string, token?: string, body?: object): Promise<Response> {
      const headers = {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      };
      const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      return fetch(`${address}${path}`, { headers, ...sent });
    }

    test('are ready, and a problem submitted to the one is routed by the other', async () => {
      expect((await call('/health/ready')).status).toBe(200);
      const account = { username: 'enterprise', password: PASSWORD };
      const session = await call('/api/v1/sessions', undefined, account);
      const { accessToken } = (await session.json()) as { accessToken: string };
      const problem = { title: '厂区门口积水', description: '下雨后无法进出', category: 'infrastructure' };
      const submitted = await call('/api/v1/tickets', accessToken, problem);
      expect(submitted.status).toBe(201);
      const { id } = (await submitted.json()) as { id: string };
      await until(async () => {
        const ticket = await call(`/api/v1/tickets/${id}`, accessToken);
        const { status, holder } = (await ticket.json()) as { status: string; holder: object | null };
        return status === 'dispatched' && holder !== null;
      });
    });

    test('stop with 0 on SIGTERM, within the 20 seconds they promise', async () => {
      const began = Date.now();
      const ends = await Promise.all([api, worker].map(({ program }) => program.stop()));
      expect(ends.map(({ code }) => code)).toEqual([0, 0]);
      expect(Date.now() - began).toBeLessThan(20_000);
    });
  });
});
