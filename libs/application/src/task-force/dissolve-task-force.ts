import { Injectable } from '@nestjs/common';
import {
  handOverOnDissolution,
  releaseDissolved,
  scopeOf,
  withinScope,
  type PersonActor,
  type Ticket,
} from '@zhuqi/domain';
import { Directory } from '../ports/directory';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { refuse } from '../refused';
import { namedHolder } from '../ticket/chosen-holder';
import { TicketProcedure, type Scene } from '../ticket/procedure';
import { lockActive } from './task-force-terms';

export interface Destination {
  readonly ticketId: string;
  readonly unitId: string;
}

export interface DissolveTaskForceCommand {
  readonly id: string;
  readonly actor: PersonActor;
  readonly input: {
    readonly note: string;
    /** Who goes on with everything that has no destination of its own. */
    readonly toUnitId?: string;
    readonly tickets?: readonly Destination[];
  };
}

/** Where a ticket goes, and where in the input that was said. */
interface Way {
  readonly unitId: string;
  readonly pointer: string;
}

/** Dissolves a task force once every ticket it holds has somebody who goes on with it: all of it or nothing. */
@Injectable()
export class DissolveTaskForce {
  constructor(
    private readonly work: UnitOfWork,
    private readonly procedure: TicketProcedure,
    private readonly directory: Directory,
  ) {}

  /** Answers how many tickets were handed over. */
  execute(command: DissolveTaskForceCommand): Promise<number> {
    return this.work.run(async (tx) => {
      const { id, actor, input } = command;
      // Tickets before the task force, as everybody who dispatches locks them.
      for (const ticketId of await tx.taskForces.heldTicketIds(id)) await tx.lockTicket(ticketId);
      await lockActive(tx, id, actor);
      const held = await this.held(tx, command);
      checkNamed(held, input.tickets ?? []);
      const ways = waysOf(held, command);
      for (const scene of held) await this.hand(tx, scene, ways.get(scene.stored.id), id);
      await this.release(tx, command);
      await tx.taskForces.dissolve(id, { byId: actor.id, note: input.note }, tx.now);
      return held.length;
    });
  }

  /** Everything it holds now that nothing more can come; the office may have to move what it may not read. */
  private async held(tx: Transaction, { id, actor }: DissolveTaskForceCommand): Promise<Scene[]> {
    const scenes: Scene[] = [];
    for (const ticketId of await tx.taskForces.heldTicketIds(id)) {
      const locked = await tx.lockTicket(ticketId);
      if (locked?.ticket.holderUnitId === id) scenes.push(await this.procedure.scene(tx, locked, actor));
    }
    return scenes;
  }

  private async hand(tx: Transaction, scene: Scene, way: Way | undefined, forceId: string): Promise<void> {
    if (way === undefined) return;
    const { stored, current, ctx } = scene;
    if (way.unitId === forceId) refuse('taskForce.dissolved', '不能交给正在解散的专班', way.pointer);
    const reach = { directory: this.directory, cityOfficeId: ctx.chain.cityOfficeId };
    const holder = await namedHolder(stored, way.unitId, reach, way.pointer);
    await this.procedure.commit(tx, scene, handOverOnDissolution(current.ticket, holder, ctx));
  }

  private async release(tx: Transaction, { id, actor }: DissolveTaskForceCommand): Promise<void> {
    for (const ticketId of await tx.taskForces.assistedTicketIds(id)) {
      const locked = await tx.lockTicket(ticketId);
      if (locked === null) continue;
      const scene = await this.procedure.scene(tx, locked, actor);
      await this.procedure.commit(tx, scene, releaseDissolved(scene.current.ticket, id, scene.ctx));
    }
  }
}

function checkNamed(held: readonly Scene[], tickets: readonly Destination[]): void {
  const stray = tickets.findIndex(({ ticketId }) => !held.some(({ stored }) => stored.id === ticketId));
  if (stray !== -1) {
    refuse('taskForce.not_held', '该诉求不由本专班承办', `/tickets/${String(stray)}/ticketId`);
  }
}

/** Where every ticket goes; refused with the list of those that would go nowhere. */
function waysOf(
  held: readonly Scene[],
  { input: { toUnitId, tickets = [] }, actor }: DissolveTaskForceCommand,
): ReadonlyMap<string, Way> {
  const named = tickets.map(
    ({ ticketId, unitId }, index) =>
      [ticketId, { unitId, pointer: `/tickets/${String(index)}/unitId` }] as const,
  );
  const ways = new Map<string, Way>(named);
  const left = held.map(({ stored }) => stored).filter(({ id }) => !ways.has(id));
  if (toUnitId === undefined && left.length > 0) {
    return refuse(
      'taskForce.tickets_left',
      `请为承办中的诉求指定接续单位：${listed(left, actor)}`,
      '/tickets',
    );
  }
  for (const { id } of toUnitId === undefined ? [] : left) {
    ways.set(id, { unitId: toUnitId ?? '', pointer: '/toUnitId' });
  }
  return ways;
}

/** By number as far as the actor may read them; of the others only how many. */
function listed(tickets: readonly Ticket[], actor: PersonActor): string {
  const scope = scopeOf(actor);
  const readable = tickets.filter((ticket) => withinScope(scope, ticket));
  const hidden = tickets.length - readable.length;
  const numbers = readable.map(({ number }) => number).sort();
  return [...numbers, ...(hidden === 0 ? [] : [`另有 ${String(hidden)} 件您无权查看`])].join('、');
}
