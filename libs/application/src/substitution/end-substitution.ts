import { Injectable } from '@nestjs/common';
import type { PersonActor } from '@zhuqi/domain';
import { RuleBook } from '../ports/rule-book';
import { UnitOfWork } from '../ports/transaction';
import { refuse } from '../refused';
import { arranges } from './substitute';

/** The person is back early, or was never away: from now on the substitute no longer acts. */
@Injectable()
export class EndSubstitution {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: RuleBook,
  ) {}

  execute(id: string, actor: PersonActor): Promise<void> {
    return this.work.run(async (tx) => {
      const found = await tx.substitutions.lock(id);
      if (found === null || !actor.regionCodes.includes(found.regionCode)) {
        return refuse('substitution.not_found', '没有找到该代班安排，或您无权查看');
      }
      if (!arranges(actor, found.personId, found.regionCode)) {
        return refuse('permission.denied', '只能结束本人的代班安排，其他的请由调度办办理');
      }
      if (found.endedAt !== null) return refuse('substitution.ended', '该代班安排已提前结束');
      const { calendar } = await this.rules.calendar(found.regionCode);
      if (found.to < calendar.dayOf(tx.now)) return refuse('substitution.ended', '该代班安排已经期满');
      await tx.substitutions.end(id, actor.id);
    });
  }
}
