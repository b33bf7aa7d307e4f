import { Injectable } from '@nestjs/common';
import { can, scopeOf, withinScope, type Matter, type PersonActor } from '@zhuqi/domain';
import type { LockedTicket, Transaction } from '../ports/transaction';
import { refuse } from '../refused';
import { TicketProcedure, type Scene } from '../ticket/procedure';

/** A locked matter with all its tickets locked. */
export interface MatterScene {
  readonly matter: Matter;
  readonly members: readonly Scene[];
  readonly lead: Scene;
  /** The tickets, and those that were named besides, by id. */
  readonly scenes: ReadonlyMap<string, Scene>;
}

/** Opens matters for change: always the matter first and then its tickets in the order of their ids. */
@Injectable()
export class MatterScenes {
  constructor(private readonly procedure: TicketProcedure) {}

  /**
   * The matter, its tickets and those named besides. A matter of which the person may read no ticket is as unknown as
   * one that does not exist (404); that is judged on what is locked, for a transaction that waited for a connection
   * to read on would wait for those that wait as well.
   */
  async open(tx: Transaction, { matterId, actor, besides = [] }: Opening): Promise<MatterScene> {
    const matter = can(actor.roles, 'matter.read') ? await tx.matters.lock(matterId) : null;
    if (matter === null) return unknown();
    const own = new Set([...(await tx.matters.memberIds(matterId)), matter.leadTicketId]);
    const scenes = await this.lock(tx, [...own, ...besides], actor);
    const lead = scenes.get(matter.leadTicketId) ?? unknown();
    if (![...scenes].some(([id, scene]) => own.has(id) && reads(actor, scene))) unknown();
    const members = [...scenes.values()].filter(({ stored }) => stored.matterId === matterId);
    return { matter, members, lead, scenes };
  }

  /**
   * The tickets that exist, locked, by id. All are locked before anything is decided on one: every lock may move the
   * transaction's time on, and what happens to all of them happens at one moment.
   */
  async lock(
    tx: Transaction,
    ids: readonly string[],
    actor: PersonActor,
  ): Promise<ReadonlyMap<string, Scene>> {
    const locked: LockedTicket[] = [];
    for (const id of [...new Set(ids)].sort()) {
      const ticket = await tx.lockTicket(id);
      if (ticket !== null) locked.push(ticket);
    }
    const scenes = new Map<string, Scene>();
    for (const each of locked) scenes.set(each.ticket.id, await this.procedure.scene(tx, each, actor));
    return scenes;
  }
}

interface Opening {
  readonly matterId: string;
  readonly actor: PersonActor;
  readonly besides?: readonly string[];
}

const unknown = (): never => refuse('matter.not_found', '没有找到这组同类诉求，或您无权查看');

/** Whether the person may read a ticket that is already locked. */
export const reads = (actor: PersonActor, { stored }: Pick<Scene, 'stored'>): boolean =>
  withinScope(scopeOf(actor), stored);
