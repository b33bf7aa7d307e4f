import { Injectable } from '@nestjs/common';
import { scopeOf, withinScope, type Matter, type PersonActor } from '@zhuqi/domain';
import type { LockedTicket, Transaction } from '../ports/transaction';
import { refuse } from '../refused';
import { TicketProcedure, type Scene } from '../ticket/procedure';
import { MatterBook } from './matter-book';

/** A locked matter with all its tickets locked. */
export interface MatterScene {
  readonly matter: Matter;
  readonly members: readonly Scene[];
  readonly lead: Scene;
}

/** Opens matters for change: always the matter first and then its tickets in the order of their ids. */
@Injectable()
export class MatterScenes {
  constructor(
    private readonly book: MatterBook,
    private readonly procedure: TicketProcedure,
  ) {}

  /** A matter the person may not read is as unknown as one that does not exist (404). */
  async open(tx: Transaction, matterId: string, actor: PersonActor): Promise<MatterScene> {
    const readable = (await this.book.find(actor, matterId)) !== null;
    const matter = readable ? await tx.matters.lock(matterId) : null;
    if (matter === null) return refuse('matter.not_found', '没有找到这组同类诉求，或您无权查看');
    const ids = new Set([...(await tx.matters.memberIds(matterId)), matter.leadTicketId]);
    const scenes = await this.lock(tx, [...ids], actor);
    const lead = scenes.get(matter.leadTicketId) ?? refuse('matter.not_found', '牵头诉求已不存在');
    const members = [...scenes.values()].filter(({ stored }) => stored.matterId === matterId);
    return { matter, members, lead };
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
    for (const id of [...ids].sort()) {
      const ticket = await tx.lockTicket(id);
      if (ticket !== null) locked.push(ticket);
    }
    const scenes = new Map<string, Scene>();
    for (const each of locked) scenes.set(each.ticket.id, await this.procedure.scene(tx, each, actor));
    return scenes;
  }
}

/** Whether the person may read a ticket that is already locked. */
export const reads = (actor: PersonActor, { stored }: Pick<Scene, 'stored'>): boolean =>
  withinScope(scopeOf(actor), stored);
