import {
  accepted,
  dueEffects,
  fitsStatus,
  isFree,
  mayAct,
  nextCheckAt,
  settle,
  submit,
  SYSTEM,
  type Action,
  type Actor,
  type Change,
  type Context,
  type Decision,
  type Instant,
  type Standing,
  type SubmitInput,
  type Ticket,
  type TicketEvent,
} from '@zhuqi/domain';
import { at, calendar, CAST, chain, policy, SUBJECT, type CastName } from './worked-example-stage';

type Decide = (ticket: Ticket, ctx: Context, standing: Standing) => Change | Decision<Change>;

/** A ticket told step by step as the use case takes it; between the steps the sweep does what has become due. */
export class Play {
  readonly events: TicketEvent[] = [];
  ticket: Ticket;
  now: Instant;
  private ids = 0;

  constructor(when: string, input: SubmitInput) {
    this.now = at(when);
    const submitted = submit({ ...SUBJECT, calendarVersion: 1 }, input, CAST.enterprise, this.now);
    this.ticket = submitted.ticket;
    this.events.push(...submitted.events);
  }

  /** Somebody takes an action that must be allowed. */
  step(when: string, by: CastName | 'system', action: Action, decide: Decide): this {
    this.until(when);
    const ctx = this.context(by === 'system' ? SYSTEM : CAST[by]);
    const standing = mustBe(mayAct(action, ctx.actor, this.ticket));
    mustBe(fitsStatus(action, this.ticket));
    mustBe(isFree(action, ctx.actor, this.ticket));
    const decided = decide(this.ticket, ctx, standing);
    this.keep(settle(mustBe('ok' in decided ? decided : accepted(decided)), ctx));
    return this;
  }

  /** Time passes, and whatever becomes due on the way happens when it does. */
  until(when: string): this {
    const end = at(when);
    for (let due = nextCheckAt(this.ticket); due !== null && due <= end; due = nextCheckAt(this.ticket)) {
      this.now = Math.max(due, this.now);
      const change = dueEffects(this.ticket, this.context(SYSTEM));
      if (change.events.length === 0)
        throw new Error(`nothing happened at ${String(due)} although it was due`);
      this.keep(change);
    }
    this.now = end;
    return this;
  }

  private context(actor: Actor): Context {
    const newId = (): string => {
      this.ids += 1;
      return `id-${String(this.ids)}`;
    };
    return { actor, now: this.now, calendar, policy, chain, newId };
  }

  private keep(change: Change): void {
    this.ticket = change.ticket;
    this.events.push(...change.events);
  }
}

function mustBe<T>(decision: Decision<T>): T {
  if (decision.ok) return decision.value;
  throw new Error(`the example is not allowed: ${decision.refusal.code} ${decision.refusal.detail}`);
}
