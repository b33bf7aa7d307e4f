import { RealClock } from '@zhuqi/application';
import { SignJWT, UnsecuredJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { openStage, type Stage, TEST_SETTINGS } from './access-stage';

const SECRET = new TextEncoder().encode(TEST_SETTINGS.tokenSecret);

describe('an access token', () => {
  let stage: Stage;
  let personId: string;
  let family: string;
  beforeAll(async () => {
    stage = await openStage();
    personId = await stage.person('officer', ['liaison_officer']);
    const { refreshToken } = await stage.signIn('officer');
    expect(refreshToken).toMatch(/^zr_/);
    const [row] = await stage.database.rows<{ family: string }>('select family from account_session');
    family = row!.family;
  });
  afterAll(() => stage.close());

  const me = (token: string) => stage.http().get('/api/v1/me').set('authorization', `Bearer ${token}`);

  /** A token as we make them, with what a test changes about it. */
  const forged = (change: {
    payload?: Record<string, unknown>;
    typ?: string;
    alg?: string;
    secret?: Uint8Array;
  }) => {
    const now = Math.floor(Date.now() / 1_000);
    const payload = {
      ...{ iss: 'zhuqi', aud: 'zhuqi-api', sub: personId, fam: family, ver: 1, iat: now, exp: now + 600 },
      ...change.payload,
    };
    const typ = change.typ ?? 'at+jwt';
    return new SignJWT(payload)
      .setProtectedHeader({ alg: change.alg ?? 'HS256', typ })
      .sign(change.secret ?? SECRET);
  };

  it('made like ours is taken, so that the refusals below refuse for their own reason', async () => {
    await me(await forged({})).expect(200);
  });

  it.each([
    ['of another issuer', { payload: { iss: 'somebody' } }],
    ['for another audience', { payload: { aud: 'zhuqi-mail' } }],
    ['of another type', { typ: 'JWT' }],
    ['of another algorithm', { alg: 'HS512', secret: new Uint8Array(64).fill(7) }],
    ['of another secret', { secret: new Uint8Array(32).fill(7) }],
    ['that has ended', { payload: { exp: Math.floor(Date.now() / 1_000) - 60 } }],
    ['that never ends', { payload: { exp: undefined } }],
    ['that lives longer than ours do', { payload: { iat: Math.floor(Date.now() / 1_000) - 86_400 } }],
    ['of nobody', { payload: { sub: randomUUID() } }],
    ['of a subject that is no id', { payload: { sub: "' or 1=1 --" } }],
    ['of a former session version', { payload: { ver: 0 } }],
    ['without its sign-in', { payload: { fam: undefined } }],
  ])('%s is refused', async (_, change) => {
    const answer = await me(await forged(change));
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe('session.expired');
  });

  it('without a signature is refused', async () => {
    const unsigned = new UnsecuredJWT({ fam: family, ver: 1 })
      .setSubject(personId)
      .setIssuer('zhuqi')
      .setAudience('zhuqi-api')
      .setIssuedAt()
      .setExpirationTime('10m')
      .encode();
    await me(unsigned).expect(401);
  });

  it('is not replaced by a refresh token, nor the other way round', async () => {
    const { accessToken, refreshToken } = await stage.signIn('officer');
    await me(refreshToken).expect(401);
    await stage.http().post('/api/v1/sessions/refresh').send({ refreshToken: accessToken }).expect(401);
  });

  it.each(['Basic b2ZmaWNlOng=', 'Bearer', 'Bearer a b', `Bearer ${'x'.repeat(5_000)}`])(
    'is not found in "%.20s"',
    async (header) => {
      await stage.http().get('/api/v1/me').set('authorization', header).expect(401);
    },
  );
});

describe('an account that is disabled, or a person whose roles change', () => {
  let stage: Stage;
  let clock: RealClock;
  const realNow = () => Date.now();
  beforeAll(async () => {
    stage = await openStage();
    clock = stage.app.get(RealClock, { strict: false });
  });
  afterEach(() => (clock.now = realNow));
  afterAll(() => stage.close());

  it('bites within five seconds', async () => {
    const id = await stage.person('leaving', ['auditor']);
    const { bearer, refreshToken } = await stage.signIn('leaving');
    await stage.http().get('/api/v1/me').set(bearer).expect(200);
    await stage.database.rows('update account set disabled_at = clock_timestamp() where person_id = $1', [
      id,
    ]);
    clock.now = () => realNow() + 5_000;
    await stage.http().get('/api/v1/me').set(bearer).expect(401);
    await stage.http().post('/api/v1/sessions/refresh').send({ refreshToken }).expect(401);
    const again = { username: 'leaving', password: 'a long enough password' };
    expect((await stage.http().post('/api/v1/sessions').send(again).expect(401)).body.code).toBe(
      'session.bad_credentials',
    );
  });

  it('changes what one may do within five seconds', async () => {
    const id = await stage.person('moving', ['auditor']);
    const { bearer } = await stage.signIn('moving');
    const before = await stage.http().get('/api/v1/me').set(bearer).expect(200);
    expect(before.body.permissions).not.toContain('demo.setClock');
    await stage.database.rows(`update person set roles = '{administrator}' where id = $1`, [id]);
    clock.now = () => realNow() + 5_000;
    const after = await stage.http().get('/api/v1/me').set(bearer).expect(200);
    expect(after.body.permissions).toContain('demo.setClock');
  });
});
