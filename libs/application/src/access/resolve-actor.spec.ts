import { OWN_POST_ONLY } from '@zhuqi/domain';
import type { SignedInPerson } from './actor-book';
import { ResolveActor } from './resolve-actor';
import type { AccessClaims } from './session-tokens';

const PERSON: SignedInPerson = {
  actor: {
    kind: 'person',
    id: 'p1',
    name: '张三',
    roles: ['auditor'],
    regionCode: '220105',
    regionCodes: ['220105'],
    unitId: null,
    enterpriseId: null,
    pairedEnterpriseIds: [],
    duties: OWN_POST_ONLY,
  },
  sessionVersion: 1,
  ended: false,
  unit: null,
  region: { code: '220105', name: '二道区' },
  enterprise: null,
  standsInFor: [],
};

function scene(person: () => SignedInPerson | null) {
  const seen = { now: 0, reads: 0, verifications: 0 };
  const claims: AccessClaims = { personId: 'p1', family: 'f1', sessionVersion: 1, expiresAt: 600_000 };
  const tokens = {
    readAccess: (token: string) => {
      seen.verifications += 1;
      return Promise.resolve(token === 'good' && seen.now < claims.expiresAt ? claims : null);
    },
    signAccess: () => Promise.reject(new Error('not asked')),
    newRefresh: () => ({ token: '', hash: '' }),
    hashRefresh: () => '',
  };
  const book = {
    find: () => {
      seen.reads += 1;
      return Promise.resolve(person());
    },
  };
  return { seen, resolve: new ResolveActor(tokens, book, { now: () => seen.now }) };
}

describe('the person behind a token', () => {
  it('is read once for many requests, and read anew within five seconds', async () => {
    const { seen, resolve } = scene(() => PERSON);
    await Promise.all(Array.from({ length: 100 }, () => resolve.execute('good')));
    expect(seen.reads).toBe(1);
    seen.now += 5_000;
    expect((await resolve.execute('good'))?.person.actor.id).toBe('p1');
    expect(seen.reads).toBe(2);
  });

  it('is nobody when the token ends, however often it was good before', async () => {
    const { seen, resolve } = scene(() => PERSON);
    expect(await resolve.execute('good')).not.toBeNull();
    seen.now = 600_000;
    expect(await resolve.execute('good')).toBeNull();
  });

  it.each([
    ['was removed', null],
    ['is disabled', { ...PERSON, ended: true }],
    ['has changed the password', { ...PERSON, sessionVersion: 2 }],
  ])('is nobody when the account %s', async (_, person) => {
    const { resolve } = scene(() => person);
    expect(await resolve.execute('good')).toBeNull();
  });

  it('is read at once after being forgotten', async () => {
    const { seen, resolve } = scene(() => PERSON);
    await resolve.execute('good');
    resolve.forget('p1');
    await resolve.execute('good');
    expect(seen.reads).toBe(2);
  });

  it('is asked for again when reading failed', async () => {
    let answers = false;
    const { resolve } = scene(() => {
      if (!answers) throw new Error('PostgreSQL is away');
      return PERSON;
    });
    await expect(resolve.execute('good')).rejects.toThrow('away');
    answers = true;
    expect(await resolve.execute('good')).not.toBeNull();
  });
});
