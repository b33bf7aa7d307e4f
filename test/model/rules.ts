import {
  amendCalendar,
  calendarOfDistrict,
  followsRules,
  policyOn,
  workingCalendar,
  type CalendarAmendment,
  type Decision,
  type DistrictCalendar,
  type Instant,
  type Policy,
  type RulesSoFar,
  type Ticket,
  type WorkingCalendar,
} from '@zhuqi/domain';
import { CALENDAR, FIRST_CALENDAR, POLICIES } from './district';

/** What a ticket is decided under. */
export interface RulesNow {
  readonly version: number;
  readonly calendar: WorkingCalendar;
  readonly policy: Policy;
}

/** The rules of the district as one history has changed them so far. */
export class Rules {
  private district: DistrictCalendar = FIRST_CALENDAR;
  private readonly calendars: Map<number, WorkingCalendar>;
  private readonly list: Policy[] = [...POLICIES];
  /** Running tickets are brought under these. */
  private readonly rebasing = new Set<number>();
  /** A change has been tried: there may be other versions than those the history has found. */
  changed = false;

  constructor(private latest: number) {
    this.calendars = new Map([[latest, CALENDAR]]);
  }

  get calendarVersion(): number {
    return this.latest;
  }

  get policies(): readonly Policy[] {
    return this.list;
  }

  calendar(version = this.latest): WorkingCalendar {
    const found = this.calendars.get(version);
    if (found === undefined) throw new Error(`no calendar ${String(version)}`);
    return found;
  }

  amended(amendment: CalendarAmendment): Decision<DistrictCalendar> {
    return amendCalendar(this.district, amendment);
  }

  /** The days the district has decided for itself. */
  ownDays(): readonly string[] {
    return this.district.rules.map(({ day }) => day);
  }

  takeCalendar(district: DistrictCalendar): void {
    this.district = district;
    this.latest += 1;
    this.calendars.set(this.latest, workingCalendar(calendarOfDistrict(district)));
  }

  takePolicy(policy: Policy, rebases: boolean): void {
    this.list.push(policy);
    if (rebases) this.rebasing.add(policy.version);
  }

  inForce(now: Instant): Policy {
    const policy = policyOn(this.list, this.calendar().dayOf(now));
    if (policy === null) throw new Error('no policy is in force');
    return policy;
  }

  /** What the ticket has been counted under. */
  sofar({ calendarVersion, policyVersion }: Ticket): RulesSoFar {
    const policy = this.list.find(({ version }) => version === policyVersion) ?? null;
    if (policy === null && policyVersion !== null) throw new Error(`no policy ${String(policyVersion)}`);
    return { calendar: this.calendar(calendarVersion), policy };
  }

  /** What it is decided under: the calendar of the day, and its own policy unless a later one reaches back. */
  forTicket(ticket: Ticket, now: Instant): RulesNow {
    const { calendar, policy } = this.sofar(ticket);
    const own = policy ?? this.inForce(now);
    if (!followsRules(ticket)) return { version: ticket.calendarVersion, calendar, policy: own };
    const back = policy === null ? null : this.reachingBack(policy, now);
    return { version: this.latest, calendar: this.calendar(), policy: back ?? own };
  }

  /** Still counted under rules of yesterday. */
  lags(ticket: Ticket, now: Instant): boolean {
    const { version, policy } = this.forTicket(ticket, now);
    return version !== ticket.calendarVersion || policy.version !== (ticket.policyVersion ?? policy.version);
  }

  /** The policy in force of those that reach back, if it was made after the ticket's own. */
  private reachingBack(policy: Policy, now: Instant): Policy | null {
    const reaching = this.list.filter((each) => this.rebasing.has(each.version) && this.hasItsDay(each));
    const last = policyOn(reaching, this.calendar().dayOf(now));
    return last !== null && last.version > policy.version ? last : null;
  }

  /** One that a later version replaced before its day is never in force. */
  private hasItsDay({ version, effectiveOn }: Policy): boolean {
    return !this.list.some((each) => each.version > version && each.effectiveOn <= effectiveOn);
  }
}
