import { Injectable } from '@nestjs/common';
import {
  handOverComplaint,
  handOverLead,
  reassignFollowUps,
  unchanged,
  type Change,
  type PersonActor,
} from '@zhuqi/domain';
import { Directory } from '../ports/directory';
import type { LockedTaskForce, MemberChange } from '../ports/task-force-desk';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { refuse } from '../refused';
import { TicketProcedure, type Scene } from '../ticket/procedure';
import { goOn, isHeldBy, scenesOf, unitOnly } from './concerned-tickets';
import { MOST_MEMBERS } from './most-members';
import { outOfTheirHands } from './out-of-their-hands';
import { checkLead, checkMembers, lockActive, lockWithTickets } from './task-force-terms';

export interface ChangeTaskForceCommand {
  readonly id: string;
  readonly actor: PersonActor;
  readonly input: {
    readonly leadPersonId?: string;
    readonly addUnitIds?: readonly string[];
    readonly removeUnitIds?: readonly string[];
  };
}

/** Another lead, other members; what the lead had taken on in person goes on with the new one. */
@Injectable()
export class ChangeTaskForce {
  constructor(
    private readonly work: UnitOfWork,
    private readonly procedure: TicketProcedure,
    private readonly directory: Directory,
  ) {}

  execute(command: ChangeTaskForceCommand): Promise<void> {
    return this.work.run(async (tx) => {
      const { actor, input, id } = command;
      const force = await this.locked(tx, command);
      const { leadPersonId, addUnitIds = [], removeUnitIds = [] } = input;
      const { regionCode } = force;
      await checkMembers(this.directory, addUnitIds, { regionCode, pointer: '/addUnitIds' });
      const change = membersAfter(force, addUnitIds, removeUnitIds);
      if (leadPersonId !== undefined && leadPersonId !== force.leadId) {
        await checkLead(this.directory, leadPersonId, regionCode);
        await this.changeLead(tx, force, { leadPersonId, actor });
      }
      await tx.taskForces.changeMembers(id, change, tx.now);
    });
  }

  /** Tickets before the task force, as everybody who dispatches locks them. */
  private locked(tx: Transaction, { id, actor, input }: ChangeTaskForceCommand): Promise<LockedTaskForce> {
    return input.leadPersonId === undefined ? lockActive(tx, id, actor) : lockWithTickets(tx, id, actor);
  }

  private async changeLead(
    tx: Transaction,
    force: LockedTaskForce,
    { leadPersonId, actor }: { readonly leadPersonId: string; readonly actor: PersonActor },
  ): Promise<void> {
    for (const scene of await scenesOf(tx, this.procedure, { id: force.id, actor })) {
      const change =
        scene.stored.aboutPersonId === leadPersonId
          ? await this.keptFrom(scene, force.id, leadPersonId)
          : passedOn(scene, force, leadPersonId);
      await this.procedure.commit(tx, scene, change);
    }
    await tx.taskForces.changeLead(force.id, leadPersonId);
  }

  /** Nobody is told by a refusal that there is a complaint: what is about the new lead leaves without a word. */
  private async keptFrom(scene: Scene, forceId: string, leadPersonId: string): Promise<Change> {
    const { current, ctx } = scene;
    const holder = await outOfTheirHands(this.directory, scene, [leadPersonId]);
    if (holder === null) return unchanged(current.ticket);
    const held = isHeldBy(current.ticket, forceId);
    const moved = held ? handOverComplaint(current.ticket, holder, ctx) : unchanged(current.ticket);
    return goOn(moved, (ticket) =>
      reassignFollowUps(ticket, unitOnly(forceId), unitOnly(holder.unitId), ctx),
    );
  }
}

/** What the lead before had taken on in person. */
function passedOn({ current, ctx }: Scene, { id, leadId }: LockedTaskForce, leadPersonId: string): Change {
  const { ticket } = current;
  const own = isHeldBy(ticket, id) && ticket.holderPersonId === leadId;
  return own ? handOverLead(ticket, leadPersonId, ctx) : unchanged(ticket);
}

/** Who joins and who leaves; refused when nobody would be left, too many would be, or a stranger would leave. */
function membersAfter(
  { memberUnitIds }: LockedTaskForce,
  add: readonly string[],
  remove: readonly string[],
): MemberChange {
  const stranger = remove.findIndex((id) => !memberUnitIds.includes(id) || add.includes(id));
  if (stranger !== -1) {
    refuse('taskForce.members', '该单位不是本专班的成员', `/removeUnitIds/${String(stranger)}`);
  }
  const joined = add.filter((id) => !memberUnitIds.includes(id));
  const count = memberUnitIds.length + joined.length - remove.length;
  if (count < 1 || count > MOST_MEMBERS) {
    refuse('taskForce.members', `专班应有 1 至 ${String(MOST_MEMBERS)} 个成员单位`, '/removeUnitIds');
  }
  return { joined, left: remove };
}
