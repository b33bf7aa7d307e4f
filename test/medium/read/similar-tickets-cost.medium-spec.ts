import { SimilarTickets } from '@zhuqi/application';
import { pairsOf } from '@zhuqi/domain';
import {
  candidatesStatement,
  unclusteredStatement,
} from '../../../libs/persistence/src/similar/similar-candidates.sql';
import { CROWD_READERS, growCrowd } from './crowd';
import { idOf, openReadingRoom, type ReadingRoom } from './reading-room';
import { settleTwoDistricts } from './two-districts';

const MANY = 60_000;
/** The two thousand that are looked at lie in fewer, all that share a word in several thousand. */
const MOST_BLOCKS = 1_500;
/** Every ticket of the crowd has these in its title. */
const PAIRS = pairsOf('件诉求停电');

type ReaderKey = keyof typeof CROWD_READERS;
const READERS = Object.keys(CROWD_READERS) as ReaderKey[];

interface Plan {
  readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };
}

describe('looking for similar tickets', () => {
  let room: ReadingRoom;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    await growCrowd(room, 0, MANY);
  });
  afterAll(() => room.close());

  /** How many blocks of tables and indexes PostgreSQL looks at: unlike time, the same on every machine. */
  async function blocks({ text, values }: ReturnType<typeof unclusteredStatement>): Promise<number> {
    const [row] = await room.database.rows<{ 'QUERY PLAN': [Plan] }>(
      `explain (analyze, buffers, format json) ${text}`,
      values,
    );
    const plan = row?.['QUERY PLAN'][0].Plan;
    return (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
  }

  it.each(READERS)(
    `for %s costs a look at the latest of ${String(MANY)} that share a word`,
    async (reader) => {
      const by = CROWD_READERS[reader];
      const statements = {
        words: candidatesStatement(by, { pairs: PAIRS, limit: 200 }),
        ticket: candidatesStatement(by, { pairs: PAIRS, limit: 200, alsoOf: idOf('e7') }),
        submission: candidatesStatement(by, { enterpriseId: idOf('e7'), until: Date.now(), limit: 10 }),
        clusters: unclusteredStatement(by, 400),
      };
      for (const [name, statement] of Object.entries(statements)) {
        expect([name, (await blocks(statement)) < MOST_BLOCKS]).toEqual([name, true]);
      }
    },
  );

  it('reaches further back for the enterprise that may have reported the same before', async () => {
    const similar = room.port(SimilarTickets);
    const enterprise = idOf('e11'); // one of those with open tickets
    const own = async (alsoOf: object): Promise<number> => {
      const quest = { pairs: PAIRS, limit: MANY, ...alsoOf };
      const found = await similar.candidates(CROWD_READERS.office, quest);
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      return found.filter(({ enterpriseId }) => enterpriseId === enterprise).length;
    };
    const [among, further] = [await own({}), await own({ alsoOf: enterprise })];
    expect(among).toBeGreaterThan(0);
    expect(further).toBeGreaterThan(among);
  });
});
