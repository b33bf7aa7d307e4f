import { Injectable } from '@nestjs/common';
import {
  assistReport,
  chainReport,
  clockMoves,
  ESCALATION_CAUSE_LABEL,
  ESCALATION_CAUSES,
  explainActions,
  explainClock,
  explainEscalation,
  explainHop,
  isOneOf,
  riseText,
  type AssistShare,
  type ChainReport,
  type ClockExplanation,
  type ClockMove,
  type EscalationExplanation,
  type PersonActor,
  type Policy,
  type Possibilities,
  type Ticket,
  type WorkingCalendar,
} from '@zhuqi/domain';
import { RuleBook } from '../ports/rule-book';
import { TicketReader, type LoggedEvent, type TicketAt } from '../ports/ticket-reader';
import { RuleHistory, type RuleRecord } from '../rules/rule-history';
import { forEnterprise, UNTOLD_CAUSE } from './enterprise-timeline';
import { ShowTicket } from './show-ticket';

/** Why a hop began: the event that began it, and what it says. */
export interface HopReason {
  readonly seq: number;
  readonly event: LoggedEvent['type'];
  readonly text: string;
}

export interface ToldChain {
  readonly report: ChainReport;
  readonly assists: readonly AssistShare[];
  /** By the sequence of the event. */
  readonly reasons: ReadonlyMap<number, HopReason>;
}

/** Why a due time moved: the reasons on record for the versions it passed. */
export interface ToldMove extends ClockMove {
  readonly reasons: readonly string[];
}

/** A clock explained, with every time a change of rules moved it. */
export interface ToldClock extends ClockExplanation {
  readonly calendarVersion: number;
  readonly moves: readonly ToldMove[];
}

export interface ToldEscalation {
  readonly event: LoggedEvent;
  readonly round: number;
  readonly causeLabel: string;
  readonly explanation: EscalationExplanation;
}

/** Explains one ticket to a person who may read it: its clocks, its chain, its escalations, its actions. */
@Injectable()
export class ExplainTicket {
  constructor(
    private readonly tickets: ShowTicket,
    private readonly reader: TicketReader,
    private readonly rules: RuleBook,
    private readonly history: RuleHistory,
  ) {}

  /** Every second of a clock from its start to its due time. */
  async clock(ticketId: string, clockId: string, actor: PersonActor): Promise<ToldClock> {
    const { ticket, clock, now } = await this.tickets.clock(ticketId, clockId, actor);
    const { calendarVersion } = clock;
    const calendar = await this.rules.calendarVersion(ticket.regionCode, calendarVersion);
    const explanation = explainClock(clock, calendar, now);
    const events = await this.reader.timeline(ticketId);
    const moves = await this.reasoned(ticket, clockMoves(clockId, events));
    return { ...explanation, calendarVersion, moves };
  }

  private async reasoned({ regionCode }: Ticket, moves: readonly ClockMove[]): Promise<readonly ToldMove[]> {
    if (moves.length === 0) return [];
    const [calendars, policies] = await Promise.all([
      this.history.calendars(regionCode),
      this.history.policies(regionCode),
    ]);
    return moves.map((move) => ({
      ...move,
      reasons: [
        ...reasonsBetween(calendars, move.fromCalendarVersion, move.calendarVersion),
        ...reasonsBetween(policies, move.fromPolicyVersion, move.policyVersion),
      ],
    }));
  }

  /** A ticket's times are counted on the version of the calendar it follows. */
  private calendarOf({ regionCode, calendarVersion }: Ticket): Promise<WorkingCalendar> {
    return this.rules.calendarVersion(regionCode, calendarVersion);
  }

  /** Who held it and why. Who assisted is the inside's own affair: the enterprise is told none. */
  async chain(ticketId: string, actor: PersonActor): Promise<ToldChain> {
    const { ticket, now } = await this.tickets.execute(ticketId, actor);
    const calendar = await this.calendarOf(ticket);
    const begun = new Set(ticket.holdings.map(({ seq }) => seq));
    const events = (await this.reader.timeline(ticketId)).filter(({ seq }) => begun.has(seq));
    const inside = actor.enterpriseId === null;
    return {
      report: chainReport(ticket, calendar, now),
      assists: inside ? assistReport(ticket, calendar, now) : [],
      reasons: new Map(
        (inside ? events : forEnterprise(events)).map((event) => [event.seq, reasonOf(event)]),
      ),
    };
  }

  /**
   * Every escalation, oldest first, with the rule that fired and the values it fired on. Of one that only the inside
   * knows the cause of, the enterprise is told that it happened.
   */
  async escalations(ticketId: string, actor: PersonActor): Promise<readonly ToldEscalation[]> {
    const { ticket } = await this.tickets.execute(ticketId, actor);
    const calendar = await this.calendarOf(ticket);
    const events = (await this.reader.timeline(ticketId)).filter(({ type }) => type === 'escalated');
    return (actor.enterpriseId === null ? events : forEnterprise(events)).map((event) => ({
      event,
      round: ticket.holdings.find(({ seq }) => seq === event.seq)?.round ?? 1,
      causeLabel: causeLabelOf(event),
      explanation: explanationOf(event, calendar),
    }));
  }

  /** Every action and request with everything that would have to be true for it. */
  async actions(ticketId: string, actor: PersonActor): Promise<Possibilities> {
    const found = await this.tickets.execute(ticketId, actor);
    const { ticket, now } = found;
    const [calendar, policy] = await Promise.all([this.calendarOf(ticket), this.policyOf(found)]);
    return explainActions(actor, ticket, { now, calendar, policy });
  }

  /** A ticket that is running keeps the policy version it began with. */
  private policyOf({ ticket: { regionCode, policyVersion }, now }: TicketAt): Promise<Policy> {
    return policyVersion === null
      ? this.rules.policy(regionCode, now)
      : this.rules.policyVersion(regionCode, policyVersion);
  }
}

const reasonOf = (event: LoggedEvent): HopReason => ({
  seq: event.seq,
  event: event.type,
  text: isUntold(event) ? untoldRise(event) : explainHop(event),
});

const UNTOLD_LABEL = '按规定提级';

const isUntold = ({ data }: LoggedEvent): boolean => data['cause'] === UNTOLD_CAUSE;

const untoldRise = ({ data }: LoggedEvent): string =>
  [UNTOLD_LABEL, riseText(data)].filter((part) => part !== null).join('，');

function explanationOf(event: LoggedEvent, calendar: WorkingCalendar): EscalationExplanation {
  const explanation = explainEscalation(event.data, calendar);
  return isUntold(event) ? { ...explanation, text: `${untoldRise(event)}。` } : explanation;
}

function causeLabelOf(event: LoggedEvent): string {
  const cause = event.data['cause'];
  if (isUntold(event) || typeof cause !== 'string') return UNTOLD_LABEL;
  return isOneOf(ESCALATION_CAUSES, cause) ? ESCALATION_CAUSE_LABEL[cause] : cause;
}

/** What is on record for the versions after one up to another, the earliest first. */
const reasonsBetween = (records: readonly RuleRecord[], from: number | null, to: number | null): string[] =>
  from === null || to === null
    ? []
    : records
        .filter(({ version }) => version > from && version <= to)
        .map(({ reason }) => reason)
        .toReversed();
