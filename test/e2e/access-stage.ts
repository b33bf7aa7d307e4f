import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type ApiSettings, createApi } from '@zhuqi/api';
import { CreateAccount } from '@zhuqi/application';
import type { Role } from '@zhuqi/domain';
import { APPLICATION_ROLE, Database, PersistenceModule } from '@zhuqi/persistence';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { type ClonedDatabase, cloneDatabase } from '../support/database';

export const PASSWORD = 'a long enough password';
export const TEST_SETTINGS: ApiSettings = {
  tokenSecret: 'only the tests sign with this secret of theirs',
  timeScaleControl: true,
  requestsPerMinute: 30_000,
  trustedProxies: [],
};

/** The API over a database of its own with two districts and whoever a test asks for. */
export interface Stage {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  http(): ReturnType<typeof request>;
  /** Makes a person with an account. */
  person(username: string, roles: readonly Role[]): Promise<string>;
  signIn(username: string, password?: string): Promise<SignedIn>;
  close(): Promise<void>;
}

export interface SignedIn {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly bearer: { readonly authorization: string };
}

export async function openStage(settings: Partial<ApiSettings> = {}): Promise<Stage> {
  const cloned = await cloneDatabase();
  const app = await createApi({
    settings: { ...TEST_SETTINGS, ...settings },
    modules: [PersistenceModule.forRoot({ url: cloned.url, poolSize: 5, role: APPLICATION_ROLE })],
    logger: false,
  });
  const database = app.get(Database);
  await database.rows(`insert into region (code, name, kind, parent_code) values
    ('220100', '长春市', 'city', null), ('220105', '二道区', 'district', '220100'),
    ('220106', '绿园区', 'district', '220100')`);
  return stageOf(app, database, cloned);
}

function stageOf(app: NestFastifyApplication, database: Database, cloned: ClonedDatabase): Stage {
  const http = () => request(app.getHttpServer());
  return {
    app,
    database,
    http,
    async person(username, roles) {
      const id = randomUUID();
      await database.rows(`insert into person (id, region_code, name, roles) values ($1, '220105', $2, $3)`, [
        id,
        `人员${username}`,
        roles,
      ]);
      await app.get(CreateAccount, { strict: false }).execute({ personId: id, username, password: PASSWORD });
      return id;
    },
    async signIn(username, password = PASSWORD) {
      const { body } = await http().post('/api/v1/sessions').send({ username, password }).expect(201);
      return { ...body, bearer: { authorization: `Bearer ${body.accessToken}` } };
    },
    async close() {
      await app.close();
      await cloned.drop();
    },
  };
}
