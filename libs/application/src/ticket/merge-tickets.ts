import { Injectable } from '@nestjs/common';
import { merge, scopeOf, unmerge, withinScope, withoutChild, type PersonActor } from '@zhuqi/domain';
import { TicketReader, type TicketAt } from '../ports/ticket-reader';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { refuse, valueOf } from '../refused';
import { permit } from './permit';
import { TicketProcedure, type Scene } from './procedure';

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
      const { parent, child: scene } = await this.both(tx, intoTicketId, command);
      permit({ ...command, action: 'merge' }, scene.stored);
      const into =
        command.input().intoTicketId === scene.stored.id
          ? scene
          : (parent ?? refuse('merge.unknown_parent', '没有找到要并入的诉求', '/intoTicketId'));
      const merged = valueOf(merge(scene.current.ticket, into.current.ticket, scene.ctx));
      await this.procedure.commit(tx, into, merged.parent);
      return { ticket: await this.procedure.commit(tx, scene, merged.child), now: scene.ctx.now };
    });
  }

  /** The ticket is handled on its own again; answers the ticket. */
  async unmerge(command: MergeCommand<object>): Promise<TicketAt> {
    const seen = await this.reader.find(command.ticketId);
    const parentId = seen?.ticket.mergedIntoId ?? null;
    return this.work.run(async (tx) => {
      const { parent, child: scene } = await this.both(tx, parentId, command);
      permit({ ...command, action: 'unmerge' }, scene.stored);
      command.input();
      if (scene.stored.mergedIntoId !== parentId) {
        refuse('version.stale', '诉求刚被并入另一件，请刷新后再操作');
      }
      const { current, ctx } = scene;
      if (parent !== null) {
        await this.procedure.commit(
          tx,
          parent,
          withoutChild(parent.current.ticket, current.ticket, parent.ctx),
        );
      }
      return { ticket: await this.procedure.commit(tx, scene, unmerge(current.ticket, ctx)), now: ctx.now };
    });
  }

  /**
   * Each side keeps the policy it began with and the chain of its own enterprise. Waiting for a lock can move the time
   * of the transaction on, so that both are locked before either is told what time it is.
   */
  private async both(
    tx: Transaction,
    parentId: string | null,
    { ticketId, actor }: MergeCommand<unknown>,
  ): Promise<{ readonly parent: Scene | null; readonly child: Scene }> {
    const locked = parentId === null || parentId === ticketId ? null : await tx.lockTicket(parentId);
    const child = await this.procedure.open(tx, ticketId, actor);
    const readable = locked !== null && withinScope(scopeOf(actor), locked.ticket);
    return { child, parent: readable ? await this.procedure.scene(tx, locked, actor) : null };
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
