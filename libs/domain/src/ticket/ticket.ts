import type { Clock } from '../sla';
import type { Instant } from '../time';
import type { Assist } from './assist';
import type { Conference, FollowUp } from './conference';
import type { TicketItem } from './item';
import type { TicketRequest } from './request';
import type { Round } from './round';
import type { Channel, Outcome, Severity, Solved, Tier, TicketStatus, Urgency } from './axes';

/** A clock on a ticket, with the two effects the sweep brings about at most once each. */
export interface TicketClock extends Clock {
  /** The yellow lamp has been announced. */
  readonly warned: boolean;
  /** The red lamp has been announced. */
  readonly lapsed: boolean;
  /** The policy's triggers that have happened for the present due time, by code. */
  readonly fired: readonly string[];
  /** What had been announced before a change of rules moved the due time: that lamp is not told a second time. */
  readonly hushed: 'none' | 'yellow' | 'red';
  /** The version of the calendar its times are counted on; one that has stopped stays on that of its last day. */
  readonly calendarVersion: number;
}

/** One hop of the chain of responsibility: who held the ticket, from when to when. */
export interface Holding {
  readonly ordinal: number;
  /** The event that began it, which says why this holder. */
  readonly seq: number;
  readonly tier: Tier;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly round: number;
  readonly fromAt: Instant;
  readonly toAt: Instant | null;
  /** The clock of this hop; tier 1 has none of its own and answers to the promise. */
  readonly clockId: string | null;
}

/** From a due time that was missed to the answer that came after it. */
export interface Overrun {
  readonly from: Instant;
  readonly to: Instant;
}

/** What the enterprise says; kept apart from `outcome`, which is what the handling unit says. */
export interface Verdict {
  readonly solved: Solved;
  readonly rating: number | null;
  readonly comment: string | null;
  readonly by: 'enterprise' | 'office' | 'system';
}

/** The aggregate every action reads and answers anew; frozen data, no methods. */
export interface Ticket {
  readonly id: string;
  readonly number: string;
  /** The sequence of the last event. */
  readonly version: number;
  readonly headHash: string;
  readonly regionCode: string;
  readonly enterpriseId: string;
  /** The project whose problem it is (重点项目); null for a problem of the enterprise itself. Never changes. */
  readonly projectId: string | null;
  /** Township, industry, responsible department, officer and leader as they were when it was submitted. */
  readonly townshipId: string | null;
  readonly departmentId: string | null;
  readonly industry: string;
  readonly officerId: string | null;
  readonly leaderId: string | null;
  readonly submitterId: string | null;
  readonly aboutPersonId: string | null;
  readonly status: TicketStatus;
  /** Where a ticket waiting for information goes back to. */
  readonly resumeStatus: TicketStatus | null;
  /** What it was merged into, where it stood then, and since when; null unless merged. */
  readonly mergedIntoId: string | null;
  readonly mergedFrom: TicketStatus | null;
  readonly mergedAt: Instant | null;
  /** The same matter of several enterprises it is answered along with. */
  readonly matterId: string | null;
  readonly tier: Tier | null;
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly round: number;
  readonly outcome: Outcome | null;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly channel: Channel;
  readonly confidential: boolean;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly holderUnitId: string | null;
  readonly holderPersonId: string | null;
  readonly heldUnitIds: readonly string[];
  readonly heldPersonIds: readonly string[];
  readonly assistUnitIds: readonly string[];
  readonly triageReason: string | null;
  readonly submittedAt: Instant;
  /** First acceptance or dispatch: the day it was taken on. */
  readonly collectedAt: Instant | null;
  readonly dispatchedAt: Instant | null;
  readonly tierSinceAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly dispatchCount: number;
  /** Re-dispatches by hand at the present tier; route and escalation do not count. */
  readonly handDispatchCount: number;
  readonly disputeCount: number;
  readonly returnCount: number;
  /** The round whose one itemised request for material has been used. */
  readonly infoRound: number | null;
  readonly firstContactOnTime: boolean | null;
  readonly responsibleUnitId: string | null;
  readonly route: string | null;
  readonly result: string | null;
  readonly verdict: Verdict | null;
  readonly policyVersion: number | null;
  /** The version of the district's calendar its times are counted on. */
  readonly calendarVersion: number;
  /** Open minutes from dispatch to the last answer, waits for the enterprise's verdict apart; 0 before an answer. */
  readonly handlingMinutes: number;
  /** How many of them the clocks stood for material or a suspension. */
  readonly pausedMinutes: number;
  /** When the last stage report was made; at the top of the ladder they take the place of escalations. */
  readonly reportedAt: Instant | null;
  /** A stage report has been asked for and not been made yet. */
  readonly reportAsked: boolean;
  /** The rounds so far, the present one last; empty before the first dispatch. */
  readonly rounds: readonly Round[];
  /** Times the promise ran past its due time before a new round granted new time; they stay on record. */
  readonly overruns: readonly Overrun[];
  /** Escalations there have been, as `round:tier left:cause`: each happens at most once. */
  readonly escalationKeys: readonly string[];
  /** When the ticket rises a tier unless something happens first. */
  readonly escalateAt: Instant | null;
  /** When the next of the policy's triggers happens unless something happens first. */
  readonly triggerAt: Instant | null;
  /** When the system acts next for another reason than a clock: silence after an answer, the cap of a pause. */
  readonly wakeAt: Instant | null;
  readonly clocks: readonly TicketClock[];
  readonly holdings: readonly Holding[];
  readonly requests: readonly TicketRequest[];
  readonly assists: readonly Assist[];
  readonly items: readonly TicketItem[];
  readonly conferences: readonly Conference[];
  readonly followUps: readonly FollowUp[];
  /** Tickets merged into this one; kept on their side, read along. */
  readonly childIds: readonly string[];
}

export const currentHolding = (ticket: Ticket): Holding | null =>
  ticket.holdings.find((holding) => holding.toAt === null) ?? null;

/** The promise to the enterprise. One per ticket; rounds resume it rather than start another. */
export const promiseOf = (ticket: Ticket): TicketClock | null =>
  ticket.clocks.find((clock) => clock.kind === 'resolve') ?? null;

/** The clock of the present hop, if its tier has one. */
export function legOf(ticket: Ticket): TicketClock | null {
  const clockId = currentHolding(ticket)?.clockId;
  return ticket.clocks.find((clock) => clock.id === clockId) ?? null;
}
