import { Injectable } from '@nestjs/common';
import { IdGenerator } from '../ports/id-generator';
import type { IdempotencyClaim, StoredAnswer } from '../ports/idempotency';
import type { TicketAt } from '../ports/ticket-reader';
import { UnitOfWork } from '../ports/transaction';
import { TakeAction, type ActionCommand } from './take-action';

export interface RaiseRequestCommand extends Omit<ActionCommand<'request'>, 'action'> {
  readonly idempotencyKey: string | undefined;
  /** How the request is shown to the caller; a repetition gets what the first was shown. */
  readonly present: (made: TicketAt) => Promise<unknown>;
}

const CREATED = 201;

/** A holder asks for what only others can grant; the same key and words again get the first answer again. */
@Injectable()
export class RaiseRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly takeAction: TakeAction,
    private readonly ids: IdGenerator,
  ) {}

  execute({ idempotencyKey, present, ...command }: RaiseRequestCommand): Promise<StoredAnswer> {
    return this.work.run(async (tx) => {
      const claim = this.claimOf(command, idempotencyKey);
      const earlier = claim === null ? null : await tx.claimIdempotencyKey(claim);
      if (earlier !== null) return earlier;
      const made = await this.takeAction.within(tx, { action: 'request', ...command });
      const answer = { status: CREATED, body: await present(made) };
      if (claim !== null) await tx.storeAnswer(claim, answer);
      return answer;
    });
  }

  /** Words that are not sound claim nothing: they are refused in their turn. */
  private claimOf(
    { actor, ticketId, input }: Pick<RaiseRequestCommand, 'actor' | 'ticketId' | 'input'>,
    key: string | undefined,
  ): IdempotencyClaim | null {
    if (key === undefined || actor.id === null) return null;
    try {
      const said = JSON.stringify([ticketId, Object.entries(input()).sort()]);
      return { actorId: actor.id, key, requestHash: this.ids.digest(said) };
    } catch {
      return null;
    }
  }
}
