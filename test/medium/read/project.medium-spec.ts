import { ProjectBook, TicketList, type ProjectFilter } from '@zhuqi/application';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { actor, ACTOR_KEYS, insertTicket, settleTwoDistricts, type ActorKey } from './two-districts';

const PROJECT = {
  ...{ version: 1, region_code: '220105', sector: 'industrial', investment_wan: 6_000, funding: 'private' },
  state: 'building',
};

describe('the list of projects', () => {
  let room: ReadingRoom;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    const project = (key: string, enterprise: string, more: object): Promise<unknown> =>
      room.insert('project', {
        ...PROJECT,
        id: idOf(key),
        name: key,
        enterprise_id: idOf(enterprise),
        ...more,
      });
    await project('厂房', 'hongda', { code: 'A-1', investment_wan: 9_000, starts_on: '2023-03-01' });
    await project('仓库', 'jinma', { department_id: idOf('miit'), secretary_id: idOf('officer2') });
    await project('道路', 'lianhe', {
      sector: 'infrastructure',
      state: 'planned',
      leader_id: idOf('leaderB'),
    });
    await project('大棚', 'lvshun', { region_code: '220106', state: 'completed', code: 'A-1' });
    await insertTicket(room, { key: 'own', enterprise: 'hongda' });
    await insertTicket(room, { key: 'built', enterprise: 'hongda', columns: { project_id: idOf('厂房') } });
    await insertTicket(room, {
      ...{ key: 'secret', enterprise: 'hongda', holder: 'miit' },
      columns: { project_id: idOf('厂房'), confidential: true, held_unit_ids: [idOf('miit')] },
    });
  });

  afterAll(() => room.close());

  const names = async (key: ActorKey, filter: ProjectFilter = {}): Promise<string[]> => {
    const { items } = await room.port(ProjectBook).page(actor(key), filter, FIRST);
    return items.map(({ name }) => name);
  };

  it('shows each reader the projects of the enterprises it sees, and those that name it or its unit', async () => {
    const seen = Object.fromEntries(
      await Promise.all(ACTOR_KEYS.map(async (key) => [key, (await names(key)).sort()] as const)),
    );
    const district = ['仓库', '厂房', '道路'];
    expect(seen).toEqual({
      ...{ enterprise: ['厂房'], enterprise2: ['大棚'], officer: ['仓库', '厂房'] },
      ...{ officer2: ['仓库', '大棚'], township: ['仓库', '厂房'], department: district },
      ...{ office: district, office2: ['大棚'], leader: district, leaderB: district, auditor: district },
      city: ['仓库', '厂房', '大棚', '道路'],
    });
  });

  it('finds one exactly where it lists it', async () => {
    for (const key of ACTOR_KEYS) {
      const listed = await names(key);
      for (const name of ['厂房', '仓库', '道路', '大棚']) {
        const found = await room.port(ProjectBook).find(actor(key), idOf(name));
        expect([key, name, found !== null]).toEqual([key, name, listed.includes(name)]);
      }
    }
  });

  it.each([
    [{ sector: 'infrastructure' }, ['道路']],
    [{ state: 'planned' }, ['道路']],
    [{ funding: 'special_bond' }, []],
    [{ q: '库' }, ['仓库']],
    [{ q: 'A-' }, ['厂房']],
    [{ q: '-1' }, []],
    [{ leaderId: idOf('leaderB') }, ['道路']],
    [{ enterpriseId: idOf('hongda') }, ['厂房']],
  ] as const)('narrowed by %j', async (filter, found) => {
    expect(await names('office', filter)).toEqual(found);
  });

  it('comes by name, page by page', async () => {
    const book = room.port(ProjectBook);
    const found: string[] = [];
    let after: Awaited<ReturnType<typeof book.page>>['next'] = null;
    do {
      const page = await book.page(actor('city'), {}, { ...FIRST, limit: 1, after });
      found.push(...page.items.map(({ name }) => name));
      after = page.next;
    } while (after !== null);
    expect(found).toEqual(['仓库', '厂房', '大棚', '道路']);
  });

  it('says of a project all that is known of it', async () => {
    expect(await room.port(ProjectBook).find(actor('office'), idOf('厂房'))).toEqual({
      ...{ id: idOf('厂房'), version: 1, regionCode: '220105', name: '厂房', code: 'A-1' },
      ...{ sector: 'industrial', investmentWan: 9_000, funding: 'private', state: 'building' },
      ...{ startsOn: '2023-03-01', completesOn: null, township: null, department: null },
      ...{ leader: null, secretary: null, trail: [] },
      enterprise: { id: idOf('hongda'), name: '长春宏达机械有限公司' },
    });
  });

  it('leads to the tickets of a project, other than to one whose enterprise is hidden', async () => {
    const tickets = async (key: ActorKey, filter: object): Promise<string[]> => {
      const request = { ...FIRST, total: true, sort: '-submittedAt', filter } as const;
      const page = await room.port(TicketList).page(actor(key), request);
      expect(page.total).toBe(page.items.length);
      return page.items.map(({ number }) => number).sort();
    };
    const projectId = idOf('厂房');
    expect(await tickets('office', { projectId })).toEqual(['ZQ-built', 'ZQ-secret']);
    expect(await tickets('office', { population: 'project' })).toEqual(['ZQ-built', 'ZQ-secret']);
    expect(await tickets('office', { population: 'enterprise' })).toEqual(['ZQ-own']);
    expect(await tickets('department', {})).toEqual(['ZQ-secret']);
    expect(await tickets('department', { projectId })).toEqual([]);
  });
});

const FIRST = { limit: 50, after: null, total: false };
