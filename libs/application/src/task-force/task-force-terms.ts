import { HANDLER_ROLES, isOneOf, type PersonActor } from '@zhuqi/domain';
import type { Directory } from '../ports/directory';
import type { LockedTaskForce } from '../ports/task-force-desk';
import type { Transaction } from '../ports/transaction';
import { refuse } from '../refused';

/** A lead is a person of the district who handles tickets: whoever leads answers for what the task force holds. */
export async function checkLead(directory: Directory, id: string, regionCode: string): Promise<void> {
  const person = await directory.person(id);
  const leads =
    person?.regionCode === regionCode && person.roles.some((role) => isOneOf(HANDLER_ROLES, role));
  if (!leads) refuse('person.unknown', '牵头人应为本区可以办理诉求的人员', '/leadPersonId');
}

/** Members are standing units of the district. */
export async function checkMembers(
  directory: Directory,
  unitIds: readonly string[],
  { regionCode, pointer }: { readonly regionCode: string; readonly pointer: string },
): Promise<void> {
  for (const [index, id] of unitIds.entries()) {
    const unit = await directory.unit(id);
    if (unit?.regionCode !== regionCode || unit.kind === 'task_force') {
      refuse('unit.unknown', '本区没有这个单位', `${pointer}/${String(index)}`);
    }
  }
}

/** A task force of the actor's regions that still exists, locked. */
export async function lockActive(tx: Transaction, id: string, actor: PersonActor): Promise<LockedTaskForce> {
  const force = await tx.taskForces.lock(id);
  if (force === null || !actor.regionCodes.includes(force.regionCode)) {
    return refuse('taskForce.not_found', '没有找到该专班');
  }
  return force.dissolvedAt === null ? force : refuse('taskForce.dissolved', '专班已解散');
}

/**
 * The same with every ticket it concerns locked before it, in one order: so does everybody who dispatches. A ticket
 * that comes in between is locked late; should somebody wait in a circle for it, the transaction is run again.
 */
export async function lockWithTickets(
  tx: Transaction,
  id: string,
  actor: PersonActor,
): Promise<LockedTaskForce> {
  for (const ticketId of await tx.taskForces.concernedTicketIds(id)) await tx.lockTicket(ticketId);
  return lockActive(tx, id, actor);
}
