import fc from 'fast-check';
import { november } from '../../../../../test/support/november';
import { routed, TicketStory } from '../../../../../test/support/ticket-stage';
import { chains, steps, submissions, Walk } from '../../../../../test/support/ticket-walk';
import { FIGURES, figuresOf } from '../ledger';
import { bookFault, type BookedPosting } from './book-check';
import { rowFault, rowStateOf } from './row-check';
import { counted, NOTHING_YET, talliedFigures } from './tally';

const tallyOf = ({ log }: TicketStory) => log.reduce(counted, NOTHING_YET);
const tallied = (story: TicketStory) => talliedFigures(tallyOf(story));
const faultOf = ({ log, booked }: TicketStory) => bookFault(log, booked);

const answered = (): TicketStory =>
  routed(november('02T09:00'))
    .take('claim', 'officer', november('02T10:00'))
    .take('contact', 'officer', november('02T11:00'))
    .take('answer', 'officer', november('12T10:00'))
    .take('confirm', 'enterprise', november('13T10:00'), { solved: 'yes', rating: 5 });

/** Signals that a random walk seldom gives. */
const seldomMet = (): TicketStory[] => [
  routed(november('02T09:00'))
    .take('claim', 'officer', november('02T10:00'))
    .take('requestInfo', 'officer', november('11T14:00'))
    .take('supplyInfo', 'enterprise', november('11T16:00'))
    .take('answer', 'officer', november('12T10:00'))
    .take('confirm', 'enterprise', november('13T10:00')),
];

