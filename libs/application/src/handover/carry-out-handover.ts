import { Injectable } from '@nestjs/common';
import { handOverPost, type Actor } from '@zhuqi/domain';
import { Directory } from '../ports/directory';
import type { Handover, MovedTicket } from '../ports/handover-desk';
import type { Transaction } from '../ports/transaction';
import { valueOf } from '../refused';
import { TicketProcedure } from '../ticket/procedure';
import { complaintHolder } from './complaint-holder';

/**
 * Moves everything a post holds, in the transaction it is given: all of it or nothing. Of one that has taken effect
 * before, what was given away while it did: whoever stays in service keeps what it has been given since.
 */
@Injectable()
export class CarryOutHandover {
  constructor(
    private readonly procedure: TicketProcedure,
    private readonly directory: Directory,
  ) {}

  async within(tx: Transaction, handover: Handover, actor: Actor): Promise<readonly MovedTicket[]> {
    const moved: MovedTicket[] = [];
    const { fromPersonId, leaves, doneAt } = handover;
    const until = doneAt === null || leaves ? undefined : doneAt;
    const ledUnitIds = await tx.handovers.ledBy(fromPersonId);
    for (const { id } of await tx.handovers.ofPost(handover, until)) {
      const one = await this.ticket(tx, { ticketId: id, ledUnitIds }, handover, actor);
      if (one !== null) moved.push(one);
    }
    if (doneAt === null) await tx.handovers.passDuties(handover);
    if (doneAt === null && leaves) await tx.handovers.endService(fromPersonId, handover.madeById);
    await tx.handovers.finish(handover.id, moved);
    return moved;
  }

  /** Whoever hands the post over need not be able to read every ticket of it. */
  private async ticket(
    tx: Transaction,
    { ticketId, ledUnitIds }: OfPost,
    { id: handoverId, fromPersonId, toPersonId, leaves }: Handover,
    actor: Actor,
  ): Promise<MovedTicket | null> {
    const locked = await tx.lockTicket(ticketId);
    if (locked === null) return null;
    const scene = await this.procedure.scene(tx, locked, actor);
    const { stored, current, ctx } = scene;
    const complaint = stored.aboutPersonId === toPersonId;
    const gone = leaves ? [toPersonId, fromPersonId] : [toPersonId];
    const complaintsTo = complaint ? await complaintHolder(this.directory, ctx.chain, gone) : null;
    const post = { handoverId, fromPersonId, toPersonId, complaintsTo, ledUnitIds };
    const change = valueOf(handOverPost(current.ticket, post, ctx));
    if (change.events.length === 0) return null;
    await this.procedure.commit(tx, scene, change);
    const held = change.events.some(({ type }) => type === 'handedOver');
    const cause = !held ? 'follow_up' : complaint ? 'complaint' : 'post';
    return { ticketId, seq: current.ticket.version + 1, cause };
  }
}

interface OfPost {
  readonly ticketId: string;
  readonly ledUnitIds: readonly string[];
}
