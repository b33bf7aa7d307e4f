import { Injectable } from '@nestjs/common';
import {
  merge,
  scopeOf,
  unmerge,
  withinScope,
  withoutChild,
  type Change,
  type Context,
  type PersonActor,
} from '@zhuqi/domain';
import { TicketReader, type TicketAt } from '../ports/ticket-reader';
import { UnitOfWork, type LockedTicket, type Transaction } from '../ports/transaction';
import { refuse, valueOf } from '../refused';
import { permit } from './permit';
import { TicketProcedure } from './procedure';

export interface MergeCommand<T> {
  readonly ticketId: string;
  readonly actor: PersonActor;
  /** The version of the child the person has seen (If-Match). */
  readonly expectedVersion: number | undefined;
  readonly input: () => T;
}

/** Two tickets in one transaction, always locked parent before child, so that nobody waits in a circle. */
@Injectable()
export class MergeTickets {
  constructor(
    private readonly work: UnitOfWork,
    private readonly procedure: TicketProcedure,
    private readonly reader: TicketReader,
  ) {}

  /** The ticket goes along with another one; answers the ticket. */
  merge(command: MergeCommand<{ readonly intoTicketId: string }>): Promise<TicketAt> {
    // Read before anything is permitted, used only afterwards: the refusals keep their order.
    const intoTicketId = wanted(command.input);
    return this.work.run(async (tx) => {
      const parent = await this.parent(tx, intoTicketId, command);
      const scene = await this.procedure.lock(tx, command.ticketId, command.actor);
      permit({ ...command, action: 'merge' }, scene.ticket);
      const into =
        command.input().intoTicketId === scene.ticket.id
          ? scene
          : (parent ?? refuse('merge.unknown_parent', '没有找到要并入的诉求', '/intoTicketId'));
      const ctx = await this.procedure.context(scene, command.actor);
      const merged = valueOf(merge(scene.ticket, into.ticket, ctx));
      await this.commitParent(tx, into, merged.parent, ctx);
      return { ticket: await this.procedure.commit(tx, scene.ticket, merged.child, ctx), now: ctx.now };
    });
  }

  /** The ticket is handled on its own again; answers the ticket. */
  async unmerge(command: MergeCommand<object>): Promise<TicketAt> {
    const seen = await this.reader.find(command.ticketId);
    const parentId = seen?.ticket.mergedIntoId ?? null;
    return this.work.run(async (tx) => {
      const parent = parentId === null ? null : await tx.lockTicket(parentId);
      const scene = await this.procedure.lock(tx, command.ticketId, command.actor);
      permit({ ...command, action: 'unmerge' }, scene.ticket);
      command.input();
      if (scene.ticket.mergedIntoId !== parentId) {
        refuse('version.stale', '诉求刚被并入另一件，请刷新后再操作');
      }
      const ctx = await this.procedure.context(scene, command.actor);
      if (parent !== null) {
        await this.commitParent(tx, parent, withoutChild(parent.ticket, scene.ticket, ctx), ctx);
      }
      const apart = unmerge(scene.ticket, ctx);
      return { ticket: await this.procedure.commit(tx, scene.ticket, apart, ctx), now: ctx.now };
    });
  }

  private async parent(
    tx: Transaction,
    id: string | null,
    { ticketId, actor }: MergeCommand<unknown>,
  ): Promise<LockedTicket | null> {
    const locked = id === null || id === ticketId ? null : await tx.lockTicket(id);
    return locked !== null && withinScope(scopeOf(actor), locked.ticket) ? locked : null;
  }

  /** Each side keeps the policy it began with and the chain of its own enterprise. */
  private async commitParent(
    tx: Transaction,
    parent: LockedTicket,
    decided: Change,
    { actor, now }: Context,
  ): Promise<void> {
    const ctx = await this.procedure.context({ ...parent, now }, actor);
    await this.procedure.commit(tx, parent.ticket, decided, ctx);
  }
}

/** The parent's id when the input is sound; what is wrong with it is told in its turn. */
function wanted(input: () => { readonly intoTicketId: string }): string | null {
  try {
    return input().intoTicketId;
  } catch {
    return null;
  }
}
