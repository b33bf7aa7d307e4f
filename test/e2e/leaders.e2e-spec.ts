import { done, noticesOf, openLifecycle, seenBy, type Lifecycle } from './lifecycle-stage';
import { colleagueOf, day, order, rows, type Colleague } from './post-stage';

describe('posts of leaders', () => {
  let life: Lifecycle;

  beforeAll(async () => {
    life = await openLifecycle();
  }, 120_000);

  afterAll(() => life.close());

  const pass = async (from: Colleague, to: Colleague) =>
    done(await life.cast.office.post('/handovers', order(from.id, to.id, await day(life))), 201);

  it('leave a complaint about the one before in sight, and end where they are handed on', async () => {
    const first = await colleagueOf(life, 'leader', 'first-leader');
    const second = await colleagueOf(life, 'leader', 'second-leader');
    const third = await colleagueOf(life, 'leader', 'third-leader');
    const complaint = await life.submitted({ aboutPersonId: first.id });
    done(await second.caller.get(`/tickets/${complaint}`));
    const secret = await life.submitted({ confidential: true });
    await life.demo.database.rows('update ticket set leader_id = $1 where id = $2', [first.id, secret]);
    await pass(first, second);
    const heir = await life.demo.signIn('second-leader');
    done(await heir.get(`/tickets/${complaint}`));
    const seen = await seenBy(heir, secret);
    expect(seen.enterprise.id).not.toBeNull();
    const [listed] = rows(await heir.get('/tickets?view=mine')).filter(({ id }) => id === secret);
    expect(listed).toMatchObject({ enterprise: { id: seen.enterprise.id } });
    await pass(second, third);
    expect((await (await life.demo.signIn('second-leader')).get(`/tickets/${secret}`)).status).toBe(404);
    done(await (await life.demo.signIn('third-leader')).get(`/tickets/${secret}`));
  });

  it('tell whoever leads a confidential ticket for its leader, and only as long as that is so', async () => {
    const paired = await colleagueOf(life, 'leader', 'paired-leader');
    const acting = await colleagueOf(life, 'leader', 'acting-leader');
    const secret = await life.submitted({ confidential: true });
    await life.demo.database.rows('update ticket set leader_id = $1 where id = $2', [paired.id, secret]);
    const toOffice = async (): Promise<void> => {
      done(await life.cast.office.act(secret, 'dispatch', { unitId: life.unit.township }));
      done(await life.cast.office.act(secret, 'dispatch', { unitId: life.unit.office }));
      await life.demo.settle();
    };
    await pass(paired, acting);
    await toOffice();
    expect(await noticesOf(paired.caller, secret)).toEqual(['assigned']);
    expect(await noticesOf(acting.caller, secret)).toEqual(['assigned']);
    await pass(acting, paired);
    await toOffice();
    expect(await noticesOf(paired.caller, secret)).toEqual(['assigned', 'assigned']);
    expect(await noticesOf(acting.caller, secret)).toEqual(['assigned']);
  });
});
