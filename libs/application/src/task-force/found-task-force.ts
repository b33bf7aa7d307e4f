import { Injectable } from '@nestjs/common';
import { dispatch, type Holder, type PersonActor } from '@zhuqi/domain';
import { Directory } from '../ports/directory';
import { IdGenerator } from '../ports/id-generator';
import type { StoredAnswer } from '../ports/idempotency';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { Refused, refuse, valueOf } from '../refused';
import { answerOnce, claimOf } from '../ticket/answer-once';
import { permit } from '../ticket/permit';
import { TicketProcedure } from '../ticket/procedure';
import { checkLead, checkMembers } from './task-force-terms';

export interface FoundTaskForceCommand {
  readonly actor: PersonActor;
  readonly input: {
    readonly name: string;
    readonly purpose: string;
    readonly leadPersonId: string;
    readonly memberUnitIds: readonly string[];
    /** What it is to handle from the start. */
    readonly ticketIds?: readonly string[];
  };
  readonly idempotencyKey: string | undefined;
}

/** What a task force is founded with answers its id. */
export interface FoundedTaskForce {
  readonly id: string;
}

const TIER = 2;

/** Founds a task force (专班) and hands it its first tickets: all of it or nothing. */
@Injectable()
export class FoundTaskForce {
  constructor(
    private readonly work: UnitOfWork,
    private readonly procedure: TicketProcedure,
    private readonly directory: Directory,
    private readonly ids: IdGenerator,
  ) {}

  async execute(command: FoundTaskForceCommand): Promise<StoredAnswer> {
    const { actor, input, idempotencyKey } = command;
    const claim = claimOf(this.ids, actor.id, idempotencyKey, input);
    return this.work.run((tx) => answerOnce(tx, claim, () => this.found(tx, command)));
  }

  private async found(tx: Transaction, { actor, input }: FoundTaskForceCommand): Promise<FoundedTaskForce> {
    const { leadPersonId: leadId, ticketIds = [], name, purpose, memberUnitIds } = input;
    const { regionCode } = actor;
    // Not before the key is claimed: a repetition gets the first answer, whoever has left since.
    await checkLead(this.directory, leadId, regionCode);
    await checkMembers(this.directory, memberUnitIds, { regionCode, pointer: '/memberUnitIds' });
    const id = this.ids.next();
    const force = { id, name, purpose, leadId, memberUnitIds };
    await tx.taskForces.found({ ...force, regionCode, createdById: actor.id }, tx.now);
    const holder: Holder = { tier: TIER, unitId: id, personId: null };
    // Always in the same order, so that nobody waits in a circle.
    for (const ticketId of [...ticketIds].sort()) {
      const pointer = `/ticketIds/${String(ticketIds.indexOf(ticketId))}`;
      await at(pointer, () => this.hand(tx, { ticketId, holder, leadId, actor }));
    }
    return { id };
  }

  private async hand(
    tx: Transaction,
    given: { ticketId: string; holder: Holder; leadId: string; actor: PersonActor },
  ): Promise<void> {
    const { ticketId, holder, leadId, actor } = given;
    const scene = await this.procedure.open(tx, ticketId, actor);
    const { stored, current, ctx } = scene;
    const standing = permit({ action: 'dispatch', actor, expectedVersion: stored.version }, stored);
    if (stored.regionCode !== actor.regionCode) refuse('ticket.not_found', '没有找到该诉求，或您无权查看');
    if (stored.aboutPersonId === leadId) {
      refuse('unit.no_handler', '该诉求反映的正是牵头人，不能交给本专班');
    }
    const decided = dispatch(current.ticket, { holder, assistUnitIds: [] }, standing, ctx);
    await this.procedure.commit(tx, scene, valueOf(decided));
  }
}

/** A refusal that concerns one of several tickets names its place. */
async function at(pointer: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw error instanceof Refused ? new Refused({ ...error.refusal, pointer }) : error;
  }
}
