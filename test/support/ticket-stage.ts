import * as domain from '@zhuqi/domain';
import { CAST, type CastName } from './ticket-cast';
import { act, contextOf, DISTRICT, permitted, type Inputs, type Terms } from './ticket-plays';

export { act, contextOf, DISTRICT, permitted, type Inputs, type Terms };

type Ticket = domain.Ticket;
type Change = domain.Change;

/** What a problem says, and which ticket of which enterprise it becomes. */
export type Said = Partial<domain.SubmitInput> &
  Partial<Pick<domain.SubmitSubject, 'id' | 'number' | 'enterpriseId' | 'regionCode'>>;

const SUBJECT = { id: 'ticket', number: 'ZQ-1', enterpriseId: 'enterprise', regionCode: '220105' } as const;
const PROBLEM = { title: '厂区供电', description: '变压器容量不足', category: 'utilities' } as const;

/** A ticket's life so far: what it is, what happened and what was posted to the book of figures. */
export class TicketStory {
  readonly events: domain.TicketEvent[] = [];
  readonly escalations: domain.Escalation[] = [];
  readonly ledger: domain.LedgerEntry[] = [];
  /** The same as they are stored: the log, and the postings with what they count under. */
  readonly log: domain.SequencedEvent[] = [];
  readonly booked: domain.BookedPosting[] = [];
  ticket: Ticket;
  /** The versions of the calendar it has been counted on. */
  private readonly calendars: domain.WorkingCalendar[];
  /** The stories of the tickets merged into this one. */
  private children: readonly TicketStory[] = [];
  private parent: TicketStory | null = null;

  constructor(
    at: number,
    said: Said = {},
    by: CastName = 'enterprise',
    public terms: Terms = DISTRICT,
  ) {
    this.calendars = [terms.calendar];
    const problem = { ...SUBJECT, ...PROBLEM, ...said };
    const change = domain.submit(
      { ...problem, industry: 'industry', chain: terms.chain, calendarVersion: 1 },
      problem,
      CAST[by],
      at,
    );
    this.ticket = change.ticket;
    this.keep(null, change, at);
  }

  /** Takes an action that must succeed. */
  take<A extends domain.Action>(action: A, by: CastName, at: number, input?: Inputs[A]): this {
    const decided = act(this.ticket, action, this.context(by, at), input);
    if (!decided.ok) throw new Error(`${action} by ${by}: ${decided.refusal.code} ${decided.refusal.detail}`);
    this.keep(this.ticket, decided.value, at);
    return this;
  }

  /** Goes along with another ticket from now on; both sides are kept. */
  merge(into: TicketStory, by: CastName, at: number): this {
    const parent = into.ticket;
    const decided = domain.merge(this.ticket, parent, this.context(by, at));
    this.take('merge', by, at, { parent });
    if (!decided.ok) throw new Error(decided.refusal.code);
    into.children = [...into.children, this];
    this.parent = into;
    into.keep(parent, domain.settle(decided.value.parent, into.context(by, at)), at);
    return this;
  }

  /** Stands on its own again; both sides are kept. */
  unmerge(by: CastName, at: number): this {
    const { parent } = this;
    const other = parent?.ticket ?? null;
    const child = this.ticket;
    this.take('unmerge', by, at);
    this.leave();
    if (parent !== null && other !== null) {
      const ctx = parent.context(by, at);
      parent.keep(other, domain.settle(domain.withoutChild(other, child, ctx), ctx), at);
    }
    return this;
  }

  /** The code an action is refused with, or null when it would be taken. Changes nothing. */
  refusal<A extends domain.Action>(action: A, by: CastName, at: number, input?: Inputs[A]): string | null {
    const decided = act(this.ticket, action, this.context(by, at), input);
    return decided.ok ? null : decided.refusal.code;
  }

  /** The ticket comes under other rules, as the next version of the calendar. */
  comeUnder(rules: Partial<Terms>, at: number): this {
    const before = this.ticket;
    const sofar = {
      calendar: this.terms.calendar,
      policy: before.policyVersion === null ? null : this.terms.policy,
    };
    this.terms = { ...this.terms, ...rules };
    this.calendars.push(this.terms.calendar);
    const to = { ctx: this.context('system', at), calendarVersion: before.calendarVersion + 1 };
    this.keep(before, domain.bringUnderRules(before, sofar, to), at);
    return this;
  }

  /** The sweep looks at the ticket once. */
  check(at: number): this {
    const before = this.ticket;
    this.keep(before, domain.dueEffects(before, this.context('system', at)), at);
    return this;
  }

  /** The sweep looks whenever something is due, up to and including `until`. */
  sweep(until: number): this {
    for (let due = domain.nextCheckAt(this.ticket); due !== null && due <= until;) {
      // What an action has made due in the past is found by the first look after it.
      const at = Math.max(due, this.events.at(-1)?.at ?? due);
      this.check(at);
      const next = domain.nextCheckAt(this.ticket);
      if (next !== null && next <= at) throw new Error(`the sweep does not move on from ${String(at)}`);
      due = next;
    }
    return this;
  }

  /** The events since the n-th, by type. */
  types(from = 0): domain.EventType[] {
    return this.events.slice(from).map((event) => event.type);
  }

  clock(kind: domain.ClockKind): domain.TicketClock {
    const clock = this.ticket.clocks.findLast((each) => each.kind === kind);
    if (clock === undefined) throw new Error(`no ${kind} clock`);
    return clock;
  }

  /** A version of the calendar. */
  calendar = (version: number): domain.WorkingCalendar => this.calendars[version - 1] ?? this.terms.calendar;

  context = (by: CastName, at: number): domain.Context => contextOf(CAST[by], at, this.terms);

  private keep(before: Ticket | null, change: Change, at: number): void {
    this.ticket = change.ticket;
    this.events.push(...change.events);
    this.escalations.push(...change.escalations);
    if (change.events.length > 0) this.post(domain.ledgerEntries(before, change.ticket, at));
    for (const event of domain.attested(before, change).events)
      this.log.push({ ...event, seq: this.log.length + 1 });
    if (domain.concernsChildren(before, change.ticket)) {
      for (const child of this.children) child.follow(this.ticket, at);
    }
  }

  private post(entries: readonly domain.LedgerEntry[]): void {
    this.ledger.push(...entries);
    const collectedOn = this.terms.calendar.dayOf(this.ticket.collectedAt ?? 0);
    const common = { collectedOn, seq: this.ticket.version, under: domain.countedUnder(this.ticket) };
    this.booked.push(...entries.map((entry) => ({ ...entry, ...common })));
  }

  /** The parent has moved. */
  private follow(parent: Ticket, at: number): void {
    const ctx = this.context('system', at);
    this.keep(this.ticket, domain.settle(domain.followParent(this.ticket, parent, ctx), ctx), at);
    if (this.ticket.status !== 'merged') this.leave();
  }

  /** Whose children a ticket has is read from the children, so leaving is seen on the parent at once. */
  private leave(): void {
    const { parent } = this;
    if (parent === null) return;
    parent.children = parent.children.filter((child) => child !== this);
    parent.ticket = { ...parent.ticket, childIds: parent.children.map(({ ticket }) => ticket.id) };
    this.parent = null;
  }
}

/** A problem the enterprise raised, in the hands of whom its severity says. */
export const routed = (at: number, said: Said = {}, terms?: Terms): TicketStory =>
  new TicketStory(at, said, 'enterprise', terms).take('route', 'system', at);
