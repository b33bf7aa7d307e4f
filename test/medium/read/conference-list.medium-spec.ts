import { ConferenceList, type ConferenceQueue } from '@zhuqi/application';
import { allPages } from './pages';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { actor, insertTicket, settleTwoDistricts, type ActorKey } from './two-districts';

const FRIDAY = '2023-10-20T00:00:00Z';
const MONDAY = '2023-10-23T01:00:00Z';

interface Held {
  readonly key: string;
  readonly state?: string;
  readonly at?: string;
  readonly units?: readonly string[];
  readonly people?: readonly ActorKey[];
  readonly by?: ActorKey;
  readonly enterprise?: 'hongda' | 'lvshun';
  readonly ticket?: Readonly<Record<string, unknown>>;
}

const CONFERENCES: readonly Held[] = [
  { key: 'by township', by: 'township', units: ['miit'] },
  { key: 'later', by: 'office', people: ['leader'], at: '2023-10-24T01:00:00Z' },
  { key: 'decided', state: 'concluded', by: 'township', units: ['miit'] },
  { key: 'decided before', state: 'concluded', by: 'office', at: FRIDAY },
  { key: 'cancelled', state: 'cancelled', by: 'township', units: ['miit'] },
  {
    key: 'secret',
    by: 'leaderB',
    people: ['leader'],
    ticket: { confidential: true, leader_id: idOf('leaderB') },
  },
  { key: 'elsewhere', by: 'office2', enterprise: 'lvshun' },
];

describe('the conferences one has to do with', () => {
  let room: ReadingRoom;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    for (const each of CONFERENCES) await hold(each);
    await followUp('decided', 1, {
      unit_id: idOf('miit'),
      due_on: '2023-10-19',
      due_at: '2023-10-19T09:00:00Z',
    });
    await followUp('decided', 2, {
      person_id: idOf('leaderB'),
      due_on: '2023-10-25',
      due_at: '2023-10-25T09:00:00Z',
    });
    const done = { done_at: FRIDAY, result: '已办', unit_id: idOf('miit') };
    await followUp('decided before', 1, { ...done, due_on: '2023-10-25', due_at: '2023-10-25T09:00:00Z' });
  });

  afterAll(() => room.close());

  async function hold({ key, state = 'planned', at = MONDAY, by = 'office', ...rest }: Held): Promise<void> {
    const { units = [], people = [], enterprise = 'hongda', ticket = {} } = rest;
    const columns = {
      ...{ status: 'in_progress', tier: 2, held_unit_ids: ['dongsheng', ...units].map(idOf) },
      ...{ held_person_ids: people.map(idOf), holder_unit_id: idOf('dongsheng'), ...ticket },
    };
    await insertTicket(room, { key, enterprise, columns });
    const over = state === 'planned' ? {} : { ended_at: at };
    const record = state === 'concluded' ? { minutes: '各方发言', decision: '分头落实' } : {};
    await room.insert('ticket_conference', {
      ...{ ticket_id: idOf(key), ordinal: 1, state, round: 1, subject: key, held_at: at },
      ...{ unit_ids: units.map(idOf), person_ids: people.map(idOf), guests: [], convened_at: FRIDAY },
      ...{ convened_by_id: idOf(by), convened_as: 'office', ...over, ...record },
    });
  }

  const followUp = (key: string, ordinal: number, row: Readonly<Record<string, unknown>>): Promise<void> =>
    room.insert('ticket_follow_up', {
      ...{ ticket_id: idOf(key), ordinal, conference: 1, what: '迁改管线', reminded: false },
      ...row,
    });

  const read = async (who: ActorKey, state: ConferenceQueue = 'planned') =>
    (await allPages((page) => room.port(ConferenceList).page(actor(who), { state }, page), 1)).items;
  const subjects = async (who: ActorKey, state?: ConferenceQueue): Promise<string[]> =>
    (await read(who, state)).map(({ subject }) => subject);

  it('are those convened, invited to, or on a ticket one holds, in the order of their time', async () => {
    expect(await subjects('township')).toEqual(expect.arrayContaining(['by township', 'secret', 'later']));
    expect((await subjects('township')).at(-1)).toBe('later');
    expect(await subjects('department')).toEqual(['by township']);
    expect(await subjects('leader')).toEqual(['later']);
    expect(await subjects('leaderB')).toEqual(['secret']);
    expect(await subjects('officer')).toEqual([]);
  });

  it('are all of the region for its office and the auditor, and none of another district', async () => {
    for (const who of ['office', 'auditor'] as const) {
      expect((await subjects(who)).sort()).toEqual(['by township', 'later', 'secret']);
    }
    expect(await subjects('office2')).toEqual(['elsewhere']);
  });

  it('that came to something stand with the latest first', async () => {
    expect(await subjects('office', 'concluded')).toEqual(['decided', 'decided before']);
    expect(await subjects('leaderB', 'concluded')).toEqual(['decided']);
    expect(await subjects('leader', 'concluded')).toEqual([]);
  });

  it('with something still to do show what, whose and by when', async () => {
    for (const who of ['department', 'leaderB', 'township', 'office'] as const) {
      expect(await subjects(who, 'followUpsOpen')).toEqual(['decided']);
    }
    expect(await subjects('leader', 'followUpsOpen')).toEqual([]);
    expect(await read('department', 'followUpsOpen')).toMatchObject([
      {
        ticket: { number: 'ZQ-decided' },
        decision: '分头落实',
        convenedBy: { id: idOf('township') },
        followUps: [
          {
            ordinal: 1,
            unit: { id: idOf('miit'), name: '工信局' },
            person: null,
            dueOn: '2023-10-19',
            overdue: true,
          },
          { ordinal: 2, unit: null, person: { id: idOf('leaderB') }, dueOn: '2023-10-25', overdue: false },
        ],
      },
    ]);
  });

  it('are counted as far as they are shown', async () => {
    const asked = { limit: 1, after: null, total: true } as const;
    for (const state of ['planned', 'concluded', 'followUpsOpen'] as const) {
      const page = await room.port(ConferenceList).page(actor('office'), { state }, asked);
      expect(page.total).toBe((await subjects('office', state)).length);
    }
  });
});
