import type { TicketFilter, TicketSort } from '@zhuqi/application';
import { pageStatement } from '../../../libs/persistence/src/ticket-list/ticket-page.sql';
import { CROWD_READERS, growCrowd } from './crowd';
import { openReadingRoom, type ReadingRoom } from './reading-room';
import { settleTwoDistricts } from './two-districts';

const MANY = 40_000;
/** A full page with its names and lamps is about 300; reading everything a reader may see would be thousands. */
const MOST_BLOCKS = 1_000;

type ReaderKey = keyof typeof CROWD_READERS;

const QUESTIONS: readonly (readonly [ReaderKey, TicketFilter, TicketSort])[] = [
  ['office', {}, 'due'],
  ['office', {}, '-submittedAt'],
  ['office', { statuses: ['in_progress'] }, 'due'],
  ['office', { statuses: ['dispatched', 'in_progress', 'answered', 'need_info'] }, 'due'],
  ['office', { statuses: ['closed'] }, 'due'],
  ['office', { lamp: 'red' }, 'due'],
  ['office', { view: 'overdue' }, 'due'],
  ['office', { view: 'triage' }, 'due'],
  ['city', {}, 'due'],
  ['city', { statuses: ['in_progress'] }, 'due'],
  ['leader', {}, 'due'],
  ['leader', { view: 'mine' }, 'due'],
  ['township', { view: 'unit' }, 'due'],
  ['township', { statuses: ['in_progress'] }, 'due'],
  ['officer', { view: 'mine' }, 'due'],
  ['officer', {}, 'due'],
  ['enterprise', {}, 'due'],
];

interface Plan {
  readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number };
}

describe('a page of the ticket list', () => {
  let room: ReadingRoom;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    await growCrowd(room, 0, MANY);
  });

  afterAll(() => room.close());

  /** How many blocks of tables and indexes PostgreSQL looks at: unlike time, the same on every machine. */
  async function blocksRead([reader, filter, sort]: (typeof QUESTIONS)[number]): Promise<number> {
    const request = { filter, sort, limit: 20, after: null, total: false };
    const { text, values } = pageStatement(CROWD_READERS[reader], request);
    const [row] = await room.database.rows<{ 'QUERY PLAN': [Plan] }>(
      `explain (analyze, buffers, format json) ${text}`,
      values,
    );
    const plan = row?.['QUERY PLAN'][0].Plan;
    return (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
  }

  it.each(QUESTIONS)(
    `for %s by %j sorted by %s costs a page, however many of ${MANY} tickets there are to see`,
    async (...question) => {
      const blocks = await blocksRead(question);
      expect(blocks).toBeGreaterThan(0);
      expect(blocks).toBeLessThan(MOST_BLOCKS);
    },
  );
});
