import { LOCKOUT } from '@zhuqi/application';
import { openStage, PASSWORD, type Stage } from './access-stage';

describe('guessing passwords', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    for (const name of ['guessed', 'busy', 'shared']) await stage.person(name, ['auditor']);
  });
  afterAll(() => stage.close());

  const attempt = (username: string, password: string) =>
    stage.http().post('/api/v1/sessions').send({ username, password });
  async function failuresOf(username: string): Promise<number[]> {
    const statuses: number[] = [];
    for (let n = 0; n < LOCKOUT.failures + 1; n += 1) statuses.push((await attempt(username, 'no')).status);
    return statuses;
  }
  const tenRefusedThenLocked = [...Array<number>(LOCKOUT.failures).fill(401), 429];

  it('closes an account after ten failures, even to the right password, and says for how long', async () => {
    expect(await failuresOf('guessed')).toEqual(tenRefusedThenLocked);
    const locked = await attempt('guessed', PASSWORD);
    expect(locked.body).toMatchObject({ status: 429, code: 'session.locked' });
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(290);
  });

  it('treats a name nobody has in just the same way', async () => {
    expect(await failuresOf('no-such-person')).toEqual(tenRefusedThenLocked);
  });

  it('opens again when the time is over', async () => {
    await failuresOf('shared');
    await stage.database.rows(
      `update account set locked_until = clock_timestamp() - interval '1 second' where username = 'guessed'`,
    );
    await attempt('guessed', PASSWORD).expect(201);
  });

  it('leaves other accounts alone, and never counts a success', async () => {
    for (let n = 0; n < 2 * LOCKOUT.failures; n += 1) await attempt('busy', PASSWORD).expect(201);
    await attempt('busy', 'no').expect(401);
    await attempt('busy', PASSWORD).expect(201);
    const [row] = await stage.database.rows<{ failed_count: number }>(
      `select failed_count from account where username = 'busy'`,
    );
    expect(row!.failed_count).toBe(0);
  });

  it('is not helped by an invented forwarding header', async () => {
    const forged = await attempt('shared', PASSWORD).set('x-forwarded-for', '203.0.113.9');
    expect(forged.status).toBe(429);
  });
});
