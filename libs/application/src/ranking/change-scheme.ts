import { Injectable } from '@nestjs/common';
import { judgeScheme, type PersonActor, type RankingScheme, type SchemeTerms } from '@zhuqi/domain';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { UnitOfWork } from '../ports/transaction';
import { valueOf } from '../refused';
import { answerOnce, claimOf } from '../ticket/answer-once';

export interface SchemeChange {
  readonly actor: PersonActor;
  readonly terms: SchemeTerms;
  readonly reason: string;
  readonly idempotencyKey: string | undefined;
}

/** A new version of the scheme of one's own region; what has been drawn until now stays drawn by the earlier one. */
@Injectable()
export class ChangeScheme {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ids: IdGenerator,
  ) {}

  execute({ actor, terms, reason, idempotencyKey }: SchemeChange): Promise<StoredAnswer> {
    const claim = claimOf(this.ids, actor.id, idempotencyKey, { terms, reason });
    const { regionCode } = actor;
    return this.work.run((tx) =>
      answerOnce(tx, claim, async () => {
        const judged = valueOf(judgeScheme(terms));
        const version = (await tx.rankings.lockSchemes(regionCode)) + 1;
        const scheme: RankingScheme = { version, ...judged };
        await tx.rankings.writeScheme({ regionCode, scheme, reason, madeById: actor.id, madeAt: tx.now });
        return { regionCode, version };
      }),
    );
  }
}
