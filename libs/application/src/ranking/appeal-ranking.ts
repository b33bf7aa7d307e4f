import { Injectable } from '@nestjs/common';
import {
  can,
  judgeAppeal,
  type AppealText,
  type Permission,
  type PersonActor,
  type RankingTable,
} from '@zhuqi/domain';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { refuse, valueOf } from '../refused';
import { answerOnce, claimOf } from '../ticket/answer-once';

export interface AppealCommand {
  readonly actor: PersonActor;
  readonly publicationId: string;
  /** Read once it is clear that there is something to appeal against. */
  readonly appeal: () => AppealText;
  readonly idempotencyKey: string | undefined;
}

export interface RuleOnAppealCommand {
  readonly actor: PersonActor;
  readonly publicationId: string;
  readonly appealId: string;
  readonly finding: () => { readonly upheld: boolean; readonly note: string };
}

/** 异议: what the ranked says of its published row, and what the office finds; both stand beside the row for good. */
@Injectable()
export class AppealRanking {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ids: IdGenerator,
  ) {}

  execute({ actor, publicationId, appeal, idempotencyKey }: AppealCommand): Promise<StoredAnswer> {
    return this.work.run(async (tx) => {
      const table = await published(tx, publicationId, actor);
      permit(actor, 'ranking.appeal', '只有专员和单位经办人可以就自己的排名提出异议');
      const said = appeal();
      const { subjectKey, component = null, text } = said;
      const words = { publicationId, subjectKey, component, text };
      return answerOnce(tx, claimOf(this.ids, actor.id, idempotencyKey, words), async () => {
        valueOf(judgeAppeal(actor, table, said));
        const id = this.ids.next();
        await tx.rankings.appeal({ id, ...words, madeById: actor.id, madeAt: tx.now });
        return { id };
      });
    });
  }

  rule({ actor, publicationId, appealId, finding }: RuleOnAppealCommand): Promise<void> {
    return this.work.run(async (tx) => {
      await published(tx, publicationId, actor);
      if (!(await tx.rankings.hasAppeal(publicationId, appealId))) {
        refuse('ranking.appeal_not_found', '没有找到该异议');
      }
      permit(actor, 'ranking.publish', '异议由调度办处理');
      const { upheld, note } = finding();
      const ruled = await tx.rankings.rule(appealId, { upheld, note, madeById: actor.id, madeAt: tx.now });
      if (!ruled) refuse('ranking.already_ruled', '该异议已有处理结果');
    });
  }
}

export const unknownPublication = (): never =>
  refuse('ranking.publication_not_found', '没有找到该排名通报，或您无权查看');

/** Unknown as well to who may not read rankings at all. */
async function published(
  tx: Transaction,
  id: string,
  { roles, regionCodes }: PersonActor,
): Promise<RankingTable> {
  const table = can(roles, 'ranking.read') ? await tx.rankings.published(id, regionCodes) : null;
  return table ?? unknownPublication();
}

function permit({ roles }: PersonActor, permission: Permission, detail: string): void {
  if (!can(roles, permission)) refuse('permission.denied', detail);
}
