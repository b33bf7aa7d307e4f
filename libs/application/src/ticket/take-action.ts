import { Injectable } from '@nestjs/common';
import type { Actor, Standing, Ticket } from '@zhuqi/domain';
import { Directory } from '../ports/directory';
import { RuleBook } from '../ports/rule-book';
import type { TicketAt } from '../ports/ticket-reader';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { refuse } from '../refused';
import type { ActionInputs, PersonAction } from './action-inputs';
import { DECISIONS } from './decisions';
import { permit } from './permit';
import { TicketProcedure } from './procedure';

export interface ActionCommand<A extends PersonAction> {
  readonly action: A;
  readonly ticketId: string;
  readonly actor: Actor;
  /** The version the person has seen (If-Match). */
  readonly expectedVersion: number | undefined;
  /** A part of the ticket the address names (a request): unknown is 404, before anything else is told. */
  readonly requestId?: string;
  /** Checked after everything else, so that the refusals come in their order: 404, 403, 428, 412, 409, 422. */
  readonly input: () => ActionInputs[A];
}

/** Takes one action on one ticket: lock, permit, decide, save, announce. Answers the ticket and when it was done. */
@Injectable()
export class TakeAction {
  constructor(
    private readonly work: UnitOfWork,
    private readonly procedure: TicketProcedure,
    private readonly directory: Directory,
    private readonly rules: RuleBook,
  ) {}

  execute<A extends PersonAction>(command: ActionCommand<A>): Promise<TicketAt> {
    return this.work.run((tx) => this.within(tx, command));
  }

  /** The same inside a transaction that has more to do. */
  async within<A extends PersonAction>(tx: Transaction, command: ActionCommand<A>): Promise<TicketAt> {
    const { action, actor } = command;
    const scene = await this.procedure.open(tx, command.ticketId, actor);
    const { stored, current, ctx } = scene;
    checkRequest(command.requestId, stored);
    const standing: Standing = permit(command, stored);
    const { handovers, taskForces } = tx;
    const known = { directory: this.directory, rules: this.rules, handovers, taskForces };
    const change = await DECISIONS[action](current.ticket, command.input(), { ctx, standing, ...known });
    return { ticket: await this.procedure.commit(tx, scene, change), now: ctx.now };
  }
}

function checkRequest(requestId: string | undefined, { requests }: Ticket): void {
  if (requestId === undefined || requests.some(({ id }) => id === requestId)) return;
  refuse('request.not_found', '该诉求没有这项申请');
}
