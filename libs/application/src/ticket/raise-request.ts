import { Injectable } from '@nestjs/common';
import { IdGenerator } from '../ports/id-generator';
import type { IdempotencyClaim, StoredAnswer } from '../ports/idempotency';
import type { TicketAt } from '../ports/ticket-reader';
import { UnitOfWork } from '../ports/transaction';
import { answerOnce, claimOf } from './answer-once';
import { TakeAction, type ActionCommand } from './take-action';

export interface RaiseRequestCommand extends Omit<ActionCommand<'request'>, 'action'> {
  readonly idempotencyKey: string | undefined;
  /** How the request is shown to the caller; a repetition gets what the first was shown. */
  readonly present: (made: TicketAt) => Promise<unknown>;
}

/** A holder asks for what only others can grant; the same key and words again get the first answer again. */
@Injectable()
export class RaiseRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly takeAction: TakeAction,
    private readonly ids: IdGenerator,
  ) {}

  execute({ idempotencyKey, present, ...command }: RaiseRequestCommand): Promise<StoredAnswer> {
    return this.work.run((tx) =>
      answerOnce(tx, this.claimFor(command, idempotencyKey), async () =>
        present(await this.takeAction.within(tx, { action: 'request', ...command })),
      ),
    );
  }

  /** Words that are not sound claim nothing: they are refused in their turn. */
  private claimFor(
    { actor, ticketId, input }: Pick<RaiseRequestCommand, 'actor' | 'ticketId' | 'input'>,
    key: string | undefined,
  ): IdempotencyClaim | null {
    try {
      return claimOf(this.ids, actor.id, key, { ...input(), ticketId });
    } catch {
      return null;
    }
  }
}
