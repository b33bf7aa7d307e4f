import type { Tier } from '../../ticket/axes';
import type { TicketEvent } from '../../ticket/events';
import { promiseOf, type Ticket } from '../../ticket/ticket';
import { populationOf, type Population } from '../population';

/**
 * What figures need to know of a ticket and only the calendar can tell. The type of an event says the rest. Events carry
 * these facts whenever they change, so that every figure can be recounted from the events alone.
 */
export interface CalendarFacts {
  readonly atTier: Tier | null;
  /** The red lamp of the promise is on. */
  readonly overdue: boolean;
  /** Null before a first contact. */
  readonly contactOnTime: boolean | null;
  /** Some round was answered late; once late is late. */
  readonly late: boolean;
  readonly lateWithoutExtension: boolean;
  readonly lastHour: boolean;
  readonly pausedNearDue: boolean;
  readonly handlingMinutes: number;
  readonly pausedMinutes: number;
}

export const NO_FACTS: CalendarFacts = {
  ...{ atTier: null, overdue: false, contactOnTime: null, late: false, lateWithoutExtension: false },
  ...{ lastHour: false, pausedNearDue: false, handlingMinutes: 0, pausedMinutes: 0 },
};

export const CALENDAR_FACTS = Object.keys(NO_FACTS) as (keyof CalendarFacts)[];

export const factsOf = (ticket: Ticket): CalendarFacts => ({
  atTier: ticket.tier,
  overdue: promiseOf(ticket)?.lapsed === true,
  contactOnTime: ticket.firstContactOnTime,
  late: ticket.rounds.some(({ late }) => late),
  lateWithoutExtension: ticket.rounds.some((round) => round.lateWithoutExtension),
  lastHour: ticket.rounds.at(-1)?.lastHour === true,
  pausedNearDue: ticket.rounds.some(({ pausedNearDue }) => pausedNearDue === true),
  handlingMinutes: ticket.handlingMinutes,
  pausedMinutes: ticket.pausedMinutes,
});

/** What a ticket counts under for good, as at its submission. */
export interface CountedUnder {
  readonly regionCode: string;
  readonly townshipId: string | null;
  readonly departmentId: string | null;
  readonly industry: string;
  readonly enterpriseId: string;
  readonly officerId: string | null;
  readonly leaderId: string | null;
  readonly category: string;
  readonly population: Population;
  readonly confidential: boolean;
}

export const countedUnder = (ticket: Ticket): CountedUnder => ({
  regionCode: ticket.regionCode,
  townshipId: ticket.townshipId,
  departmentId: ticket.departmentId,
  industry: ticket.industry,
  enterpriseId: ticket.enterpriseId,
  officerId: ticket.officerId,
  leaderId: ticket.leaderId,
  category: ticket.category,
  population: populationOf(ticket),
  confidential: ticket.confidential,
});

/** Keys of `CountedUnder` that a submission does not say by itself. */
const ADDED_UNDER: readonly (keyof CountedUnder)[] = [
  'regionCode',
  'townshipId',
  'departmentId',
  'industry',
  'officerId',
  'leaderId',
  'population',
];
const FOR_THE_BOOK: readonly string[] = [...CALENDAR_FACTS, ...ADDED_UNDER];

/** An event's data without what `attested` has added for the book of figures: what people read of it. */
export const withoutFacts = (data: TicketEvent['data']): TicketEvent['data'] =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !FOR_THE_BOOK.includes(key)));
