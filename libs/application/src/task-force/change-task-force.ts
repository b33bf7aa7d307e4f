import { Injectable } from '@nestjs/common';
import { handOverLead, type PersonActor } from '@zhuqi/domain';
import { Directory } from '../ports/directory';
import type { LockedTaskForce, MemberChange } from '../ports/task-force-desk';
import { UnitOfWork, type Transaction } from '../ports/transaction';
import { refuse } from '../refused';
import { TicketProcedure } from '../ticket/procedure';
import { MOST_MEMBERS } from './most-members';
import { checkLead, checkMembers, lockActive } from './task-force-terms';

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
  private async locked(
    tx: Transaction,
    { id, actor, input }: ChangeTaskForceCommand,
  ): Promise<LockedTaskForce> {
    if (input.leadPersonId !== undefined) {
      for (const ticketId of await tx.taskForces.heldTicketIds(id)) await tx.lockTicket(ticketId);
    }
    return lockActive(tx, id, actor);
  }

  private async changeLead(
    tx: Transaction,
    { id, leadId }: LockedTaskForce,
    { leadPersonId, actor }: { readonly leadPersonId: string; readonly actor: PersonActor },
  ): Promise<void> {
    for (const ticketId of await tx.taskForces.heldTicketIds(id)) {
      const locked = await tx.lockTicket(ticketId);
      if (locked === null || locked.ticket.holderUnitId !== id) continue;
      if (locked.ticket.aboutPersonId === leadPersonId) {
        refuse(
          'taskForce.complaint_about_lead',
          '专班承办的诉求中有反映此人的，不能由其牵头',
          '/leadPersonId',
        );
      }
      if (locked.ticket.holderPersonId !== leadId) continue;
      const scene = await this.procedure.scene(tx, locked, actor);
      await this.procedure.commit(tx, scene, handOverLead(scene.current.ticket, leadPersonId, scene.ctx));
    }
    await tx.taskForces.changeLead(id, leadPersonId);
  }
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
