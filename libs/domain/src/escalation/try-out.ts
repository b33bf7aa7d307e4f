import { SYSTEM } from '../access';
import type { Places } from '../responsibility/chain-of-responsibility';
import { holderAt, holderAbove } from '../responsibility/chain-of-responsibility';
import { CLOCK_KIND_LABEL, CLOCK_KINDS, type ClockKind, type Policy, type WorkingCalendar } from '../sla';
import { DAY_MS, type Day, type Instant } from '../time';
import type { Channel, Severity, Tier, Urgency } from '../ticket/axes';
import { route } from '../ticket/actions/route';
import { submit } from '../ticket/actions/submit';
import { unchanged, type Change } from '../ticket/change';
import type { Context } from '../ticket/context';
import { tierIn, textIn, wordIn } from '../ticket/event-data';
import type { EventType, TicketEvent } from '../ticket/events';
import { handOver } from '../ticket/hop';
import { nextCheckAt, settle } from '../ticket/settle';
import type { Ticket } from '../ticket/ticket';
import { noticeRule, type NoticeKind } from '../notice';
import { dueEffects } from './due';
import { explainEscalation } from './explain-escalation';

/** A problem that nobody does anything about. */
export interface TryOutCase {
  readonly severity: Severity;
  readonly urgency: Urgency;
  readonly channel: Channel;
  /** Handed to this tier instead of where its severity starts. */
  readonly tier?: Tier;
  /** When it is dispatched. */
  readonly start: Instant;
}

/** The rules it is tried under. */
export interface TryOutRules {
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
}

/** Something the system does by itself, and when. */
export interface TryOutMoment {
  readonly at: Instant;
  readonly day: Day;
  readonly what: EventType;
  /** The clock it is about; null for a supervision of the whole ticket. */
  readonly clock: ClockKind | null;
  /** The trigger of the policy, where one brought it about. */
  readonly trigger: string | null;
  /** How people are told; null when nobody is. */
  readonly kind: NoticeKind | null;
  /** Which tier holds it from then on. */
  readonly tier: Tier | null;
  readonly text: string;
  /** Lies past the published holidays and may move when they are published. */
  readonly provisional: boolean;
}

/** A deadline as it is promised at the start. */
export interface TryOutPromise {
  readonly clock: ClockKind;
  readonly dueAt: Instant;
  readonly provisional: boolean;
}

export interface TryOut {
  readonly startTier: Tier | null;
  readonly promises: readonly TryOutPromise[];
  readonly moments: readonly TryOutMoment[];
  /** There would be more than is shown. */
  readonly more: boolean;
}

export const MOST_MOMENTS = 60;
const LONGEST_MS = 731 * DAY_MS;

/** Everybody's place is filled: what is tried are the rules, not who happens to be missing. */
const EVERYBODY: Places = {
  officerId: 'officer',
  townshipId: 'township',
  departmentId: 'department',
  officeId: 'office',
  cityOfficeId: 'city',
  leaderId: 'leader',
};

/**
 * Plays a problem that nobody works on forward, from one moment at which the sweep would look at it to the next,
 * through the very rules the sweep applies. Nothing is kept.
 */
export function tryOut(problem: TryOutCase, rules: TryOutRules): TryOut {
  const contextAt = contexts(rules);
  let ticket = dispatched(problem, contextAt(problem.start));
  const { tier: startTier, clocks } = ticket;
  const moments: TryOutMoment[] = [];
  for (let at = nextCheckAt(ticket); at !== null; at = nextCheckAt(ticket)) {
    if (at > problem.start + LONGEST_MS) break;
    const ctx = contextAt(at);
    const change = settle(dueEffects(ticket, ctx), ctx);
    if (change.events.length === 0) break;
    moments.push(...told(ticket, change, ctx));
    ticket = change.ticket;
    if (moments.length >= MOST_MOMENTS) break;
  }
  const promises = clocks.map(({ kind, dueAt, provisional }) => ({ clock: kind, dueAt, provisional }));
  const more = nextCheckAt(ticket) !== null;
  return { startTier, promises, moments: moments.slice(0, MOST_MOMENTS), more };
}

function contexts({ policy, calendar }: TryOutRules): (now: Instant) => Context {
  const chain = { ...EVERYBODY, ladder: policy.ladder };
  let made = 0;
  const newId = (): string => String((made += 1));
  return (now) => ({ actor: SYSTEM, now, calendar, policy, chain, newId });
}

const NOBODYS = {
  id: 'tried',
  number: '',
  enterpriseId: '',
  regionCode: '',
  industry: '',
  calendarVersion: 1,
};

function dispatched({ tier, ...said }: TryOutCase, ctx: Context): Ticket {
  const problem = {
    title: '',
    description: '',
    category: '',
    severity: said.severity,
    urgency: said.urgency,
  };
  const { ticket } = submit({ ...NOBODYS, chain: ctx.chain }, problem, ctx.actor, ctx.now);
  const asked = { ...ticket, channel: said.channel };
  const holder = tier === undefined ? null : (holderAt(ctx.chain, tier) ?? holderAbove(ctx.chain, tier));
  const change = holder === null ? route(asked, ctx) : unchanged(handOver(asked, holder, ctx));
  return settle(change, ctx).ticket;
}

/** The events of one look, each with the tier that holds the ticket after it. */
function told(before: Ticket, { events }: Change, ctx: Context): TryOutMoment[] {
  let { tier } = before;
  return events.map((event): TryOutMoment => {
    tier = event.type === 'escalated' ? tierIn(event.data, 'toTier') : tier;
    return {
      at: event.at,
      day: ctx.calendar.dayOf(event.at),
      what: event.type,
      clock: clockOf(event),
      trigger: triggerOf(event),
      kind: noticeRule(event)?.kind ?? null,
      tier,
      text: textOf(event, ctx.calendar),
      provisional: ctx.calendar.isProvisional(event.at),
    };
  });
}

const CLOCK_OF_CAUSE: Readonly<Record<string, ClockKind>> = {
  resolve_overdue: 'resolve',
  leg_overdue: 'leg',
  unclaimed: 'claim',
};

const clockOf = ({ type, data }: TicketEvent): ClockKind | null =>
  type === 'escalated'
    ? (CLOCK_OF_CAUSE[textIn(data, 'cause') ?? ''] ?? null)
    : wordIn(data, 'kind', CLOCK_KINDS);

const triggerOf = ({ type, data }: TicketEvent): string | null =>
  type === 'escalated' ? textIn(data, 'trigger') : textIn(data, 'cause');

function textOf(event: TicketEvent, calendar: WorkingCalendar): string {
  if (event.type === 'escalated') return explainEscalation(event.data, calendar).text;
  const kind = wordIn(event.data, 'kind', CLOCK_KINDS);
  const text = event.texts['text'] ?? noticeRule(event)?.text ?? '';
  return kind === null || event.type === 'lampChanged' || event.type === 'reminded'
    ? text
    : `${CLOCK_KIND_LABEL[kind]}时限：${text}`;
}
