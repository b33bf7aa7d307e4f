import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '@zhuqi/api';
import { drain, MessagingModule, QueueEngine } from '@zhuqi/messaging';
import { APPLICATION_ROLE, Database, PersistenceModule } from '@zhuqi/persistence';
import { Relay, Sweep, WorkerModule } from '@zhuqi/worker';
import request from 'supertest';
import { cloneDemoDatabase, DEMO_PASSWORD } from './demo-database';

const SETTLE_WITHIN_MS = 20_000;

const SETTINGS = {
  tokenSecret: 'only the tests sign with this secret of theirs',
  timeScaleControl: true,
  requestsPerMinute: 100_000,
  trustedProxies: [],
};

export interface Answer {
  readonly status: number;
  // The tests look into answers as a caller would, without our types.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  readonly headers: Record<string, string>;
}

/** Someone who is signed in, as a caller of the API. */
export interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** An action with the ticket's present version as If-Match. */
  act(ticketId: string, action: string, body?: object): Promise<Answer>;
}

/** API and worker in one process over a demo district of their own; time and queues move when the test says so. */
export interface DemoApp {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly engine: QueueEngine;
  readonly relay: Relay;
  readonly sweep: Sweep;
  readonly url: string;
  signIn(username: string): Promise<Caller>;
  /** Relay and queues until nothing is left to do. */
  settle(): Promise<void>;
  /** Moves business time, then sweeps and settles. */
  advance(by: { advanceMinutes: number } | { advanceWorkdays: number }): Promise<void>;
  /** Ends the program and leaves its database behind. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export interface DemoAppOptions {
  readonly redisUrl?: string | undefined;
  /** An existing demo database instead of a new one; it is left in place on closing. */
  readonly on?: string;
  /** False: jobs are published and nobody runs them. */
  readonly consumers?: boolean;
  /** When the storm brake is pulled, and how much it lets through; the program's own numbers when left out. */
  readonly storm?: { readonly stormTickets: number; readonly stormPerMinute: number };
}

export async function openDemoApp({
  redisUrl,
  on,
  consumers = true,
  storm,
}: DemoAppOptions = {}): Promise<DemoApp> {
  const clone = on === undefined ? await cloneDemoDatabase() : { url: on, drop: () => Promise.resolve() };
  const app = await createApi({
    settings: SETTINGS,
    modules: [
      PersistenceModule.forRoot({ url: clone.url, poolSize: 12, role: APPLICATION_ROLE }),
      MessagingModule.forRoot({ databaseUrl: clone.url, redisUrl, role: APPLICATION_ROLE }),
      WorkerModule.forRoot({ sweepSeconds: 1, timers: false, consumers, ...storm }),
    ],
    logger: false,
  });
  const engine = app.get(QueueEngine);
  const relay = app.get(Relay, { strict: false });
  const sweep = app.get(Sweep, { strict: false });
  const settle = async (): Promise<void> => {
    let sent = 1;
    while (sent > 0) {
      await drain(engine, SETTLE_WITHIN_MS);
      sent = await relay.tick();
    }
  };
  const signIn = (username: string): Promise<Caller> => callerOf(app, username);
  return {
    ...{ app, engine, relay, sweep, settle, signIn, url: clone.url },
    database: app.get(Database),
    advance: async (by) => {
      const moved = await (await signIn('admin')).post('/demo/clock', by);
      if (moved.status >= 300) throw new Error(`the clock did not move: ${JSON.stringify(moved.body)}`);
      await sweep.tick();
      await settle();
    },
    stop: () => app.close(),
    close: async () => {
      await app.close();
      await clone.drop();
    },
  };
}

async function callerOf(app: NestFastifyApplication, username: string): Promise<Caller> {
  const http = () => request(app.getHttpServer());
  const signedIn = await http().post('/api/v1/sessions').send({ username, password: DEMO_PASSWORD });
  const authorization = `Bearer ${signedIn.body.accessToken}`;
  const get = async (path: string): Promise<Answer> => http().get(addressOf(path)).set({ authorization });
  const post: Caller['post'] = async (path, body = {}, headers = {}) =>
    http()
      .post(addressOf(path))
      .set({ authorization, ...headers })
      .send(body);
  const patch: Caller['patch'] = async (path, body = {}, headers = {}) =>
    http()
      .patch(addressOf(path))
      .set({ authorization, ...headers })
      .send(body);
  const remove: Caller['delete'] = async (path) => http().delete(addressOf(path)).set({ authorization });
  const act: Caller['act'] = async (ticketId, action, body = {}) => {
    const seen = await get(`/tickets/${ticketId}`);
    return post(`/tickets/${ticketId}/${action}`, body, { 'if-match': seen.headers['etag'] ?? '"v0"' });
  };
  return { get, post, patch, act, delete: remove };
}

const addressOf = (path: string): string => (path.startsWith('/api/') ? path : `/api/v1${path}`);
