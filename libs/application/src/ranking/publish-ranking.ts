import { Injectable } from '@nestjs/common';
import { districtReader, type PersonActor } from '@zhuqi/domain';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { UnitOfWork } from '../ports/transaction';
import { answerOnce, claimOf } from '../ticket/answer-once';
import { PostedBook } from '../ports/posted-book';
import { Rankings, type RankingRequest } from './rankings';

export interface PublishRankingCommand {
  readonly actor: PersonActor;
  /** Of the actor's own region. */
  readonly request: Omit<RankingRequest, 'regionCode'>;
  readonly idempotencyKey: string | undefined;
}

/** Freezes a ranking as it stands: what is found out later shows in the next one, never in this. */
@Injectable()
export class PublishRanking {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rankings: Rankings,
    private readonly posted: PostedBook,
    private readonly ids: IdGenerator,
  ) {}

  async execute({ actor, request, idempotencyKey }: PublishRankingCommand): Promise<StoredAnswer> {
    const claim = claimOf(this.ids, actor.id, idempotencyKey, request);
    const { regionCode } = actor;
    // Drawn as the region's, not as the office clerk's, who may read less than all.
    const region = districtReader({ code: regionCode, codes: actor.regionCodes });
    await this.posted.settled();
    const table = await this.rankings.draw(region, { ...request, regionCode });
    const content = JSON.stringify(table);
    const { kind, from, to, asOf, scheme } = table;
    return this.work.run((tx) =>
      answerOnce(tx, claim, async () => {
        const id = this.ids.next();
        await tx.rankings.publish({
          ...{ id, regionCode, kind, from, to, asOf, schemeVersion: scheme.version },
          ...{ content, digest: this.ids.digest(content), madeById: actor.id, madeAt: tx.now },
        });
        return { id };
      }),
    );
  }
}
