import { dueAfter, type Allowance, type Policy, type WorkingCalendar } from '../sla';
import type { Day, Instant } from '../time';
import type { TicketStatus } from './axes';
import { closingOfDay } from './days';
import type { TicketRequest } from './request';
import { promiseOf, type Ticket } from './ticket';

/** The calendar and the policy a wait was counted under, the calendar that holds now, and when that is. */
export interface WaitRules {
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
  /** Null before anything was promised. */
  readonly policy: Policy | null;
  readonly now: Instant;
}

interface ByDay {
  readonly dueOn: Day | null;
  readonly dueAt: Instant | null;
  readonly doneAt: Instant | null;
}

/** What is due on a day is due at its closing, or at that of the working day before when the day has become none. */
export const dayKept = <T extends ByDay>(line: T, calendar: WorkingCalendar): T =>
  line.dueOn === null || line.doneAt !== null ? line : { ...line, dueAt: closingOfDay(line.dueOn, calendar) };

/** A ruling that is waited for has as long as it had. */
export const rulingKept = (request: TicketRequest, rules: WaitRules): TicketRequest =>
  request.state !== 'pending' || rules.policy === null
    ? request
    : { ...request, ruleBy: asLong(request.ruleBy, request.askedAt, rules.policy.rulingWithin, rules) };

/** When the system acts next for a wait; one that is over is left to its end. */
export function waitKept(ticket: Ticket, rules: WaitRules): Instant | null {
  const { wakeAt, mergedAt, mergedFrom } = ticket;
  const stands = ticket.status === 'merged';
  if (wakeAt === null || (wakeAt <= rules.now && !stands)) return wakeAt;
  const status = stands ? (mergedFrom ?? ticket.status) : ticket.status;
  if (status === 'suspended') return reviewKept(ticket, wakeAt, rules.after);
  const wait = WAITS[status];
  const since = wait?.since(ticket) ?? null;
  return wait === undefined || since === null || rules.policy === null
    ? sameTime(wakeAt, mergedAt ?? rules.now, rules)
    : asLong(wakeAt, since, wait.allowance(rules.policy), rules);
}

interface Wait {
  readonly since: (ticket: Ticket) => Instant | null;
  readonly allowance: (policy: Policy) => Allowance;
}

/** The waits that are counted, from when on and how long. */
const WAITS: Partial<Record<TicketStatus, Wait>> = {
  answered: { since: ({ answeredAt }) => answeredAt, allowance: ({ autoClose }) => autoClose },
  need_info: { since: askedForMaterial, allowance: ({ infoPauseCap }) => infoPauseCap },
};

function askedForMaterial(ticket: Ticket): Instant | null {
  const last = promiseOf(ticket)?.pauses.at(-1);
  return last?.to === null && last.reason === 'need_info' ? last.from : null;
}

/** A review date is a day that was named: it stays, and moves on when that day has become none. */
function reviewKept({ requests }: Ticket, wakeAt: Instant, calendar: WorkingCalendar): Instant {
  const day = requests.findLast(({ kind, state }) => kind === 'suspension' && state === 'approved')?.reviewOn;
  return day === null || day === undefined ? wakeAt : calendar.nextOpening(calendar.startOfDay(day));
}

/** What the allowance gives on the new calendar, put off by as much open time as it had been put off. */
function asLong(until: Instant, since: Instant, allowance: Allowance, rules: WaitRules): Instant {
  const promised = dueAfter(allowance, since, rules.before);
  // A later policy allows more than it was granted: it keeps what it was granted.
  if (promised > until) return sameTime(until, since, rules);
  const due = dueAfter(allowance, since, rules.after);
  return promised === until ? due : sameTimeAfter(due, rules.before.elapsed(promised, until), rules.after);
}

const sameTime = (until: Instant, since: Instant, { before, after }: WaitRules): Instant =>
  sameTimeAfter(since, before.elapsed(since, until), after);

/** No time added leaves a closing time a closing time. */
const sameTimeAfter = (at: Instant, ms: number, calendar: WorkingCalendar): Instant =>
  ms === 0 ? at : calendar.addTime(at, ms);
