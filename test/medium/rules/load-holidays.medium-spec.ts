import { HolidayStore, LoadHolidays, TryRules, UnitOfWork, type TriedEffects } from '@zhuqi/application';
import { openRulesStage, type RulesStage } from './rules-stage';

const NOTICE = {
  year: 2027,
  days: [
    { day: '2027-01-01', kind: 'holiday', name: '元旦', source: '国办发明电〔2026〕9号', state: 'official' },
  ],
};

describe('loading a year', () => {
  let stage: RulesStage;
  beforeAll(async () => {
    stage = await openRulesStage();
  }, 120_000);
  afterAll(() => stage.end());

  it('comes on top of what somebody else has changed meanwhile', async () => {
    const { app } = stage.demo;
    const get = { strict: false } as const;
    const [store, work, trial] = [
      app.get(HolidayStore, get),
      app.get(UnitOfWork, get),
      app.get(TryRules, get),
    ];
    let changed = false;
    const interrupted = {
      execute: async (tried: Parameters<TryRules['execute']>[0]): Promise<TriedEffects> => {
        const effects = await trial.execute(tried);
        if (tried.regionCode === '220105' && !changed) {
          changed = true;
          expect((await stage.close(['2023-10-24'])).status).toBe(201);
        }
        return effects;
      },
    } as TryRules;

    const loaded = await new LoadHolidays(store, work, interrupted).execute(NOTICE);
    expect(loaded.publishedThrough).toBe('2027-12-31');
    expect(loaded.regions.find(({ regionCode }) => regionCode === '220105')?.version).toBe(3);
    const { body } = await stage.office.get('/calendars/220105?year=2027');
    expect([body.version, body.publishedThrough, body.days[0].kind]).toEqual([3, '2027-12-31', 'holiday']);
    const { body: year } = await stage.office.get('/calendars/220105?year=2023');
    expect(year.days.find(({ day }: { day: string }) => day === '2023-10-24')).toMatchObject({ own: true });
    const versions = await stage.demo.database.rows(
      `select region_code from calendar_version where version > 1 and region_code <> '220105'`,
    );
    expect(versions).toHaveLength(loaded.regions.length - 1);
    expect((await new LoadHolidays(store, work, trial).execute(NOTICE)).regions).toEqual([]);
  });
});
