import fc from 'fast-check';
import { leadersOf, type PersonActor } from '@zhuqi/domain';
import { ActorReader } from '../../../libs/persistence/src/access/actor-reader';
import { leadsFor } from '../../../libs/persistence/src/access/duties.sql';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { settleTwoDistricts } from './two-districts';

const LEADERS = ['leader', 'leaderB', 'leaderC', 'leaderD'] as const;
type Leader = (typeof LEADERS)[number];

describe('who leads after a leader', () => {
  let room: ReadingRoom;
  let reader: ActorReader;

  beforeAll(async () => {
    room = await openReadingRoom();
    reader = new ActorReader(room.database);
    await settleTwoDistricts(room);
    for (const key of LEADERS) {
      if (key === 'leaderC' || key === 'leaderD') {
        const post = { roles: ['district_leader'], region_code: '220105' };
        await room.insert('person', { id: idOf(key), name: key, ...post });
      }
      await room.insert('account', { person_id: idOf(key), username: key, password_hash: '' });
    }
  });

  afterAll(() => room.close());

  /** Hand over hand, a day each. */
  async function handed(...steps: readonly (readonly [Leader, Leader])[]): Promise<void> {
    await room.database.rows('delete from substitution');
    await room.database.rows('delete from handover');
    for (const [index, [from, to]] of steps.entries()) {
      const at = new Date(Date.UTC(2023, 8, 1 + index)).toISOString();
      await room.insert('handover', {
        ...{ id: idOf(`handover-${String(index)}`), region_code: '220105', posts: ['leader'] },
        ...{ from_person_id: idOf(from), to_person_id: idOf(to), effective_on: '2023-09-01' },
        ...{ reason: '调整', leaves: false, over_capacity: false, state: 'done', made_by_id: idOf('office') },
        ...{ made_at: at, done_at: at },
      });
    }
  }

  const away = (person: Leader, substitute: Leader): Promise<void> =>
    room.insert('substitution', {
      ...{
        id: idOf('away'),
        region_code: '220105',
        person_id: idOf(person),
        substitute_id: idOf(substitute),
      },
      ...{ valid: '[2023-10-01,2023-11-01)', reason: '休假', made_by_id: idOf('office') },
      made_at: '2023-09-30T01:00:00Z',
    });

  const actorOf = async (key: Leader): Promise<PersonActor> => {
    const found = await reader.find(idOf(key), idOf('family'));
    if (found === null) throw new Error(key);
    return found.actor;
  };

  const led = async (key: Leader): Promise<Leader[]> => {
    const leaders = leadersOf(await actorOf(key));
    return LEADERS.filter((each) => each !== key && leaders.includes(idOf(each)));
  };

  it('is the last of those it went through, and nobody before', async () => {
    await handed(['leader', 'leaderB'], ['leaderB', 'leaderC']);
    expect(await Promise.all(LEADERS.map(led))).toEqual([[], [], ['leader', 'leaderB'], []]);
  });

  it('does not stand in for those before, neither for what they hold nor for what is about them', async () => {
    await handed(['leader', 'leaderB']);
    expect((await actorOf('leaderB')).duties).toMatchObject({
      ...{ standsInForIds: [], leadsForIds: [idOf('leader')] },
    });
  });

  it('is the first again when it is given back', async () => {
    await handed(['leader', 'leaderB'], ['leaderB', 'leader']);
    expect(await Promise.all(LEADERS.map(led))).toEqual([['leaderB'], [], [], []]);
  });

  it('is not who gave away its own before another’s came to it', async () => {
    await handed(['leaderB', 'leaderC'], ['leader', 'leaderB']);
    expect(await Promise.all(LEADERS.map(led))).toEqual([[], ['leader'], ['leaderB'], []]);
  });

  it('is the substitute of the absent as well', async () => {
    await handed(['leader', 'leaderB']);
    await away('leaderB', 'leaderD');
    expect(await led('leaderD')).toEqual(['leader', 'leaderB']);
    expect((await actorOf('leaderD')).duties.standsInForIds).toEqual([idOf('leaderB')]);
  });

  it('is the same asked from either end', async () => {
    const leader = fc.constantFrom(...LEADERS);
    const step = fc.tuple(leader, leader).filter(([from, to]) => from !== to);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 5 }), fc.option(step), async (steps, absence) => {
        await handed(...steps);
        if (absence !== null) await away(...absence);
        for (const q of LEADERS) {
          const found = await room.database.rows<{ id: string }>(
            `select x.id from person x where x.id = any($2::uuid[]) and ${leadsFor('$1::uuid', 'x.id')}`,
            [idOf(q), LEADERS.map(idOf)],
          );
          const leaders = leadersOf(await actorOf(q));
          const expected = LEADERS.map(idOf).filter((id) => leaders.includes(id));
          expect(found.map(({ id }) => id).sort()).toEqual(expected.sort());
        }
      }),
      { numRuns: 60 },
    );
  });
});
