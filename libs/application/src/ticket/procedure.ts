import { Injectable } from '@nestjs/common';
import {
  concernsChildren,
  followParent,
  isOneOf,
  scopeOf,
  SETS_FREE,
  settle,
  SYSTEM,
  unchanged,
  withinScope,
  type Actor,
  type Change,
  type Context,
  type Ticket,
} from '@zhuqi/domain';
import { IdGenerator } from '../ports/id-generator';
import { RuleBook } from '../ports/rule-book';
import type { LockedTicket, Transaction } from '../ports/transaction';
import { refuse } from '../refused';
import { planOutbox } from './outbox-plan';

/** A locked ticket with everything a decision on it is told. */
export interface Scene {
  /** As it stands in the book: what a person has seen, and what it is permitted upon. */
  readonly stored: Ticket;
  /** The same brought under the rules of today: what is decided upon. */
  readonly current: Change;
  readonly ctx: Context;
}

/** The steps every write to a ticket shares: what it is told beforehand, and what is written afterwards. */
@Injectable()
export class TicketProcedure {
  constructor(
    private readonly rules: RuleBook,
    private readonly ids: IdGenerator,
  ) {}

  /** Locks the ticket; a ticket out of the person's scope is as unknown as one that does not exist (404). */
  async open(tx: Transaction, ticketId: string, actor: Actor): Promise<Scene> {
    const locked = await tx.lockTicket(ticketId);
    const readable =
      locked !== null && (actor.kind === 'system' || withinScope(scopeOf(actor), locked.ticket));
    if (locked === null || !readable) return refuse('ticket.not_found', '没有找到该诉求，或您无权查看');
    return this.scene(tx, locked, actor);
  }

  /** What a decision on a ticket that is already locked is told. */
  async scene(tx: Transaction, { ticket, chain }: LockedTicket, actor: Actor): Promise<Scene> {
    const { regionCode, policyVersion } = ticket;
    const [calendar, policy] = await Promise.all([
      this.rules.calendar(regionCode),
      policyVersion === null
        ? this.rules.policy(regionCode, tx.now)
        : this.rules.policyVersion(regionCode, policyVersion),
    ]);
    const ctx: Context = { actor, now: tx.now, calendar, policy, chain, newId: () => this.ids.next() };
    return { stored: ticket, current: unchanged(ticket), ctx };
  }

  /** Saves what was decided with its events, figures and messages; nothing when nothing happened. */
  async commit(tx: Transaction, scene: Scene, decided: Change): Promise<Ticket> {
    if (decided.events.length === 0) return decided.ticket;
    const change = settle(decided, scene.ctx);
    await tx.save({ before: scene.stored, change, outbox: planOutbox(change, this.ids) });
    if (concernsChildren(scene.stored, change.ticket)) {
      await this.carryChildren(tx, change.ticket);
    }
    return isOneOf(SETS_FREE, change.ticket.status) ? { ...change.ticket, childIds: [] } : change.ticket;
  }

  /** What was merged into a ticket is told of its result, or set free when there will be none: in the same commit. */
  private async carryChildren(tx: Transaction, parent: Ticket): Promise<void> {
    for (const childId of parent.childIds) {
      const scene = await this.open(tx, childId, SYSTEM);
      await this.commit(tx, scene, followParent(scene.current.ticket, parent, scene.ctx));
    }
  }
}
