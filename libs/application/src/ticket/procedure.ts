import { Injectable } from '@nestjs/common';
import {
  concernsChildren,
  followParent,
  isOneOf,
  scopeOf,
  SETS_FREE,
  settle,
  SYSTEM,
  withinScope,
  type Actor,
  type Change,
  type ChainOfResponsibility,
  type Context,
  type Instant,
  type Ticket,
} from '@zhuqi/domain';
import { IdGenerator } from '../ports/id-generator';
import { RuleBook } from '../ports/rule-book';
import type { Transaction } from '../ports/transaction';
import { refuse } from '../refused';
import { planOutbox } from './outbox-plan';

interface Scene {
  readonly ticket: Ticket;
  readonly chain: ChainOfResponsibility;
  readonly now: Instant;
}

/** The steps every write to a ticket shares: what it is told beforehand, and what is written afterwards. */
@Injectable()
export class TicketProcedure {
  constructor(
    private readonly rules: RuleBook,
    private readonly ids: IdGenerator,
  ) {}

  /** Locks the ticket; a ticket out of the person's scope is as unknown as one that does not exist (404). */
  async lock(tx: Transaction, ticketId: string, actor: Actor): Promise<Scene> {
    const locked = await tx.lockTicket(ticketId);
    const readable =
      locked !== null && (actor.kind === 'system' || withinScope(scopeOf(actor), locked.ticket));
    if (locked === null || !readable) return refuse('ticket.not_found', '没有找到该诉求，或您无权查看');
    return { ...locked, now: tx.now };
  }

  /** What the decision is told. A ticket that is running keeps the policy version it began with. */
  async context(scene: Scene, actor: Actor): Promise<Context> {
    const { regionCode, policyVersion } = scene.ticket;
    const [calendar, policy] = await Promise.all([
      this.rules.calendar(regionCode),
      policyVersion === null
        ? this.rules.policy(regionCode, scene.now)
        : this.rules.policyVersion(regionCode, policyVersion),
    ]);
    return { actor, now: scene.now, calendar, policy, chain: scene.chain, newId: () => this.ids.next() };
  }

  /** Saves what was decided with its events, figures and messages; nothing when nothing happened. */
  async commit(tx: Transaction, before: Ticket | null, decided: Change, ctx: Context): Promise<Ticket> {
    if (decided.events.length === 0) return decided.ticket;
    const change = settle(decided, ctx);
    await tx.save({ before, change, outbox: planOutbox(change, this.ids) });
    if (concernsChildren(before, change.ticket)) {
      await this.carryChildren(tx, change.ticket);
    }
    return isOneOf(SETS_FREE, change.ticket.status) ? { ...change.ticket, childIds: [] } : change.ticket;
  }

  /** What was merged into a ticket is told of its result, or set free when there will be none: in the same commit. */
  private async carryChildren(tx: Transaction, parent: Ticket): Promise<void> {
    for (const childId of parent.childIds) {
      const scene = await this.lock(tx, childId, SYSTEM);
      const ctx = await this.context(scene, SYSTEM);
      await this.commit(tx, scene.ticket, followParent(scene.ticket, parent, ctx), ctx);
    }
  }
}
