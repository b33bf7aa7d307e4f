import { Injectable } from '@nestjs/common';
import { dueEffects, SYSTEM } from '@zhuqi/domain';
import { UnitOfWork } from '../ports/transaction';
import { TicketProcedure } from '../ticket/procedure';

/** Brings about everything that has become due on one ticket; a second call finds nothing to do. */
@Injectable()
export class CheckClocks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly procedure: TicketProcedure,
  ) {}

  /** Answers the number of events it led to. */
  execute(ticketId: string): Promise<number> {
    return this.work.run(async (tx) => {
      const scene = await this.procedure.open(tx, ticketId, SYSTEM);
      const change = dueEffects(scene.current.ticket, scene.ctx);
      await this.procedure.commit(tx, scene, change);
      return change.events.length;
    });
  }
}
