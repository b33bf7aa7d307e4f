import { ReferenceLists } from '@zhuqi/application';
import { allPages } from './pages';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { actor, ACTOR_KEYS, settleTwoDistricts, type ActorKey } from './two-districts';

describe('the reference lists', () => {
  let room: ReadingRoom;
  let lists: ReferenceLists;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    lists = room.port(ReferenceLists);
  });

  afterAll(() => room.close());

  const units = async (key: ActorKey, filter = {}, limit = 3) =>
    (await allPages((page) => lists.units(actor(key), filter, page), limit)).items.map(({ name }) => name);
  const people = async (key: ActorKey, filter = {}, limit = 3) =>
    (await allPages((page) => lists.people(actor(key), filter, page), limit)).items;

  it('give the categories in their order', async () => {
    expect(await lists.categories()).toEqual([
      { code: 'permits', label: '手续办理' },
      { code: 'financing', label: '融资' },
    ]);
  });

  it('give the tree of regions', async () => {
    expect(await lists.regions()).toContainEqual({
      code: '220105',
      name: '二道区',
      kind: 'district',
      parentCode: '220100',
    });
  });

  it('give the units of the reader’s regions only', async () => {
    expect((await units('office2')).sort()).toEqual(['合心镇', '绿园区办'].sort());
    expect(await units('city')).toHaveLength(8);
    expect(await units('office2', { regionCode: '220105' })).toEqual([]);
    expect(await units('city', { regionCode: '220106', kind: 'township' })).toEqual(['合心镇']);
  });

  it('name the industries of a department', async () => {
    const { items } = await lists.units(
      actor('office'),
      { kind: 'department' },
      { limit: 9, after: null, total: true },
    );
    expect(items.find(({ name }) => name === '工信局')?.industries).toEqual(['industry']);
  });

  it('give the people in service of the reader’s regions, without telephone numbers', async () => {
    const seen = await people('office2');
    expect(seen.map(({ id }) => id).sort()).toEqual([idOf('office2'), idOf('officer2')].sort());
    expect(Object.keys(seen[0] ?? {}).sort()).toEqual(['id', 'name', 'post', 'regionCode', 'roles', 'unit']);
    const employed = ACTOR_KEYS.filter((key) => !actor(key).roles.includes('enterprise'));
    expect((await people('city')).map(({ id }) => id).sort()).toEqual(employed.map(idOf).sort());
  });

  it('narrow the people by unit and role', async () => {
    const ofOffice = await people('office', { unitId: idOf('office') });
    expect(ofOffice.map(({ name }) => name).sort()).toEqual(['office', 'officer']);
    expect((await people('office', { role: 'liaison_officer' })).map(({ name }) => name)).toEqual([
      'officer',
    ]);
  });

  it('count everybody when asked', async () => {
    const page = await lists.people(actor('city'), {}, { limit: 1, after: null, total: true });
    expect(page.items).toHaveLength(1);
    expect(page.total).toBe((await people('city')).length);
  });
});
