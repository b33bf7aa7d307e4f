import { OUTDATED } from '../../../libs/persistence/src/rules/pg-running-tickets';
import { growCrowd } from '../read/crowd';
import { openReadingRoom, type ReadingRoom } from '../read/reading-room';
import { settleTwoDistricts } from '../read/two-districts';

const MANY = 20_000;
/** Looking at every running ticket would be some thousands. */
const MOST_BLOCKS = 200;

interface Plan {
  readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };
}

describe('looking for what lags behind changed rules', () => {
  let room: ReadingRoom;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    await growCrowd(room, 0, MANY);
  });

  afterAll(() => room.close());

  it(`costs next to nothing while nothing does, however many of ${String(MANY)} tickets there are`, async () => {
    const [row] = await room.database.rows<{ 'QUERY PLAN': [Plan] }>(
      `explain (analyze, buffers, format json) ${OUTDATED.text}`,
      [5_000, null],
    );
    const plan = row?.['QUERY PLAN'][0].Plan;
    const blocks = (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
    expect(blocks).toBeGreaterThan(0);
    expect(blocks).toBeLessThan(MOST_BLOCKS);
  });
});
