import { createServer, connect, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { createApi } from '@zhuqi/api';
import { DatabaseConnection, PersistenceModule } from '@zhuqi/persistence';
import request from 'supertest';
import { type ClonedDatabase, cloneDatabase } from '../support/database';
import { openStage, type Stage, TEST_SETTINGS } from './access-stage';

describe('health, figures and documents', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const checksOf = (body: { checks: { name: string; ok: boolean }[] }) =>
    Object.fromEntries(body.checks.map(({ name, ok }) => [name, ok]));

  it('is not ready until a district can promise something', async () => {
    const before = await stage.http().get('/health/ready').expect(503);
    expect(before.body.status).toBe('notReady');
    expect(checksOf(before.body)).toMatchObject({
      database: true,
      migrations: true,
      seeded: false,
      clock: true,
    });
    await stage.database.rows(`insert into calendar_version values ('220105', 1, '{}', null, '启用')`);
    await stage.database.rows(`insert into policy values ('220105', 1, '2023-01-01', '{}')`);
    const after = await stage.http().get('/health/ready').expect(200);
    expect(after.body).toMatchObject({ status: 'ready', demo: false });
    expect(Math.abs(Date.parse(after.body.businessTime) - Date.now())).toBeLessThan(5_000);
  });

  it('tells a schema that is older or newer than the program', async () => {
    const owner = await stage.database.connect();
    try {
      await owner.query('set role none');
      await owner.query(`insert into schema_migration ("timestamp", name) values (9, 'FromTheFuture')`);
      const newer = await stage.http().get('/health/ready').expect(503);
      expect(checksOf(newer.body).migrations).toBe(false);
      await owner.query(`delete from schema_migration where name = 'FromTheFuture'`);
    } finally {
      owner.release(true);
    }
    await stage.http().get('/health/ready').expect(200);
  });

  it('lives outside the prefix', async () => {
    expect((await stage.http().get('/health/live').expect(200)).body).toEqual({ status: 'live' });
    await stage.http().get('/api/v1/health/live').expect(404);
  });

  it('measures requests by the template of their route, so that no id becomes a figure', async () => {
    await stage.http().get('/api/v1/tickets/11111111-1111-4111-8111-111111111111');
    await stage.http().get('/api/v1/invented/by/somebody');
    const { text } = await stage.http().get('/metrics').expect(200);
    expect(text).toContain('route="/api/v1/tickets/:id"');
    expect(text).toContain('route="unmatched"');
    expect(text).not.toContain('invented');
    expect(text).toMatch(/^zhuqi_open_tickets 0$/m);
    expect(text).toMatch(/^zhuqi_outbox_unfinished 0$/m);
  });

  it('warns of what the last nightly verification has found, and stays ready', async () => {
    const verified = async (faults: number) => {
      await stage.database.rows(
        `insert into verification values ('2026-11-22', now(), now(), 10, 10, ${String(faults)})
          on conflict (night) do update set faults = excluded.faults`,
      );
      const { body } = await stage.http().get('/health/ready').expect(200);
      const { text } = await stage.http().get('/metrics').expect(200);
      return { ...checksOf(body), gauge: /^zhuqi_verify_faults (.*)$/m.exec(text)?.[1] };
    };
    expect((await stage.http().get('/metrics').expect(200)).text).not.toMatch(/^zhuqi_verify_faults \d/m);
    expect(await verified(0)).toMatchObject({ verified: true, gauge: '0' });
    expect(await verified(3)).toMatchObject({ verified: false, gauge: '3' });
  });

  it('serves the documents to programs and to people', async () => {
    const { body } = await stage.http().get('/openapi.json').expect(200);
    expect(body.openapi).toMatch(/^3\./);
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/api/v1/sessions', '/api/v1/tickets/{id}']),
    );
    const page = await stage.http().get('/docs').expect(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    await stage.http().get('/docs/swagger-ui-bundle.js').expect(200);
    expect((await stage.http().get('/docs/swagger-ui-init.js').expect(200)).text).toContain(
      '/api/v1/sessions',
    );
  });
});

/** Stands between the API and PostgreSQL, so that a test can take PostgreSQL away and give it back. */
class Wire {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  constructor(
    private readonly target: URL,
    private port = 0,
  ) {}

  async mend(): Promise<void> {
    this.server = createServer((inward) => {
      const outward = connect(Number(this.target.port), this.target.hostname);
      for (const socket of [inward, outward]) {
        this.sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => [inward, outward].forEach((each) => each.destroy()));
      }
      inward.pipe(outward).pipe(inward);
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as { port: number }).port;
  }

  async cut(): Promise<void> {
    const closed = once(this.server!, 'close');
    this.server!.close();
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
    await closed;
  }

  get url(): string {
    const url = new URL(this.target);
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }
}

describe('without PostgreSQL', () => {
  let cloned: ClonedDatabase;
  let wire: Wire;
  beforeAll(async () => {
    cloned = await cloneDatabase();
    wire = new Wire(new URL(cloned.url));
    await wire.mend();
    await wire.cut();
  });
  afterAll(() => cloned.drop());

  it('starts all the same, answers 503 within three seconds, and works when PostgreSQL is there', async () => {
    const modules = [PersistenceModule.forRoot({ url: wire.url, poolSize: 3 })];
    const app = await createApi({ settings: TEST_SETTINGS, modules, logger: false });
    const http = () => request(app.getHttpServer());
    const signIn = () => http().post('/api/v1/sessions').send({ username: 'nobody', password: 'x' });
    try {
      await http().get('/health/live').expect(200);
      expect((await http().get('/health/ready').expect(503)).body.checks[0]).toMatchObject({
        name: 'database',
        ok: false,
      });
      const began = Date.now();
      const refused = await signIn().expect(503);
      expect(Date.now() - began).toBeLessThan(3_000);
      expect(refused.body.code).toBe('service.unavailable');
      expect(refused.headers['retry-after']).toBe('2');
      expect(JSON.stringify(refused.body)).not.toMatch(/postgres|ECONN|select|127\.0\.0\.1/i);

      await wire.mend();
      await app.get(DatabaseConnection, { strict: false }).connected;
      await signIn().expect(401);

      await wire.cut();
      await signIn().expect(503);
      await wire.mend();
      await signIn().expect(401);
    } finally {
      await app.close();
      await wire.cut();
    }
  });
});
