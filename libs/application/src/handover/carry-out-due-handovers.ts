import { Injectable } from '@nestjs/common';
import { mayTakePlace, SYSTEM } from '@zhuqi/domain';
import type { Handover } from '../ports/handover-desk';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { refuse, valueOf } from '../refused';
import { CarryOutHandover } from './carry-out-handover';
import { DueHandovers } from './handover-book';

export interface HandoverFailure {
  readonly handoverId: string;
  readonly error: unknown;
}

/** Handovers take effect on their day, and what slipped through while one was made follows. Each on its own, once. */
@Injectable()
export class CarryOutDueHandovers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly due: DueHandovers,
    private readonly carryOut: CarryOutHandover,
  ) {}

  /** Answers those that could not be carried out; they are tried again, and told as orphans meanwhile. */
  async execute(): Promise<readonly HandoverFailure[]> {
    const failures: HandoverFailure[] = [];
    for (const handoverId of [...(await this.due.due()), ...(await this.due.belated())]) {
      await this.one(handoverId).catch((error: unknown) => failures.push({ handoverId, error }));
    }
    return failures;
  }

  private one(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const handover = await tx.handovers.lock(id);
      // Another worker was faster, or the office has taken it back.
      if (handover === null || handover.state === 'cancelled') return;
      await stillPossible(tx, handover);
      await this.carryOut.within(tx, handover, SYSTEM);
    });
  }
}

/** People change between the plan and its day. */
async function stillPossible(tx: Transaction, { fromPersonId, toPersonId }: Handover): Promise<void> {
  const people = await tx.handovers.people([fromPersonId, toPersonId]);
  const [from, to] = [fromPersonId, toPersonId].map((id) => people.find((person) => person.id === id));
  if (from === undefined || to === undefined) return refuse('person.unknown', '交接的人员已不存在');
  valueOf(mayTakePlace(from, to, { from: '/fromPersonId', to: '/toPersonId' }));
}
