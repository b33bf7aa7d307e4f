import { EnterpriseDirectory, type EnterpriseFilter } from '@zhuqi/application';
import { allPages } from './pages';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { actor, ENTERPRISES, settleTwoDistricts, type ActorKey, type EnterpriseKey } from './two-districts';

const ERDAO: EnterpriseKey[] = ['hongda', 'jinma', 'lianhe'];

/** What each reader may see. */
const SEEN: readonly (readonly [ActorKey, readonly EnterpriseKey[]])[] = [
  ['enterprise', ['hongda']],
  ['enterprise2', ['lvshun']],
  ['officer', ['hongda', 'jinma']],
  ['officer2', ['lvshun']],
  ['township', ['hongda', 'jinma']],
  ['department', ['hongda', 'lianhe']],
  ['office', ERDAO],
  ['office2', ['lvshun']],
  ['leader', ERDAO],
  ['city', [...ERDAO, 'lvshun']],
  ['auditor', ERDAO],
];

describe('the enterprises', () => {
  let room: ReadingRoom;
  let directory: EnterpriseDirectory;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    directory = room.port(EnterpriseDirectory);
    const past = { enterprise_id: idOf('hongda'), kind: 'officer', person_id: idOf('officer2') };
    const pairings = [
      { ...past, valid: '[2022-03-01,2023-01-01)' },
      { ...past, person_id: idOf('officer'), valid: '[2023-01-01,)' },
      { ...past, kind: 'leader', person_id: idOf('leader'), valid: '[2022-03-01,)' },
      // Arranged, not yet begun.
      { ...past, enterprise_id: idOf('jinma'), valid: '[2023-12-01,)' },
    ];
    for (const [index, pairing] of pairings.entries()) {
      await room.insert('pairing', { id: idOf(`pairing ${index}`), ...pairing });
    }
  });

  afterAll(() => room.close());

  const find = async (key: ActorKey, filter: EnterpriseFilter = {}): Promise<string[]> => {
    const { items } = await allPages((page) => directory.page(actor(key), filter, page), 2);
    return items.map(({ id }) => id).sort();
  };
  const ids = (keys: readonly string[]): string[] => keys.map(idOf).sort();

  it.each(SEEN)('show %s those of its scope, in the list and one by one', async (key, seen) => {
    expect(await find(key)).toEqual(ids(seen));
    for (const [enterprise] of ENTERPRISES) {
      const one = await directory.byId(actor(key), idOf(enterprise));
      const pairings = await directory.pairings(actor(key), idOf(enterprise), null);
      const visible = seen.includes(enterprise);
      expect([enterprise, one !== null, pairings !== null]).toEqual([enterprise, visible, visible]);
    }
  });

  it('know nothing of an id that does not exist', async () => {
    expect(await directory.byId(actor('city'), idOf('nobody'))).toBeNull();
    expect(await directory.pairings(actor('city'), idOf('nobody'), null)).toBeNull();
  });

  it.each<[string, EnterpriseKey[]]>([
    ['宏达', ['hongda']],
    ['有限公司', ['hongda', 'jinma', 'lvshun']],
    ['车', ['lianhe']],
    ['hdjx', ['hongda']],
    ['CCHD', ['hongda']],
    ['j', ['hongda', 'jinma', 'lianhe']],
    ['91220105', ['hongda', 'jinma', 'lianhe']],
    ['912201060000000044', ['lvshun']],
    ['0000000044', []],
    ['宏%', []],
    ['宏 达', []],
    ['公司宏达', []],
  ])('are found by %p', async (q, found) => {
    expect(await find('city', { q })).toEqual(ids(found));
  });

  it('are narrowed by industry and township', async () => {
    expect(await find('city', { industry: 'industry' })).toEqual(ids(['hongda', 'lianhe', 'lvshun']));
    expect(await find('city', { industry: 'industry', townshipId: idOf('yingjun') })).toEqual(
      ids(['lianhe']),
    );
  });

  it('are never found by a search outside the scope', async () => {
    expect(await find('officer', { q: '有限公司' })).toEqual(ids(['hongda', 'jinma']));
    expect(await find('office2', { q: '宏达' })).toEqual([]);
  });

  it.each<[ActorKey, string]>([
    ['enterprise', '13812345678'],
    ['officer', '13812345678'],
    ['office', '13812345678'],
    ['township', '138****5678'],
    ['department', '138****5678'],
    ['leader', '138****5678'],
    ['city', '138****5678'],
    ['auditor', '138****5678'],
  ])('show %s the telephone number as %s', async (key, phone) => {
    expect((await directory.byId(actor(key), idOf('hongda')))?.contactPhone).toBe(phone);
  });

  it('name the officer and the leader of today', async () => {
    const hongda = await directory.byId(actor('office'), idOf('hongda'));
    expect([hongda?.officer?.name, hongda?.leader?.name]).toEqual(['officer', 'leader']);
    const jinma = await directory.byId(actor('office'), idOf('jinma'));
    expect([jinma?.officer, jinma?.leader]).toEqual([null, null]);
  });

  describe('with their pairings', () => {
    const officers = async (asOf: string | null) => {
      const pairings = (await directory.pairings(actor('office'), idOf('hongda'), asOf)) ?? [];
      return pairings
        .filter(({ kind }) => kind === 'officer')
        .map(({ person, fromOn, toOn, current }) => [person.name, fromOn, toOn, current]);
    };
    const before = ['officer2', '2022-03-01', '2022-12-31'];

    it('list the present and the past officer, first and last day', async () => {
      expect(await officers(null)).toEqual([
        ['officer', '2023-01-01', null, true],
        [...before, false],
      ]);
    });

    it.each([
      ['2022-02-28', []],
      ['2022-03-01', [[...before, true]]],
      ['2022-12-31', [[...before, true]]],
      [
        '2023-01-01',
        [
          ['officer', '2023-01-01', null, true],
          [...before, false],
        ],
      ],
    ])('know on %s what had begun by then', async (asOf, expected) => {
      expect(await officers(asOf)).toEqual(expected);
    });

    it('do not show before its first day what has been arranged', async () => {
      expect(await directory.pairings(actor('office'), idOf('jinma'), null)).toEqual([]);
    });
  });
});
