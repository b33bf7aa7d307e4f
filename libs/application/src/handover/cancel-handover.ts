import { Injectable } from '@nestjs/common';
import type { PersonActor } from '@zhuqi/domain';
import { UnitOfWork } from '../ports/transaction';
import { refuse } from '../refused';

/** A planned handover is taken back before its day; one that has taken effect is undone by another. */
@Injectable()
export class CancelHandover {
  constructor(private readonly work: UnitOfWork) {}

  execute(id: string, actor: PersonActor): Promise<void> {
    return this.work.run(async (tx) => {
      const found = await tx.handovers.lock(id);
      if (found === null || !actor.regionCodes.includes(found.regionCode)) {
        return refuse('handover.not_found', '没有找到该交接，或您无权查看');
      }
      if (found.state !== 'planned') {
        const state = found.state === 'done' ? '已生效，如需改动请另行交接' : '已取消';
        return refuse('handover.not_planned', `该交接${state}`);
      }
      await tx.handovers.cancel(id, actor.id);
    });
  }
}
