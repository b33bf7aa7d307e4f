import { BulletinRounds } from '@zhuqi/worker';
import { done, openLifecycle, type Lifecycle } from './lifecycle-stage';

const REGION = '220105';

describe('a bulletin of the schedule', () => {
  let stage: Lifecycle;

  beforeAll(async () => {
    stage = await openLifecycle();
  }, 120_000);

  afterAll(() => stage.close());

  it('appears by itself at its time, once however many look, and not when it is switched off', async () => {
    const { cast, demo } = stage;
    const rounds = demo.app.get(BulletinRounds, { strict: false });
    const scheduled = async () =>
      (
        done(await cast.office.get('/bulletins?limit=100')).body.items as {
          publishedBy: unknown;
          kind: string;
          from: string;
          asOf: string;
        }[]
      )
        .filter(({ publishedBy }) => publishedBy === null)
        .map(({ kind, from, asOf: at }) => `${kind} ${from} ${at}`);
    const tick = () => Promise.all([rounds.tick(), rounds.tick()]);
    await tick();
    expect(await scheduled()).toEqual([]);
    await demo.advance({ advanceWorkdays: 1 });
    await tick();
    const weekly = ['weekly 2023-10-16 2023-10-23T00:30:00.000Z'];
    expect(await scheduled()).toEqual(weekly);
    done(await cast.office.post('/bulletins/schedule', { kinds: ['half_monthly', 'monthly'] }));
    const { kinds } = done(await cast.auditor.get(`/bulletins/schedule?regionCode=${REGION}`)).body;
    expect(kinds).toEqual(['half_monthly', 'monthly']);
    await demo.advance({ advanceWorkdays: 5 });
    await tick();
    // What ended while its kind was switched off is not made up for.
    done(await cast.office.post('/bulletins/schedule', { kinds: ['weekly', 'half_monthly', 'monthly'] }));
    await tick();
    expect(await scheduled()).toEqual(weekly);
    await demo.advance({ advanceWorkdays: 2 });
    for (let round = 0; round < 3; round += 1) await tick();
    expect((await scheduled()).sort()).toEqual([
      'half_monthly 2023-10-16 2023-11-01T00:30:00.000Z',
      'monthly 2023-10-01 2023-11-01T00:30:00.000Z',
      ...weekly,
    ]);
  });

  it('appears in no region that has not switched it on', async () => {
    const { city } = stage.cast;
    expect(done(await city.get('/bulletins/schedule?regionCode=220100')).body.kinds).toEqual([]);
  });
});
