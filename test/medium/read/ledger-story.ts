import { FIGURES, mapFigures, type Amounts, type Figures, type Measure } from '@zhuqi/domain';
import { idOf, type ReadingRoom } from './reading-room';
import { actor, ENTERPRISES, insertTicket, type EnterpriseKey } from './two-districts';

/** How a ticket stood from a moment on. */
export interface Stand {
  readonly at: string;
  readonly tier: number | null;
  /** What it counted for; an empty list is a ticket that is no longer collected. */
  readonly counts: readonly Measure[];
  /** Open minutes it took, and how many of them the work was held up; left out is none. */
  readonly amounts?: Amounts;
}

export interface Story {
  readonly key: string;
  readonly enterprise: EnterpriseKey;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly heldUnits: readonly string[];
  readonly collectedOn: string;
  readonly stands: readonly Stand[];
}

const COLUMN_OF = (figure: keyof Figures): string =>
  figure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const isAmount = (figure: keyof Figures): figure is keyof Amounts => figure.endsWith('Minutes');
const figures = ({ counts, amounts }: Stand): Figures =>
  mapFigures((figure) => (isAmount(figure) ? (amounts?.[figure] ?? 0) : Number(counts.includes(figure))));

/** Tells a story to the database: the ticket, and the postings from stand to stand. */
export async function tell(room: ReadingRoom, story: Story): Promise<void> {
  const { key, enterprise, heldUnits: held, columns } = story;
  await insertTicket(room, { key, enterprise, held, columns });
  let before: Stand = { at: '', tier: null, counts: [] };
  for (const [index, stand] of story.stands.entries()) {
    for (const [part, posting] of postings(before, stand).entries()) {
      await insertEntry(room, story, { seq: index + 1, part, at: stand.at, ...posting });
    }
    before = stand;
  }
}

interface Posting {
  readonly tier: number | null;
  readonly deltas: Figures;
}

/** A ticket that changes tiers is taken out of the old one and put into the new one. */
function postings(before: Stand, after: Stand): Posting[] {
  const old = figures(before);
  const now = figures(after);
  if (before.counts.length === 0 || before.tier === after.tier) {
    return [{ tier: after.tier, deltas: mapFigures((figure) => now[figure] - old[figure]) }];
  }
  return [
    { tier: before.tier, deltas: mapFigures((figure) => 0 - old[figure]) },
    { tier: after.tier, deltas: now },
  ];
}

async function insertEntry(
  room: ReadingRoom,
  story: Story,
  entry: Posting & { readonly seq: number; readonly part: number; readonly at: string },
): Promise<void> {
  const { columns } = story;
  const [, region_code, township, industry] =
    ENTERPRISES.find(([key]) => key === story.enterprise) ?? ENTERPRISES[0];
  await room.insert('ledger', {
    ticket_id: idOf(story.key),
    seq: entry.seq,
    part: entry.part,
    at: entry.at,
    collected_on: story.collectedOn,
    region_code,
    township_id: idOf(township),
    department_id: columns['department_id'],
    industry,
    enterprise_id: idOf(story.enterprise),
    officer_id: columns['officer_id'],
    leader_id: columns['leader_id'],
    category: columns['category'],
    tier: entry.tier,
    population: 'enterprise',
    confidential: columns['confidential'],
    ...Object.fromEntries(FIGURES.map((figure) => [COLUMN_OF(figure), entry.deltas[figure]])),
  });
  const { seq, part } = entry;
  await room.insert('ledger_tail', { ticket_id: idOf(story.key), seq, part });
}

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const QUICK: Amounts = { handlingMinutes: 1_440, pausedMinutes: 0 };
const FIRST_ROUND: Amounts = { handlingMinutes: 960, pausedMinutes: 480 };
const BOTH_ROUNDS: Amounts = { handlingMinutes: 5_000, pausedMinutes: 617 };

