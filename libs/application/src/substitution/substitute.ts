import { Injectable } from '@nestjs/common';
import {
  hasRole,
  maySubstitute,
  mayTakePlace,
  type Absence,
  type Day,
  type PersonActor,
} from '@zhuqi/domain';
import { holdingsOf, holdsNothing } from '../handover/holdings';
import type { PersonOnPost } from '../ports/handover-desk';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { RuleBook } from '../ports/rule-book';
import type { Substitution } from '../ports/substitution-desk';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { refuse, valueOf } from '../refused';
import { answerOnce, claimOf } from '../ticket/answer-once';

export interface SubstitutionOrder extends Absence {
  readonly reason: string;
}

export interface SubstituteCommand {
  readonly actor: PersonActor;
  readonly order: SubstitutionOrder;
  readonly idempotencyKey: string | undefined;
  readonly present: (made: Substitution, person: PersonOnPost, substitute: PersonOnPost) => object;
}

const MANAGERS = ['office_dispatcher', 'administrator'] as const;
const PEOPLE = { from: '/personId', to: '/substituteId' } as const;

/** Everybody arranges its own absence; the office and administrators anybody's of their region. */
export const arranges = (actor: PersonActor, personId: string, regionCode: string): boolean =>
  actor.id === personId || (hasRole(actor, ...MANAGERS) && actor.regionCodes.includes(regionCode));

/** 代班: somebody does the work of a person who is absent, from the first to the last day. */
@Injectable()
export class Substitute {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rules: RuleBook,
    private readonly ids: IdGenerator,
  ) {}

  execute({ actor, order, idempotencyKey, present }: SubstituteCommand): Promise<StoredAnswer> {
    const claim = claimOf(this.ids, actor.id, idempotencyKey, order);
    return this.work.run((tx) =>
      answerOnce(tx, claim, async () => {
        const { person, substitute } = await people(tx, actor, order);
        valueOf(mayTakePlace(person, substitute, PEOPLE));
        const { calendar } = await this.rules.calendar(person.regionCode);
        const others = await tx.substitutions.concerning([person.id, substitute.id], order.from);
        const today = calendar.dayOf(tx.now);
        valueOf(maySubstitute(order, others, today));
        if (!person.active) await refuseHandedOver(tx, order, today);
        const made: Substitution = {
          ...order,
          ...{ id: this.ids.next(), regionCode: person.regionCode },
          ...{ madeById: actor.id, madeAt: tx.now, endedAt: null },
        };
        await tx.substitutions.add(made);
        return present(made, person, substitute);
      }),
    );
  }
}

const EVER = 0;

/**
 * Whoever has left and given its post away needs nobody in its place, except for what was left with it all the same:
 * a substitute brings that to an end.
 */
async function refuseHandedOver(tx: Transaction, absence: Absence, today: Day): Promise<void> {
  const { personId: fromPersonId, substituteId: toPersonId } = absence;
  if ((await tx.handovers.successorOf(fromPersonId, EVER)) === null) return;
  if (!holdsNothing(await holdingsOf(tx, { fromPersonId, toPersonId }, today))) return;
  refuse('substitution.handed_over', '该人员已离岗，岗位已移交，没有需要代班的事项');
}

/** Both are locked, so that two arrangements cannot make a chain of substitutes between them. */
async function people(
  tx: Transaction,
  actor: PersonActor,
  { personId, substituteId }: SubstitutionOrder,
): Promise<{ readonly person: PersonOnPost; readonly substitute: PersonOnPost }> {
  const found = await tx.handovers.people([personId, substituteId]);
  const [person, substitute] = [personId, substituteId].map((id) => found.find((each) => each.id === id));
  if (person === undefined || !actor.regionCodes.includes(person.regionCode)) {
    return refuse('person.unknown', '本区没有这个人员', PEOPLE.from);
  }
  if (!arranges(actor, person.id, person.regionCode)) {
    return refuse('permission.denied', '只能为本人安排代班，为他人安排请由调度办办理');
  }
  if (substitute === undefined) return refuse('person.unknown', '本区没有这个在岗人员', PEOPLE.to);
  return { person, substitute };
}
