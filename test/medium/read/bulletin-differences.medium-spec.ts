import { BulletinDifferences, type ComparedSelection } from '@zhuqi/application';
import { districtReader, MEASURES, type Measure } from '@zhuqi/domain';
import fc from 'fast-check';
import { aboutOf, dayOf, forget, ledgers, moments, post, settleTickets, type Posting } from './random-ledger';
import { openReadingRoom, type ReadingRoom } from './reading-room';
import { actor, settleTwoDistricts } from './two-districts';

const DISTRICT = { code: '220105', codes: ['220105'] };
const READERS = ['office', 'auditor', 'leader', 'leaderB', 'officer', 'city'] as const;

const questions = fc
  .record({
    first: moments,
    second: moments,
    edges: fc.tuple(moments.map(dayOf), moments.map(dayOf)),
    basis: fc.constantFrom('cohort' as const, 'flow' as const),
    population: fc.constantFrom('enterprise' as const, 'project' as const),
    reader: fc.constantFrom(...READERS),
    measure: fc.constantFrom(...MEASURES),
  })
  .map(({ first, second, edges, ...rest }) => {
    const [from = '', to = ''] = [...edges].sort();
    return { ...rest, from, to, then: Math.min(first, second), now: Math.max(first, second) };
  });

/** The tickets a measure counts at a moment, worked out here. */
function countedAt(
  postings: readonly Posting[],
  { population, basis, from, to }: ComparedSelection,
  at: number,
  measure: Measure,
): Set<number> {
  const sums = new Map<number, number>();
  for (const posting of postings) {
    const day = basis === 'cohort' ? posting.collectedOn : dayOf(posting.at);
    const selected = posting.region === DISTRICT.code && posting.population === population;
    if (!selected || posting.at > at || day < from || day > to) continue;
    sums.set(posting.ticket, (sums.get(posting.ticket) ?? 0) + posting.figures[measure]);
  }
  return new Set([...sums].filter(([, sum]) => sum > 0).map(([ticket]) => ticket));
}

const complaint = (ticket: number): boolean => aboutOf(ticket) !== null;
const nobodys = (ticket: number): boolean => !complaint(ticket);

describe('what has become of published figures', () => {
  let room: ReadingRoom;
  let differences: BulletinDifferences;

  beforeAll(async () => {
    room = await openReadingRoom();
    await settleTwoDistricts(room);
    await settleTickets(room);
    differences = room.port(BulletinDifferences);
  });

  afterAll(() => room.close());

  it('is what the postings between the two moments made of it, for random ledgers and moments', async () => {
    await fc.assert(
      fc.asyncProperty(
        ledgers,
        fc.array(questions, { minLength: 4, maxLength: 4 }),
        async (postings, asked) => {
          await forget(room);
          await post(room, postings);
          for (const question of asked) {
            const compared = await differences.compare(districtReader(DISTRICT), question);
            for (const measure of MEASURES) {
              const was = countedAt(postings, question, question.then, measure);
              const is = countedAt(postings, question, question.now, measure);
              const entered = [...is].filter((ticket) => !was.has(ticket));
              const left = [...was].filter((ticket) => !is.has(ticket));
              expect(compared[measure]).toEqual({
                ...{ entered: entered.filter(nobodys).length, left: left.filter(nobodys).length },
                complaints: entered.filter(complaint).length - left.filter(complaint).length,
              });
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is explained to each reader by the tickets it may read, which are never more than there are', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, questions, async (postings, question) => {
        await forget(room);
        await post(room, postings);
        const { reader: key, measure } = question;
        const page = { limit: 100, after: null, total: true };
        const all = (await differences.compare(districtReader(DISTRICT), question))[measure];
        const seen = await differences.tickets(actor(key), DISTRICT.codes, question, page);
        expect(seen.items).toHaveLength(seen.total ?? -1);
        expect(seen.items.length).toBeLessThanOrEqual(all.entered + all.left);
        expect(seen.items.every(({ counted }) => counted.then !== counted.now)).toBe(true);
        if (key !== 'auditor') return;
        const moved = seen.items.filter(({ counted }) => counted.now).length;
        expect([moved, seen.items.length - moved]).toEqual([all.entered, all.left]);
      }),
      { numRuns: 60 },
    );
  });
});
