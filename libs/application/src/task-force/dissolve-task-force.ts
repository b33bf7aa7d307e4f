import { Injectable } from '@nestjs/common';
import {
  handOverOnDissolution,
  reassignFollowUps,
  releaseDissolved,
  scopeOf,
  unchanged,
  withinScope,
  type Change,
  type Context,
  type Holder,
  type PersonActor,
  type Ticket,
} from '@zhuqi/domain';
import { Directory } from '../ports/directory';
import type { LockedTaskForce } from '../ports/task-force-desk';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { refuse } from '../refused';
import { namedHolder, type Reach } from '../ticket/chosen-holder';
import { TicketProcedure, type Scene } from '../ticket/procedure';
import { goOn, isHeldBy, scenesOf, unitOnly } from './concerned-tickets';
import { outOfTheirHands } from './out-of-their-hands';
import { lockWithTickets } from './task-force-terms';

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

/**
 * Dissolves a task force once every ticket it holds has somebody who goes on with it: all of it or nothing. What the
 * actor may not read goes to the office without a word.
 */
@Injectable()
export class DissolveTaskForce {
  constructor(
    private readonly work: UnitOfWork,
    private readonly procedure: TicketProcedure,
    private readonly directory: Directory,
  ) {}

  /** Answers how many tickets were handed over that the actor may read. */
  execute(command: DissolveTaskForceCommand): Promise<number> {
    return this.work.run(async (tx) => {
      const { id, actor, input } = command;
      const force = await lockWithTickets(tx, id, actor);
      const scenes = await scenesOf(tx, this.procedure, command);
      const scope = scopeOf(actor);
      const placed = scenes.filter(({ stored }) => isHeldBy(stored, id) && withinScope(scope, stored));
      checkNamed(placed, input.tickets ?? []);
      const ways = waysOf(placed, command);
      for (const scene of scenes) {
        const end = { force, actor, way: ways.get(scene.stored.id) };
        await this.procedure.commit(tx, scene, await this.released(tx, scene, end));
      }
      await tx.taskForces.dissolve(id, { byId: actor.id, note: input.note }, tx.now);
      return placed.length;
    });
  }

  /** Whatever the task force has to do with the ticket ends, and somebody else goes on. */
  private async released(tx: Transaction, scene: Scene, end: End): Promise<Change> {
    const { current, ctx } = scene;
    const { id } = end.force;
    const held = isHeldBy(scene.stored, id);
    const moved = held ? await this.moved(tx, scene, end) : unchanged(current.ticket);
    const heirId = held ? moved.ticket.holderUnitId : await this.unitOfLead(scene, end.force);
    const heard = goOn(moved, (ticket) => releaseDissolved(ticket, id, ctx));
    if (heirId === null) return heard;
    return goOn(heard, (ticket) => reassignFollowUps(ticket, unitOnly(id), unitOnly(heirId), ctx));
  }

  private async moved(tx: Transaction, scene: Scene, { way, force, actor }: End): Promise<Change> {
    const { stored, current, ctx } = scene;
    const holder =
      way === undefined
        ? await this.unseen(scene, actor)
        : await this.named(stored, way, { forceId: force.id, ctx, taskForces: tx.taskForces });
    return handOverOnDissolution(current.ticket, holder, ctx);
  }

  /** What the actor may not read is not for the actor to place, nor to hear of. */
  private async unseen(scene: Scene, actor: PersonActor): Promise<Holder> {
    const { aboutPersonId } = scene.stored;
    const holder = await outOfTheirHands(
      this.directory,
      scene,
      aboutPersonId === null ? [] : [aboutPersonId, actor.id],
    );
    return holder ?? refuse('unit.no_handler', '本区没有可以接续办理的调度办', '/toUnitId');
  }

  private named(
    ticket: Ticket,
    { unitId, pointer }: Way,
    {
      forceId,
      ctx,
      taskForces,
    }: Pick<Reach, 'taskForces'> & { readonly forceId: string; readonly ctx: Context },
  ): Promise<Holder> {
    if (unitId === forceId) refuse('taskForce.dissolved', '不能交给正在解散的专班', pointer);
    const reach = { directory: this.directory, cityOfficeId: ctx.chain.cityOfficeId, taskForces };
    return namedHolder(ticket, unitId, reach, pointer);
  }

  /** Where no ticket says who goes on, whoever led does, at its own post; with a complaint about it the office. */
  private async unitOfLead({ stored, ctx }: Scene, { leadId }: LockedTaskForce): Promise<string | null> {
    const lead = stored.aboutPersonId === leadId ? null : await this.directory.person(leadId);
    return lead?.unitId ?? ctx.chain.officeId;
  }
}

/** Which task force ends by whose hand, and where the ticket goes as far as the actor says. */
interface End {
  readonly force: LockedTaskForce;
  readonly actor: PersonActor;
  readonly way: Way | undefined;
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
  { input: { toUnitId, tickets = [] } }: DissolveTaskForceCommand,
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
      `请为承办中的诉求指定接续单位：${left
        .map(({ number }) => number)
        .sort()
        .join('、')}`,
      '/tickets',
    );
  }
  for (const { id } of toUnitId === undefined ? [] : left) {
    ways.set(id, { unitId: toUnitId ?? '', pointer: '/toUnitId' });
  }
  return ways;
}
