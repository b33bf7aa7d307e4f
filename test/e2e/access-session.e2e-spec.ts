import { openStage, PASSWORD, type Stage } from './access-stage';

describe('a session', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await stage.person('office', ['office_dispatcher']);
  });
  afterAll(() => stage.close());

  const signInWith = (username: string, password: string) =>
    stage.http().post('/api/v1/sessions').send({ username, password });
  const refresh = (refreshToken: string) =>
    stage.http().post('/api/v1/sessions/refresh').send({ refreshToken });
  const me = (bearer: { authorization: string }) => stage.http().get('/api/v1/me').set(bearer);

  it('begins with name and password and says who one is and what one may do', async () => {
    const { status, body } = await signInWith('office', PASSWORD);
    expect(status).toBe(201);
    expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(9 * 60_000);
    expect(body.me).toMatchObject({
      name: '人员office',
      roles: ['office_dispatcher'],
      unit: null,
      region: { code: '220105', name: '二道区' },
      permissions: expect.arrayContaining(['ticket.dispatch']),
    });
    const answer = await me({ authorization: `Bearer ${body.accessToken}` }).expect(200);
    expect(answer.body).toEqual(body.me);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is refused alike for a wrong password and for a name nobody has', async () => {
    const [wrong, nobody] = [await signInWith('office', 'not it'), await signInWith('nobody', 'not it')];
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect({ ...nobody.body, traceId: '' }).toEqual({ ...wrong.body, traceId: '' });
    expect(wrong.body.code).toBe('session.bad_credentials');
  });

  it('goes on with a refresh token, each of which serves once', async () => {
    const first = await stage.signIn('office');
    const second = await refresh(first.refreshToken).expect(200);
    expect(second.body.refreshToken).not.toBe(first.refreshToken);
    await refresh(second.body.refreshToken).expect(200);
  });

  it('ends as a whole when a refresh token is shown twice', async () => {
    const first = await stage.signIn('office');
    const second = await refresh(first.refreshToken).expect(200);
    const reused = await refresh(first.refreshToken).expect(401);
    expect(reused.body.code).toBe('session.expired');
    await refresh(second.body.refreshToken).expect(401);
  });

  it('lets exactly one of twenty simultaneous refreshes through', async () => {
    const { refreshToken } = await stage.signIn('office');
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(19);
  });

  it('ends with its access token when one signs out', async () => {
    const { bearer, refreshToken } = await stage.signIn('office');
    await me(bearer).expect(200);
    await stage.http().delete('/api/v1/sessions/current').set(bearer).expect(204);
    expect((await me(bearer).expect(401)).body.code).toBe('session.expired');
    await refresh(refreshToken).expect(401);
  });

  it('is required where nobody is signed in', async () => {
    const answer = await stage.http().get('/api/v1/me').expect(401);
    expect(answer.body).toMatchObject({ code: 'session.required', status: 401, title: '请先登录' });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });
});

describe('a changed password', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await stage.person('leader', ['district_leader']);
  });
  afterAll(() => stage.close());

  const change = (bearer: { authorization: string }, currentPassword: string, newPassword: string) =>
    stage.http().put('/api/v1/me/password').set(bearer).send({ currentPassword, newPassword });

  it('must be long and needs the old one', async () => {
    const { bearer } = await stage.signIn('leader');
    const weak = await change(bearer, PASSWORD, 'short').expect(422);
    expect(weak.body).toMatchObject({ code: 'password.weak', errors: [{ pointer: '/newPassword' }] });
    const wrong = await change(bearer, 'not it', 'another long password').expect(422);
    expect(wrong.body).toMatchObject({ code: 'password.wrong', errors: [{ pointer: '/currentPassword' }] });
  });

  it('ends every access token and every other sign-in, and this one goes on by its refresh token', async () => {
    const here = await stage.signIn('leader');
    const elsewhere = await stage.signIn('leader');
    await change(here.bearer, PASSWORD, 'another long password').expect(204);
    await stage.http().get('/api/v1/me').set(here.bearer).expect(401);
    const refresh = (refreshToken: string) =>
      stage.http().post('/api/v1/sessions/refresh').send({ refreshToken });
    await refresh(elsewhere.refreshToken).expect(401);
    await refresh(here.refreshToken).expect(200);
    await stage.http().post('/api/v1/sessions').send({ username: 'leader', password: PASSWORD }).expect(401);
    await stage.signIn('leader', 'another long password');
  });
});
