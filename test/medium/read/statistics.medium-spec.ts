import { ResolutionStatistics, type Basis, type PinnedKey, type ResolutionRequest } from '@zhuqi/application';
import {
  AMOUNTS,
  DIMENSIONS,
  FIGURES,
  MEASURES,
  scopeOf,
  withinScope,
  type Amount,
  type Dimension,
  type Measure,
} from '@zhuqi/domain';
import { springStories, tell, type Story } from './ledger-story';
import { allPages } from './pages';
import { idOf, NOW, openReadingRoom, type ReadingRoom } from './reading-room';
import { actor, ACTOR_KEYS, ENTERPRISES, settleTwoDistricts, type ActorKey } from './two-districts';

const STORIES = springStories(48);
const EVERYTHING: ResolutionRequest = {
  regionCode: null,
  from: null,
  to: null,
  asOf: null,
  basis: 'cohort',
  population: 'enterprise',
  groupBy: [],
};
const MAY = { from: '2023-05-01', to: '2023-05-31' } as const;
const PAIRS = [
  ['township', 'month'],
  ['tier', 'officer'],
  ['department', 'tier'],
] as const satisfies readonly (readonly Dimension[])[];
const CUTS: readonly (readonly Dimension[])[] = [...DIMENSIONS.map((dimension) => [dimension]), ...PAIRS];

/** How a story stood at a moment, counted without the database. */
const countsAt = (story: Story, at: string): readonly Measure[] =>
  story.stands.filter((stand) => Date.parse(stand.at) <= Date.parse(at)).at(-1)?.counts ?? [];

const amountAt = (story: Story, amount: Amount, at: string): number =>
  story.stands.filter((stand) => Date.parse(stand.at) <= Date.parse(at)).at(-1)?.amounts?.[amount] ?? 0;
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function readableBy(key: ActorKey, { enterprise, columns, heldUnits }: Story): boolean {
  return withinScope(scopeOf(actor(key)), {
    regionCode: ENTERPRISES.find(([name]) => name === enterprise)?.[1] ?? '',
    enterpriseId: idOf(enterprise),
    leaderId: columns['leader_id'] as string | null,
    confidential: columns['confidential'] as boolean,
    aboutPersonId: columns['about_person_id'] as string | null,
    heldUnitIds: heldUnits.map(idOf),
    heldPersonIds: [],
  });
}

