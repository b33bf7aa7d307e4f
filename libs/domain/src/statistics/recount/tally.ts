import { isOneOf, OUTCOMES, RESOLVING_OUTCOMES, SOLVED, type Outcome, type Solved } from '../../ticket/axes';
import { numberIn, textIn, tierIn, wordIn } from '../../ticket/event-data';
import type { EventType, TicketEvent } from '../../ticket/events';
import type { Instant } from '../../time';
import { mapFigures, type Figures } from '../ledger';
import { POPULATIONS } from '../population';
import { CALENDAR_FACTS, NO_FACTS, type CalendarFacts, type CountedUnder } from './facts';

/** As the book of figures sees it: not yet taken on, in hand, answered, at an end, or going along with another. */
export type Place = 'untaken' | 'open' | 'answered' | 'closed' | 'ended' | 'merged';

/** An event as the log has it. */
export type CountedEvent = Pick<TicketEvent, 'type' | 'at' | 'data'>;

/** What the events of one ticket have come to so far, read from nothing but the events. */
export interface Tally {
  readonly place: Place;
  /** Where a merged ticket stood. */
  readonly placeBefore: Place;
  readonly collectedAt: Instant | null;
  readonly outcome: Outcome | null;
  /** What the enterprise itself said last; null when it has not. */
  readonly solved: Solved | null;
  readonly rating: number | null;
  readonly round: number;
  readonly returned: boolean;
  readonly severityLowered: boolean;
  readonly facts: CalendarFacts;
  /** Null for a ticket from before events said so: of it only what event types tell can be recounted. */
  readonly under: CountedUnder | null;
  /** The part of it that submissions have always said. */
  readonly said: Partial<CountedUnder>;
}

export const NOTHING_YET: Tally = {
  ...{
    place: 'untaken',
    placeBefore: 'untaken',
    collectedAt: null,
    outcome: null,
    solved: null,
    rating: null,
  },
  ...{ round: 1, returned: false, severityLowered: false, facts: NO_FACTS, under: null, said: {} },
};

type Step = (tally: Tally, event: CountedEvent) => Partial<Tally>;

const takenOn: Step = (tally, { at }) => ({ place: 'open', collectedAt: tally.collectedAt ?? at });
const ended: Step = () => ({ place: 'ended' });
const nextRound: Step = (tally, { data }) => ({
  ...{ place: 'open', outcome: null, solved: null, rating: null },
  round: numberIn(data, 'round') ?? tally.round + 1,
});

/** What each type of event means for the figures; the others mean nothing. */
const STEPS: Partial<Record<EventType, Step>> = {
  submitted: (tally, event) => ({
    ...(event.data['channel'] === 'officer' ? takenOn(tally, event) : {}),
    under: underOf(event),
    said: saidUnder(event),
  }),
  accepted: takenOn,
  routed: takenOn,
  dispatched: takenOn,
  escalated: takenOn,
  answered: (_tally, { data }) => ({
    ...{ place: 'answered', solved: null, rating: null },
    outcome: wordIn(data, 'outcome', OUTCOMES),
  }),
  confirmed: (_tally, { data }) => ({
    solved: wordIn(data, 'solved', SOLVED),
    rating: numberIn(data, 'rating'),
  }),
  closed: () => ({ place: 'closed' }),
  disputed: (tally, event) => ({ ...nextRound(tally, event), solved: 'no' }),
  reopened: nextRound,
  rejected: ended,
  withdrawn: ended,
  merged: ({ place }) => ({ place: 'merged', placeBefore: place }),
  unmerged: ({ placeBefore }) => ({ place: placeBefore }),
  severityLowered: () => ({ severityLowered: true }),
  ruled: (tally, { data }) => ({
    returned: tally.returned || (data['kind'] === 'return' && data['approved'] === true),
  }),
};

/** The tally after one more event. */
export function counted(tally: Tally, event: CountedEvent): Tally {
  const step = STEPS[event.type]?.(tally, event) ?? {};
  return { ...tally, ...step, facts: factsAfter(tally.facts, event) };
}

function factsAfter(facts: CalendarFacts, { data }: CountedEvent): CalendarFacts {
  const told = CALENDAR_FACTS.filter((fact) => data[fact] !== undefined);
  if (told.length === 0) return facts;
  const said = Object.fromEntries(
    told.map((fact) => [fact, fact === 'atTier' ? tierIn(data, fact) : data[fact]]),
  );
  return { ...facts, ...said };
}

function saidUnder({ data }: CountedEvent): Partial<CountedUnder> {
  const { confidential } = data;
  const [enterpriseId, category] = [textIn(data, 'enterpriseId'), textIn(data, 'category')];
  return {
    ...(enterpriseId === null ? {} : { enterpriseId }),
    ...(category === null ? {} : { category }),
    ...(typeof confidential === 'boolean' ? { confidential } : {}),
  };
}

function underOf({ data }: CountedEvent): CountedUnder | null {
  const regionCode = textIn(data, 'regionCode');
  const population = wordIn(data, 'population', POPULATIONS);
  if (regionCode === null || population === null) return null;
  const text = (key: string): string => textIn(data, key) ?? '';
  const id = (key: string): string | null => textIn(data, key);
  return {
    ...{ regionCode, population, industry: text('industry'), category: text('category') },
    ...{ enterpriseId: text('enterpriseId'), townshipId: id('townshipId'), departmentId: id('departmentId') },
    ...{ officerId: id('officerId'), leaderId: id('leaderId'), confidential: data['confidential'] === true },
  };
}

const SATISFIED_FROM = 4;

/** What a ticket counts for after these events: the definitions of 收集、解决、办结 … once more, from the events. */
export function talliedFigures(tally: Tally): Figures {
  const { place, facts, rating, solved, outcome } = tally;
  if (tally.collectedAt === null || place === 'ended' || place === 'merged') return mapFigures(() => 0);
  const closed = place === 'closed';
  const handled = closed || place === 'answered';
  const one = (holds: boolean): number => (holds ? 1 : 0);
  return {
    collected: 1,
    resolved: one(handled && outcome !== null && isOneOf(RESOLVING_OUTCOMES, outcome)),
    closed: one(closed),
    closedOnTime: one(closed && !facts.late),
    onTimeWithoutExtension: one(closed && !facts.lateWithoutExtension),
    firstContactOnTime: one(facts.contactOnTime === true),
    satisfied: one(closed && rating !== null && rating >= SATISFIED_FROM),
    rated: one(closed && rating !== null),
    notRated: one(closed && rating === null),
    confirmedByEnterprise: one(closed && solved !== null && solved !== 'no'),
    reworked: one(tally.round > 1),
    returned: one(tally.returned),
    open: one(!handled),
    overdue: one(!handled && facts.overdue),
    answeredLastHour: one(handled && facts.lastHour),
    pausedNearDue: one(facts.pausedNearDue),
    severityLowered: one(tally.severityLowered),
    closedWithoutContact: one(closed && facts.contactOnTime === null),
    handlingMinutes: handled ? facts.handlingMinutes : 0,
    pausedMinutes: handled ? facts.pausedMinutes : 0,
  };
}

/**
 * What the log of a ticket from before these facts cannot confirm: figures that need them, and a signal that such a log
 * tells of, but that was posted later.
 */
export const BEYOND_OLD_LOGS = [
  'closedOnTime',
  'onTimeWithoutExtension',
  'firstContactOnTime',
  'overdue',
  'answeredLastHour',
  'pausedNearDue',
  'severityLowered',
  'closedWithoutContact',
  'handlingMinutes',
  'pausedMinutes',
] as const satisfies readonly (keyof Figures)[];
