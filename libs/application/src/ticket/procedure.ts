import { Injectable } from '@nestjs/common';
import {
  attested,
  behalfOf,
  bringUnderRules,
  concernsChildren,
  followParent,
  followsRules,
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
  type Instant,
  type Policy,
  type RulesSoFar,
  type Ticket,
} from '@zhuqi/domain';
import { IdGenerator } from '../ports/id-generator';
import { RuleBook, type VersionedCalendar } from '../ports/rule-book';
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
  async scene(tx: Transaction, locked: LockedTicket, actor: Actor): Promise<Scene> {
    const { ticket, chain } = locked;
    const sofar = await this.rulesSoFar(ticket);
    const { version, calendar, policy } = await this.rulesNow(locked, sofar, tx.now);
    const onBehalfOfId = behalfOf(actor, ticket, chain);
    const ctx: Context = {
      ...{ actor, onBehalfOfId, now: tx.now, calendar, policy },
      chain: { ...chain, ladder: policy.ladder },
      newId: () => this.ids.next(),
    };
    const kept = version === ticket.calendarVersion && policy === (sofar.policy ?? policy);
    const current = kept
      ? unchanged(ticket)
      : bringUnderRules(ticket, sofar, { ctx, calendarVersion: version });
    return { stored: ticket, current, ctx };
  }

  private async rulesSoFar({ regionCode, calendarVersion, policyVersion }: Ticket): Promise<RulesSoFar> {
    const [calendar, policy] = await Promise.all([
      this.rules.calendarVersion(regionCode, calendarVersion),
      policyVersion === null ? null : this.rules.policyVersion(regionCode, policyVersion),
    ]);
    return { calendar, policy };
  }

  /** What holds today; what is at an end stays under the rules it ended under. */
  private async rulesNow(
    { ticket, inForce }: LockedTicket,
    sofar: RulesSoFar,
    now: Instant,
  ): Promise<VersionedCalendar & { readonly policy: Policy }> {
    const { regionCode, calendarVersion } = ticket;
    const policy = sofar.policy ?? (await this.policyFor(regionCode, inForce, now));
    if (!followsRules(ticket)) return { version: calendarVersion, calendar: sofar.calendar, policy };
    const version = inForce.calendarVersion;
    const calendar =
      version === calendarVersion ? sofar.calendar : await this.rules.calendarVersion(regionCode, version);
    const { rebasingPolicy } = inForce;
    return {
      ...{ version, calendar },
      policy: rebasingPolicy === null ? policy : await this.rules.policyVersion(regionCode, rebasingPolicy),
    };
  }

  private policyFor(
    regionCode: string,
    { policyVersion }: LockedTicket['inForce'],
    now: Instant,
  ): Promise<Policy> {
    return policyVersion === null
      ? this.rules.policy(regionCode, now)
      : this.rules.policyVersion(regionCode, policyVersion);
  }

  /** Saves what was decided with its events, figures and messages; nothing when nothing happened. */
  async commit(tx: Transaction, scene: Scene, decided: Change): Promise<Ticket> {
    const { stored, current } = scene;
    if (decided.events.length === 0 && current.ticket === stored) return decided.ticket;
    const change = attested(stored, settle(following(current, decided), scene.ctx));
    await tx.save({ before: stored, change, outbox: planOutbox(change, this.ids) });
    if (concernsChildren(stored, change.ticket)) {
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

/** What was decided, after what bringing the ticket up to the rules of today had led to. */
const following = (first: Change, then: Change): Change => ({
  ...then,
  events: [...first.events, ...then.events],
  escalations: [...first.escalations, ...then.escalations],
});