describe('whatever happens to a ticket', () => {
  it('its events alone say what it counts for, and what the book holds', () => {
    const met = new Set<string>();
    const agree = (story: TicketStory): void => {
      const figures = figuresOf(story.ticket);
      expect(tallied(story)).toEqual(figures);
      expect(faultOf(story)).toBeNull();
      expect(rowFault(tallyOf(story), rowStateOf(story.ticket))).toBeNull();
      for (const figure of FIGURES) if (figures[figure] > 0) met.add(figure);
    };
    seldomMet().forEach(agree);
    fc.assert(
      fc.property(submissions, chains, steps, (said, chain, path) => {
        new Walk(said, chain).take(path).stories.forEach(agree);
      }),
      { numRuns: 200, seed: 20261122, endOnFailure: true },
    );
    expect([...met].sort()).toEqual([...FIGURES].sort());
  });

  it('a posting that is changed, removed, added or moved is found', () => {
    fc.assert(
      fc.property(submissions, steps, fc.nat(), fc.nat(), (said, path, which, how) => {
        for (const { log, booked } of new Walk(said).take(path).stories) {
          if (booked.length === 0) continue;
          expect(bookFault(log, tampered(booked, which % booked.length, how % TRICKS.length))).not.toBeNull();
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** What the owner of the database could do to the book. */
const TRICKS: readonly ((posting: BookedPosting) => readonly BookedPosting[])[] = [
  () => [],
  (posting) => [posting, { ...posting, part: 2 }],
  (posting) => [{ ...posting, at: posting.at + 1 }],
  (posting) => [{ ...posting, collectedOn: '2026-01-01' }],
  (posting) => [{ ...posting, tier: posting.tier === 5 ? 4 : 5 }],
  (posting) => [{ ...posting, under: { ...posting.under, officerId: 'somebody else' } }],
  (posting) => [{ ...posting, under: { ...posting.under, confidential: !posting.under.confidential } }],
  (posting) => [{ ...posting, figures: { ...posting.figures, resolved: posting.figures.resolved + 1 } }],
  (posting) => [
    { ...posting, figures: { ...posting.figures, pausedMinutes: posting.figures.pausedMinutes - 1 } },
  ],
  (posting) => [{ ...posting, seq: posting.seq + 1_000 }],
];

const tampered = (booked: readonly BookedPosting[], which: number, how: number): BookedPosting[] =>
  booked.flatMap((posting, index) => (index === which ? (TRICKS[how]?.(posting) ?? []) : [posting]));

describe('a fault in the book', () => {
  it('names the event, what is wrong, and both numbers', () => {
    const { log, booked } = answered();
    const wrong = booked.map((posting) =>
      posting.figures.closed === 1
        ? { ...posting, figures: { ...posting.figures, closedOnTime: 1 } }
        : posting,
    );
    expect(bookFault(log, booked)).toBeNull();
    expect(bookFault(log, wrong)).toEqual({ seq: log.length, what: 'closedOnTime', booked: 1, recounted: 0 });
  });

  it('of a ticket from before events carried these facts is looked for in what their types tell', () => {
    const { log, booked } = answered();
    const old = log.map((event) => ({ ...event, data: bare(event.data) }));
    expect(bookFault(old, booked)).toBeNull();
    const wrong = booked.map((posting) => ({ ...posting, figures: { ...posting.figures, rated: 0 } }));
    expect(bookFault(old, wrong)).toMatchObject({ what: 'rated', recounted: 1 });
    const lowered = old.map((event) =>
      event.type === 'claimed' ? { ...event, type: 'severityLowered' as const } : event,
    );
    expect(bookFault(lowered, booked)).toBeNull();
  });
});

const ALWAYS_SAID = ['enterpriseId', 'category', 'confidential'];
const FROM_BEFORE = [...ALWAYS_SAID, 'channel', 'outcome', 'solved', 'rating', 'round'];

const bare = <T extends object>(data: T): T =>
  Object.fromEntries(Object.entries(data).filter(([key]) => FROM_BEFORE.includes(key))) as T;

describe('what a ticket from before these facts counts under', () => {
  const { log, booked, ticket } = answered();
  const old = log.map((event) => ({ ...event, data: bare(event.data) }));
  const filed = rowStateOf(ticket).under;
  const under = (edited: Partial<typeof filed>, which = (_seq: number) => true) =>
    booked.map((posting) =>
      which(posting.seq) ? { ...posting, under: { ...posting.under, ...edited } } : posting,
    );

  it('is the same in all its postings', () => {
    const last = booked.at(-1)?.seq;
    const mixed = under({ townshipId: 'elsewhere' }, (seq) => seq === last);
    expect(bookFault(old, mixed)).toMatchObject({ seq: last, what: 'townshipId', booked: 'elsewhere' });
  });

  it('is what its row says', () => {
    expect(bookFault(old, booked, filed)).toBeNull();
    expect(bookFault(old, under({ officerId: 'another' }), filed)).toMatchObject({ what: 'officerId' });
    expect(bookFault(old, under({ population: 'project' }), filed)).toMatchObject({ what: 'population' });
  });

  it.each([{ enterpriseId: 'another' }, { category: 'another' }, { confidential: true }])(
    'is what its submission has always said, whatever row and postings say: %j',
    (edited) => {
      const what = Object.keys(edited)[0];
      expect(bookFault(old, under(edited), { ...filed, ...edited })).toMatchObject({ what });
      const tally = old.reduce(counted, NOTHING_YET);
      const stored = { ...rowStateOf(ticket), under: { ...filed, ...edited } };
      expect(rowFault(tally, stored)).toMatchObject({ what, stored: Object.values(edited)[0] });
    },
  );
});

describe('the row of a ticket beside its events', () => {
  const story = answered();
  const stored = rowStateOf(story.ticket);
  const faultWith = (edited: Partial<typeof stored>, bareEvents = false) =>
    rowFault(
      story.log
        .map((event) => (bareEvents ? { ...event, data: bare(event.data) } : event))
        .reduce(counted, NOTHING_YET),
      { ...stored, ...edited },
    );

  it.each([
    ['status', { status: 'in_progress' }, { stored: 'in_progress', told: 'closed' }],
    ['outcome', { outcome: 'unresolvable' }, { stored: 'unresolvable', told: 'resolved' }],
    ['round', { round: 2 }, { stored: 2, told: 1 }],
    ['tier', { tier: 4 }, { stored: 4, told: 1 }],
    ['collectedAt', { collectedAt: null }, { stored: null }],
    ['solved', { solved: 'partly' }, { stored: 'partly', told: 'yes' }],
    ['rating', { rating: 1 }, { stored: 1, told: 5 }],
    ['verdictBy', { verdictBy: null }, { stored: null, told: 'enterprise' }],
    ['contactOnTime', { contactOnTime: false }, { stored: false, told: true }],
    [
      'officerId',
      { under: { ...stored.under, officerId: 'another' } },
      { stored: 'another', told: 'officer' },
    ],
    ['confidential', { under: { ...stored.under, confidential: true } }, { stored: true, told: false }],
  ] as const)('shows an edited %s', (what, edited, fault) => {
    expect(faultWith(edited)).toMatchObject({ what, ...fault });
    expect(faultWith({})).toBeNull();
  });

  it('of a ticket from before events carried these facts is held against what their types tell', () => {
    expect(faultWith({}, true)).toBeNull();
    expect(faultWith({ status: 'withdrawn' }, true)).toMatchObject({ what: 'status' });
    expect(faultWith({ rating: 4 }, true)).toMatchObject({ what: 'rating', stored: 4, told: 5 });
  });
});
