import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '@zhuqi/api';
import { CreateAccount } from '@zhuqi/application';
import { MEASURES } from '@zhuqi/domain';
import { APPLICATION_ROLE, PersistenceModule } from '@zhuqi/persistence';
import request, { type Response } from 'supertest';
import { springStories, tell } from './ledger-story';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { actor, settleTwoDistricts, type ActorKey } from './two-districts';

const PASSWORD = 'a long enough password';
const SETTINGS = {
  tokenSecret: 'only the tests sign with this secret of theirs',
  timeScaleControl: false,
  requestsPerMinute: 30_000,
  trustedProxies: [],
};

describe('reading over HTTP', () => {
  let room: ReadingRoom;
  let app: NestFastifyApplication;
  const tokens = new Map<ActorKey, string>();

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    for (const story of springStories(24)) await tell(room, story);
    app = await createApi({
      settings: SETTINGS,
      modules: [PersistenceModule.forRoot({ url: room.url, poolSize: 5, role: APPLICATION_ROLE })],
      logger: false,
    });
    for (const key of ['office', 'officer', 'enterprise'] as const) await signIn(key);
  });

  afterAll(async () => {
    await app.close();
    await room.close();
  });

  async function signIn(username: ActorKey): Promise<void> {
    const account = { personId: actor(username).id, username, password: PASSWORD };
    await app.get(CreateAccount, { strict: false }).execute(account);
    const answer = await request(app.getHttpServer())
      .post('/api/v1/sessions')
      .send({ username, password: PASSWORD });
    tokens.set(username, answer.body.accessToken);
  }

  const get = (key: ActorKey, path: string): Promise<Response> =>
    request(app.getHttpServer())
      .get(path)
      .set('authorization', `Bearer ${tokens.get(key) ?? ''}`);

  async function everyItem(key: ActorKey, path: string): Promise<{ id: string }[]> {
    const items: { id: string }[] = [];
    let cursor = '';
    do {
      const { body } = await get(key, `${path}${path.includes('?') ? '&' : '?'}limit=5${cursor}`);
      items.push(...body.items);
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    return items;
  }

  it.each([
    '/api/v1/categories',
    '/api/v1/regions',
    '/api/v1/units',
    '/api/v1/people',
    '/api/v1/enterprises',
    '/api/v1/tickets',
    '/api/v1/tickets?status=submitted,accepted&view=triage&sort=-submittedAt&total=true',
    '/api/v1/escalations',
    '/api/v1/notices?unread=true',
  ])('answers %s with items and a cursor', async (path) => {
    const { status, body } = await get('office', path);
    expect([status, Array.isArray(body.items), body.nextCursor === null || typeof body.nextCursor]).toEqual([
      200,
      true,
      body.nextCursor === null ? true : 'string',
    ]);
  });

  it('gives every ticket once, page by page', async () => {
    const ids = (await everyItem('office', '/api/v1/tickets')).map(({ id }) => id);
    const { body } = await get('office', '/api/v1/tickets?total=true&limit=1');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(body.total);
  });

  it('leaves out the fields of a holder that nobody is, and writes instants in UTC', async () => {
    const { body } = await get('office', '/api/v1/tickets?limit=1');
    expect(body.items[0]).toMatchObject({ holder: {}, nextDueAt: null, categoryName: expect.any(String) });
    expect(body.items[0].submittedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  describe('the figures', () => {
    const PERIOD = '/api/v1/statistics/resolution?from=2023-05-01&to=2023-06-30';

    it.each(['none', 'township', 'department', 'tier,month', 'officer', 'leader'])(
      'cut by %s name an address where each of them is listed',
      async (groupBy) => {
        const { body } = await get('office', `${PERIOD}&groupBy=${groupBy}`);
        expect(body.rows).not.toHaveLength(0);
        for (const row of [...body.rows, body.total]) {
          expect(row.ticketsUrl).toMatch(/^\/api\/v1\/statistics\/resolution\/tickets\?/);
          expect(row.ticketsUrl).toContain('asOf=');
          expect(row.ticketsUrl).not.toMatch(/[?&](limit|cursor|measure)=/);
          expect((await everyItem('office', row.ticketsUrl)).length).toBe(row.collected);
          expect((await everyItem('office', `${row.ticketsUrl}&measure=resolved`)).length).toBe(row.resolved);
        }
      },
    );

    it('carry their rate with both its numbers', async () => {
      const { total } = (await get('office', PERIOD)).body;
      expect(total.rate).toMatchObject({ numerator: total.resolved, denominator: total.collected });
      expect(total.rate.display).toMatch(/^\d+\.\d%$/);
      expect(Object.keys(total)).toEqual(expect.arrayContaining([...MEASURES, 'rate', 'ticketsUrl']));
    });

    it('name one key plainly and two as a pair', async () => {
      const one = (await get('office', `${PERIOD}&groupBy=month`)).body.rows[0];
      expect([one.key, one.label]).toEqual(['2023-05', '2023年05月']);
      const two = (await get('office', `${PERIOD}&groupBy=month,tier`)).body.rows[0];
      expect([two.key, two.label]).toEqual([
        ['2023-05', '1'],
        ['2023年05月', '驻企专员'],
      ]);
    });
  });

  it.each([
    ['/api/v1/tickets?status=unheard', 422, 'request.invalid'],
    ['/api/v1/tickets?tier=6', 422, 'request.invalid'],
    ['/api/v1/tickets?q=%20', 422, 'request.invalid'],
    ['/api/v1/tickets?limit=101', 422, 'request.invalid'],
    ['/api/v1/tickets?cursor=nonsense', 422, 'cursor.invalid'],
    ['/api/v1/statistics/resolution?groupBy=street', 422, 'statistics.group_by'],
    ['/api/v1/statistics/resolution?from=2023-02-30', 422, 'request.invalid'],
    ['/api/v1/statistics/resolution?from=2023-02-02&to=2023-02-01', 422, 'request.invalid'],
    ['/api/v1/statistics/resolution?regionCode=220106', 404, 'statistics.region'],
    ['/api/v1/statistics/resolution/tickets?township=here', 422, 'request.invalid'],
    [`/api/v1/enterprises/${idOf('lvshun')}`, 404, 'enterprise.not_found'],
    [`/api/v1/enterprises/${idOf('lvshun')}/pairings`, 404, 'enterprise.not_found'],
    ['/api/v1/enterprises/nobody', 404, 'resource.not_found'],
  ])('refuses %s with %i %s', async (path, status, code) => {
    const answer = await get('office', path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('keeps the escalation queue to those it is for', async () => {
    expect((await get('officer', '/api/v1/escalations')).status).toBe(403);
    expect((await get('enterprise', '/api/v1/escalations')).status).toBe(403);
  });

  it('marks a notice read, twice alike, and knows no other person’s', async () => {
    const id = idOf('notice');
    const told = {
      ticket_id: idOf('s0'),
      seq: 1,
      recipient_id: idOf('officer'),
      kind: 'urged',
      text: '请办理',
    };
    await room.insert('notice', { id, ...told, at: '2023-10-19T01:00:00Z' });
    const read = (key: ActorKey) =>
      request(app.getHttpServer())
        .post(`/api/v1/notices/${id}/read`)
        .set('authorization', `Bearer ${tokens.get(key) ?? ''}`);
    expect((await read('enterprise')).status).toBe(404);
    expect((await read('officer')).status).toBe(204);
    expect((await read('officer')).status).toBe(204);
    expect((await get('officer', '/api/v1/notices?unread=true')).body.items).toEqual([]);
    expect((await get('officer', '/api/v1/notices')).body.items).toHaveLength(1);
  });
});
