import { Injectable } from '@nestjs/common';
import type { PersonActor } from '@zhuqi/domain';
import type { Handover, PersonOnPost } from '../ports/handover-desk';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { UnitOfWork } from '../ports/transaction';
import { refuse } from '../refused';
import { answerOnce, claimOf } from '../ticket/answer-once';
import { CarryOutHandover } from './carry-out-handover';
import { JudgeHandover, type HandoverOrder, type HandoverSurvey, type HandoverTerms } from './judge-handover';

/** A handover with what goes along: what it would move, what it will move, or what it has moved. */
export interface HandoverPicture {
  /** Null for one that is only looked at. */
  readonly handover: Handover | null;
  readonly order: HandoverOrder;
  readonly from: PersonOnPost;
  readonly to: PersonOnPost;
  readonly posts: HandoverTerms['posts'];
  readonly survey: HandoverSurvey;
}

export interface HandOverCommand {
  readonly actor: PersonActor;
  readonly order: HandoverOrder;
  readonly idempotencyKey: string | undefined;
  /** How it is shown to the caller; a repetition gets what the first was shown. */
  readonly present: (picture: HandoverPicture) => object;
}

/** 岗位交接: one act for everything a person holds, at once or when its day comes. */
@Injectable()
export class HandOver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly judge: JudgeHandover,
    private readonly carryOut: CarryOutHandover,
    private readonly ids: IdGenerator,
  ) {}

  /** What would move; writes nothing and refuses what could not be made. */
  preview(actor: PersonActor, order: HandoverOrder): Promise<HandoverPicture> {
    return this.work.run(async (tx) => {
      const { today: _today, ...terms } = await this.judge.within(tx, actor, order);
      return { handover: null, order, ...terms };
    });
  }

  execute({ actor, order, idempotencyKey, present }: HandOverCommand): Promise<StoredAnswer> {
    const claim = claimOf(this.ids, actor.id, idempotencyKey, order);
    return this.work.run((tx) =>
      answerOnce(tx, claim, async () => {
        const { today, ...terms } = await this.judge.within(tx, actor, order);
        refuseOverCapacity(order, terms.survey);
        const handover: Handover = {
          ...order,
          ...{ id: this.ids.next(), regionCode: terms.from.regionCode, posts: terms.posts },
          ...{ state: 'planned', madeById: actor.id, madeAt: tx.now, doneAt: null },
        };
        await tx.handovers.add(handover);
        const now = order.effectiveOn <= today;
        if (now) await this.carryOut.within(tx, handover, actor);
        return present({
          handover: { ...handover, ...(now ? { state: 'done', doneAt: tx.now } : {}) },
          order,
          ...terms,
        });
      }),
    );
  }
}

function refuseOverCapacity({ overCapacity }: HandoverOrder, survey: HandoverSurvey): void {
  if (survey.overCapacity === null || overCapacity) return;
  refuse('pairing.over_capacity', `${survey.overCapacity}；确需移交的，请注明超限移交`, '/overCapacity');
}