const WAYS: readonly (readonly Stand[])[] = [
  // answered in time, confirmed, rated
  [
    { at: '2023-05-04T03:00:00Z', tier: 1, counts: ['collected', 'open'] },
    { at: '2023-05-06T03:00:00Z', tier: 1, counts: ['collected', 'open', 'firstContactOnTime'] },
    {
      at: '2023-05-09T03:00:00Z',
      tier: 1,
      counts: ['collected', 'resolved', 'firstContactOnTime'],
      amounts: QUICK,
    },
    {
      at: '2023-05-12T03:00:00Z',
      tier: 1,
      counts: [
        'collected',
        'resolved',
        'firstContactOnTime',
        'closed',
        'closedOnTime',
        'onTimeWithoutExtension',
        'rated',
        'satisfied',
        'confirmedByEnterprise',
      ],
      amounts: QUICK,
    },
  ],
  // overdue, escalated twice, still open
  [
    { at: '2023-05-31T15:59:59Z', tier: 1, counts: ['collected', 'open'] },
    { at: '2023-06-08T03:00:00Z', tier: 1, counts: ['collected', 'open', 'overdue'] },
    { at: '2023-06-14T03:00:00Z', tier: 2, counts: ['collected', 'open', 'overdue'] },
    { at: '2023-06-21T03:00:00Z', tier: 4, counts: ['collected', 'open', 'overdue'] },
  ],
  // resolved, disputed, resolved again, closed by silence
  [
    { at: '2023-05-31T16:00:00Z', tier: null, counts: ['collected', 'open'] },
    { at: '2023-06-01T03:00:00Z', tier: 2, counts: ['collected', 'open'] },
    { at: '2023-06-05T03:00:00Z', tier: 2, counts: ['collected', 'resolved'], amounts: FIRST_ROUND },
    { at: '2023-06-06T03:00:00Z', tier: 2, counts: ['collected', 'open', 'reworked'] },
    { at: '2023-06-16T03:00:00Z', tier: 3, counts: ['collected', 'open', 'reworked', 'returned'] },
    {
      at: '2023-07-02T03:00:00Z',
      tier: 3,
      counts: ['collected', 'resolved', 'reworked', 'returned'],
      amounts: BOTH_ROUNDS,
    },
    {
      at: '2023-07-10T03:00:00Z',
      tier: 3,
      counts: ['collected', 'resolved', 'reworked', 'returned', 'closed', 'notRated'],
      amounts: BOTH_ROUNDS,
    },
  ],
  // rejected after all
  [
    { at: '2023-06-01T03:00:00Z', tier: 1, counts: ['collected', 'open'] },
    { at: '2023-06-20T03:00:00Z', tier: 1, counts: [] },
  ],
];

const HELD: readonly (readonly string[])[] = [['dongsheng'], ['miit'], ['dongsheng', 'miit'], []];
const COLLECTED_ON = ['2023-05-04', '2023-05-31', '2023-06-01', '2023-06-01'] as const;

/** A spring in two districts: every way a ticket can go, under every key and for every reader. */
export function springStories(count: number): Story[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `s${index}`,
    enterprise: pick(ENTERPRISES, index >> 2)[0],
    heldUnits: pick(ENTERPRISES, index >> 2)[1] === '220105' ? pick(HELD, index >> 1) : [],
    collectedOn: pick(COLLECTED_ON, index),
    stands: pick(WAYS, index),
    columns: {
      department_id: pick([idOf('miit'), idOf('commerce'), null], index >> 2),
      officer_id: pick([idOf('officer'), null, idOf('officer2')], index >> 1),
      leader_id: pick([idOf('leader'), idOf('leaderB'), null], index >> 3),
      about_person_id: pick([null, null, null, null, actor('office').id], index),
      category: pick(['permits', 'financing'], index >> 3),
      confidential: index % 7 === 0,
      submitted_at: pick(['2023-05-03T01:00:00Z', '2023-05-30T01:00:00Z'], index),
    },
  }));
}
