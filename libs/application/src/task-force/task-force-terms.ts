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
