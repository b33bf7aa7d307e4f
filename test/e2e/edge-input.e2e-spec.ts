import { openStage, type Stage } from './access-stage';

const UNPAIRED = '"\\ud800"';

describe('the door', () => {
  let stage: Stage;
  let bearer: { authorization: string };
  beforeAll(async () => {
    stage = await openStage();
    await stage.person('office', ['office_dispatcher']);
    ({ bearer } = await stage.signIn('office'));
  });
  afterAll(() => stage.close());

  const post = (path: string, body: string | Buffer, type = 'application/json') =>
    stage.http().post(path).set(bearer).set('content-type', type).serialize(String).send(String(body));
  const elapsed = (body: string) => post('/api/v1/calendars/elapsed', body);
  const nested = (levels: number) => '{"calendar":'.repeat(levels) + '1' + '}'.repeat(levels);

  it.each([
    ['text that is no JSON', '{"a":'],
    ['a bare word', 'hello'],
  ])('refuses %s as malformed', async (_, body) => {
    const answer = await elapsed(body).expect(400);
    expect(answer.body).toMatchObject({ code: 'request.malformed', status: 400, title: '请求无法解析' });
  });

  it('refuses another content type and a body beyond its limit', async () => {
    const type = await post('/api/v1/calendars/elapsed', 'a=1', 'application/x-www-form-urlencoded').expect(
      415,
    );
    expect(type.body.code).toBe('request.unsupported_media_type');
    const large = await elapsed(JSON.stringify({ from: 'x'.repeat(256 * 1024) })).expect(413);
    expect(large.body.code).toBe('request.too_large');
  });

  it.each([
    ['a NUL', '{"from":"a\\u0000b"}', 'request.unsafe_text', '/from'],
    ['half a surrogate pair', `{"from":${UNPAIRED}}`, 'request.unsafe_text', '/from'],
    ['a NUL in a key', '{"calendar":{"\\u0000":1}}', 'request.unsafe_text', '/calendar'],
    ['a key that would reach a prototype', '{"__proto__":{"admin":true}}', 'request.unsafe_text', ''],
    ['a long list', `{"pauses":[${'1,'.repeat(1_000)}1]}`, 'request.too_deep', '/pauses'],
  ])('refuses %s before looking at the fields', async (_, body, code, pointer) => {
    const answer = await elapsed(body).expect(422);
    expect(answer.body).toMatchObject({ code, errors: [{ pointer, code }] });
  });

  it('refuses what is nested too deeply, however deeply', async () => {
    expect((await elapsed(nested(21)).expect(422)).body.code).toBe('request.too_deep');
    expect((await elapsed('['.repeat(100_000) + ']'.repeat(100_000)).expect(422)).body.code).toBe(
      'request.too_deep',
    );
    expect((await elapsed(nested(20)).expect(422)).body.code).toBe('request.invalid');
  });

  it('names every field that is not as it should be, in Chinese, unknown ones too', async () => {
    const answer = await elapsed('{"from":1,"extra":true,"pauses":[{"from":"2026-02-30T00:00:00Z"}]}').expect(
      422,
    );
    expect(answer.body.code).toBe('request.invalid');
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/extra', code: 'field.unknown', message: '没有这个字段' },
        expect.objectContaining({ pointer: '/from', message: expect.stringContaining('ISO-8601') }),
        { pointer: '/to', code: 'field.required', message: '必须填写' },
        expect.objectContaining({ pointer: '/pauses/0/from' }),
        { pointer: '/pauses/0/to', code: 'field.required', message: '必须填写' },
      ]),
    );
  });

  it.each(['[]', '"text"', '1', 'true'])(
    'refuses a body that is %s where an object is wanted',
    async (body) => {
      expect((await elapsed(body).expect(422)).body.code).toBe('request.invalid');
    },
  );

  it('asks who one is before it looks at the fields', async () => {
    await stage.http().post('/api/v1/calendars/elapsed').send({ extra: 1 }).expect(401);
  });

  it('knows no other addresses, and not malformed ones', async () => {
    const unknown = await stage.http().get('/api/v1/nowhere').expect(404);
    expect(unknown.body).toMatchObject({
      code: 'route.not_found',
      type: 'urn:zhuqi:problem:route.not_found',
    });
    expect(unknown.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(unknown.body.traceId).toBe(unknown.headers['x-trace-id']);
    await stage.http().get('/api/v1/tickets/%zz').expect(400);
    await stage
      .http()
      .get(`/api/v1/tickets/${'9'.repeat(300)}`)
      .set(bearer)
      .expect(404);
  });

  it('reads an id that cannot exist as not found', async () => {
    const answer = await stage.http().get('/api/v1/tickets/1%00').set(bearer).expect(404);
    expect(answer.body.code).toBe('resource.not_found');
  });

  it('sends what browsers need to be careful', async () => {
    const { headers } = await stage.http().get('/health/live').expect(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

describe('the allowance of requests', () => {
  it('is counted for each person alone and says when to come again', async () => {
    const stage = await openStage({ requestsPerMinute: 5 });
    try {
      for (const name of ['eager', 'calm']) await stage.person(name, ['auditor']);
      const [eager, calm] = [await stage.signIn('eager'), await stage.signIn('calm')];
      const statusOf = async (who: { bearer: { authorization: string } }) =>
        (await stage.http().get('/api/v1/me').set(who.bearer)).status;
      const statuses = [];
      for (let n = 0; n < 6; n += 1) statuses.push(await statusOf(eager));
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
      const refused = await stage.http().get('/api/v1/me').set(eager.bearer).expect(429);
      expect(refused.body.code).toBe('request.too_many');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(await statusOf(calm)).toBe(200);
    } finally {
      await stage.close();
    }
  });
});
