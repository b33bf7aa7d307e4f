import { ReferenceLists, TaskForceBook } from '@zhuqi/application';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { actor, insertTicket, settleTwoDistricts, type ActorKey } from './two-districts';

const FIRST = { limit: 20, after: null, total: true } as const;

describe('task forces', () => {
  let room: ReadingRoom;
  let book: TaskForceBook;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    book = room.port(TaskForceBook);
    await found('drains', '2023-10-16T01:00:00Z');
    await found('power', '2023-10-17T01:00:00Z');
    await found('past', '2023-09-01T01:00:00Z', {
      ...{ dissolved_at: '2023-10-01T01:00:00Z', dissolved_by_id: idOf('office'), note: '任务完成' },
    });
    const held = { holder: 'drains', enterprise: 'hongda' } as const;
    await insertTicket(room, { ...held, key: 'open', columns: { status: 'in_progress', tier: 2 } });
    await insertTicket(room, { ...held, key: 'done', columns: { status: 'closed', tier: 2 } });
    const secret = { confidential: true, leader_id: idOf('leaderB') };
    await insertTicket(room, {
      ...held,
      key: 'secret',
      columns: { status: 'suspended', tier: 2, ...secret },
    });
    const about = { about_person_id: idOf('office') };
    await insertTicket(room, { ...held, key: 'about', columns: { status: 'dispatched', tier: 2, ...about } });
  });

  afterAll(() => room.close());

  async function found(key: string, at: string, end: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const unit = { id: idOf(key), region_code: '220105', kind: 'task_force', name: key };
    await room.insert('unit', unit);
    await room.insert('task_force', {
      ...{ unit_id: idOf(key), lead_id: idOf('department'), purpose: '统筹', created_at: at },
      ...{ created_by_id: idOf('office'), ...end },
    });
    const member = { task_force_id: idOf(key), joined_at: at };
    await room.insert('task_force_member', { ...member, unit_id: idOf('dongsheng') });
    await room.insert('task_force_member', { ...member, unit_id: idOf('commerce'), left_at: at });
  }

  const names = async (who: ActorKey, state: 'active' | 'dissolved' = 'active'): Promise<string[]> =>
    (await book.page(actor(who), { state }, FIRST)).items.map(({ name }) => name);

  it('are listed for their region and the city above it, the latest first', async () => {
    for (const who of ['office', 'leader', 'township', 'city'] as const) {
      expect(await names(who)).toEqual(['power', 'drains']);
    }
    expect(await names('office', 'dissolved')).toEqual(['past']);
    expect((await book.page(actor('office'), { state: 'active' }, FIRST)).total).toBe(2);
    expect(
      (await book.page(actor('office'), { state: 'active' }, { ...FIRST, limit: 1 })).items,
    ).toHaveLength(1);
  });

  it('are unknown in another district', async () => {
    expect(await names('office2')).toEqual([]);
    expect(await book.byId(actor('office2'), idOf('drains'))).toBeNull();
    expect(await book.byId(actor('office'), idOf('office'))).toBeNull();
  });

  it('show lead, present members and the open tickets the reader may read, and count no other', async () => {
    const shown = async (who: ActorKey): Promise<string[] | undefined> => {
      const force = await book.byId(actor(who), idOf('drains'));
      expect(force?.heldTickets).toBe(force?.tickets.length);
      return force?.tickets.map(({ number }) => number).sort();
    };
    expect(await book.byId(actor('auditor'), idOf('drains'))).toMatchObject({
      ...{ state: 'active', lead: { id: idOf('department') }, members: [{ name: '东盛街道' }] },
      ...{ createdBy: { id: idOf('office') }, dissolvedAt: null, note: null },
    });
    expect(await shown('auditor')).toEqual(['ZQ-about', 'ZQ-open', 'ZQ-secret']);
    expect(await shown('office')).toEqual(['ZQ-open', 'ZQ-secret']);
    expect(await shown('leader')).toEqual(['ZQ-about', 'ZQ-open']);
    expect(await shown('leaderB')).toEqual(['ZQ-about', 'ZQ-open', 'ZQ-secret']);
    expect(await shown('township')).toEqual([]);
  });

  it('are units, of which those that are dissolved are marked', async () => {
    const { items } = await room.port(ReferenceLists).units(actor('office'), { kind: 'task_force' }, FIRST);
    expect(Object.fromEntries(items.map(({ name, dissolved }) => [name, dissolved]))).toEqual({
      ...{ drains: false, power: false, past: true },
    });
  });
});
