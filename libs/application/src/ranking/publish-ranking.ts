import { Injectable } from '@nestjs/common';
import { businessDayOf, districtReader, type PersonActor, type RankingTable } from '@zhuqi/domain';
import { BusinessClock } from '../ports/business-clock';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { PostedBook } from '../ports/posted-book';
import { UnitOfWork } from '../ports/transaction';
import { refuse } from '../refused';
import { applyOnce } from '../rules/apply-once';
import { claimOf } from '../ticket/answer-once';
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
    private readonly clock: BusinessClock,
    private readonly ids: IdGenerator,
  ) {}

  execute({ actor, request, idempotencyKey }: PublishRankingCommand): Promise<StoredAnswer> {
    return applyOnce(this.work, this.drawn(actor, request), {
      claim: claimOf(this.ids, actor.id, idempotencyKey, request),
      present: ({ id }) => ({ id }),
      write: (tx, { id, table }) => {
        const { regionCode, kind, from, to, asOf, scheme } = table;
        const content = JSON.stringify(table);
        return tx.rankings.publish({
          ...{ id, regionCode, kind, from, to, asOf, schemeVersion: scheme.version },
          ...{ content, digest: this.ids.digest(content), madeById: actor.id, madeAt: tx.now },
        });
      },
    });
  }

  /** Drawn as the region's, not as the office clerk's, who may read less than all; of a period that is over. */
  private async drawn(
    { regionCode, regionCodes }: PersonActor,
    request: PublishRankingCommand['request'],
  ): Promise<{ readonly id: string; readonly table: RankingTable }> {
    const region = districtReader({ code: regionCode, codes: regionCodes });
    // The instant first: a write that reads the time after the wait must not fall before it.
    const now = await this.clock.now();
    const asOf = Math.min(request.asOf ?? now, now);
    await this.posted.settled();
    const table = await this.rankings.draw(region, { ...request, regionCode, asOf });
    if (table.to > businessDayOf(table.asOf)) {
      refuse('request.invalid', '期间尚未结束：截止日不能晚于数字截至的日子', '/to');
    }
    return { id: this.ids.next(), table };
  }
}
