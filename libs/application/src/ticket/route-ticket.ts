import { Injectable } from '@nestjs/common';
import { fitsStatus, route, SYSTEM } from '@zhuqi/domain';
import { UnitOfWork } from '../ports/transaction';
import { TicketProcedure } from './procedure';

export type JobResult = 'done' | 'no_longer_applicable';

/** Finds the holder of a submitted ticket, once: what was routed, withdrawn or triaged meanwhile is left alone. */
@Injectable()
export class RouteTicket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly procedure: TicketProcedure,
  ) {}

  execute(command: { readonly ticketId: string; readonly outboxId: string | null }): Promise<JobResult> {
    return this.work.run(async (tx) => {
      const scene = await this.procedure.open(tx, command.ticketId, SYSTEM);
      if (command.outboxId !== null) await tx.finishOutbox([command.outboxId]);
      if (!fitsStatus('route', scene.stored).ok || scene.stored.triageReason !== null)
        return 'no_longer_applicable';
      await this.procedure.commit(tx, scene, route(scene.current.ticket, scene.ctx));
      return 'done';
    });
  }
}