describe('the resolution statistics', () => {
  let room: ReadingRoom;
  let statistics: ResolutionStatistics;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    for (const story of STORIES) await tell(room, story);
    statistics = room.port(ResolutionStatistics);
  });

  afterAll(() => room.close());

  const report = (key: ActorKey, request: Partial<ResolutionRequest> = {}) =>
    statistics.report(actor(key), { ...EVERYTHING, ...request });

  const listed = async (
    key: ActorKey,
    request: Partial<ResolutionRequest>,
    pinned: readonly PinnedKey[],
    measure: Measure,
  ) => {
    const counted = { ...EVERYTHING, ...request, pinned, measure };
    const { items } = await allPages((page) => statistics.tickets(actor(key), counted, page), 20);
    return items.map(({ id }) => id);
  };

  it.each(ACTOR_KEYS)('count for %s what is in its scope, measure by measure', async (key) => {
    const { total } = await report(key);
    const mine = STORIES.filter((story) => readableBy(key, story));
    for (const measure of MEASURES) {
      const expected = mine.filter((story) => countsAt(story, NOW).includes(measure));
      expect([measure, total.figures[measure]]).toEqual([measure, expected.length]);
      expect((await listed(key, {}, [], measure)).sort()).toEqual(
        expected.map((story) => idOf(story.key)).sort(),
      );
    }
  });

  it.each(['2023-05-01T00:00:00Z', '2023-05-09T03:00:00Z', '2023-06-05T12:00:00Z', '2023-06-20T03:00:00Z'])(
    'stand as they stood at %s',
    async (moment) => {
      const { total, asOf } = await report('city', { asOf: Date.parse(moment) });
      expect(asOf).toBe(Date.parse(moment));
      for (const measure of MEASURES) {
        const expected = STORIES.filter((story) => countsAt(story, moment).includes(measure));
        expect([measure, total.figures[measure]]).toEqual([measure, expected.length]);
      }
    },
  );

  it('take the period by the day of collection in Shanghai, first and last day included', async () => {
    const { total } = await report('city', MAY);
    const collected = STORIES.filter(
      (s) => s.collectedOn <= MAY.to && countsAt(s, NOW).includes('collected'),
    );
    expect(collected).not.toHaveLength(0);
    expect(total.figures.collected).toBe(collected.length);
  });

  it('count as a flow the tickets that the period leaves with more than it began with', async () => {
    const { total } = await report('city', { basis: 'flow', from: '2023-06-01', to: '2023-06-30' });
    for (const measure of MEASURES) {
      const gained = STORIES.filter(
        (story) =>
          countsAt(story, '2023-06-30T15:59:59.999Z').includes(measure) &&
          !countsAt(story, '2023-05-31T15:59:59.999Z').includes(measure),
      );
      expect([measure, total.figures[measure]]).toEqual([measure, gained.length]);
    }
  });

  it('add up the minutes of a cohort’s tickets as they stand', async () => {
    for (const key of ['city', 'leader'] as const) {
      const { total } = await report(key);
      const mine = STORIES.filter((story) => readableBy(key, story));
      for (const amount of AMOUNTS) {
        const expected = sumOf(mine.map((story) => amountAt(story, amount, NOW)));
        expect(expected).toBeGreaterThan(0);
        expect([amount, total.figures[amount]]).toEqual([amount, expected]);
      }
    }
  });

  it('add up of a flow what the period added, less what it took back', async () => {
    const { total } = await report('city', { basis: 'flow', from: '2023-06-06', to: '2023-07-31' });
    for (const amount of AMOUNTS) {
      const gained = STORIES.map(
        (story) =>
          amountAt(story, amount, '2023-07-31T15:59:59.999Z') -
          amountAt(story, amount, '2023-06-05T15:59:59Z'),
      );
      expect([amount, total.figures[amount]]).toEqual([amount, sumOf(gained)]);
    }
  });

  const bases: Basis[] = ['cohort', 'flow'];
  const periods = [
    {},
    MAY,
    { from: '2023-06-01', to: '2023-06-30', asOf: Date.parse('2023-06-17T00:00:00Z') },
  ];
  const cases = bases.flatMap((basis) =>
    periods.flatMap((period) => CUTS.map((groupBy) => ({ basis, ...period, groupBy }))),
  );

  it.each(cases)('cut into parts that add up: %j', async (request) => {
    for (const key of ['city', 'leader', 'officer', 'township'] as const) {
      const { rows, total } = await report(key, request);
      const keys = rows.map((row) => JSON.stringify(row.pinned));
      expect(new Set(keys).size).toBe(rows.length);
      for (const figure of FIGURES) {
        const sum = rows.reduce((part, row) => part + row.figures[figure], 0);
        expect([key, figure, sum]).toEqual([key, figure, total.figures[figure]]);
      }
    }
  });

  it.each(cases)('open every figure down to as many tickets: %j', async (request) => {
    const { rows, total } = await report('leader', request);
    for (const row of [...rows, total]) {
      for (const measure of MEASURES) {
        const tickets = await listed('leader', request, row.pinned, measure);
        expect([row.pinned, measure, tickets.length]).toEqual([row.pinned, measure, row.figures[measure]]);
        expect(new Set(tickets).size).toBe(tickets.length);
      }
    }
  });

  it('name the keys for people, and the row without a key 未归口, last', async () => {
    const { rows } = await report('city', { groupBy: ['department'] });
    const labels = rows.map((row) => row.labels[0]);
    expect([...labels].sort()).toEqual(['商务局', '工信局', '未归口'].sort());
    expect(labels.at(-1)).toBe('未归口');
    expect(rows.at(-1)?.pinned).toEqual([{ dimension: 'department', key: null }]);
  });

  it('list tiers and months in their own order', async () => {
    const tiers = (await report('city', { groupBy: ['tier'] })).rows.map((row) => row.pinned[0]?.key);
    expect(tiers).toEqual(['1', '3', '4']);
    const months = (await report('city', { groupBy: ['month'] })).rows.map((row) => row.labels[0]);
    expect(months).toEqual(['2023年05月', '2023年06月']);
  });

  it('are one row, the total, when nothing is cut', async () => {
    const { rows, total } = await report('city');
    expect(rows).toEqual([total]);
  });

  it('know nothing of instants to come: they are now', async () => {
    const { asOf } = await report('city', { asOf: Date.parse('2100-01-01T00:00:00Z') });
    expect(asOf - Date.parse(NOW)).toBeLessThan(3_600_000);
  });

  it('give the city one district of its own', async () => {
    const one = await report('city', { regionCode: '220106' });
    expect(one.total).toEqual((await report('office2')).total);
    expect(one.total.figures.collected).toBeGreaterThan(0);
  });

  it.each(['220106', '220100', '999999'])(
    'refuse %s to a district’s office as if it did not exist',
    async (regionCode) => {
      const refusal = { refusal: { code: 'statistics.region' } };
      await expect(report('office', { regionCode })).rejects.toMatchObject(refusal);
      await expect(listed('office', { regionCode }, [], 'collected')).rejects.toMatchObject(refusal);
    },
  );

  it('count the tickets of a figure without a page', async () => {
    const counted = { ...EVERYTHING, pinned: [], measure: 'resolved' } as const;
    const page = await statistics.tickets(actor('city'), counted, { limit: 1, after: null, total: true });
    expect(page.items).toHaveLength(1);
    expect(page.total).toBe((await report('city')).total.figures.resolved);
  });
});
