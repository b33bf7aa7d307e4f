import { handOverOnDissolution, type Change, type Context } from '@zhuqi/domain';
import { namedHolder, type Reach } from './chosen-holder';

/** What comes back to a task force that has been dissolved since goes to the office, which gives it to whom it belongs. */
export async function afterDissolution(change: Change, ctx: Context, reach: Reach): Promise<Change> {
  const { holderUnitId } = change.ticket;
  const { officeId } = ctx.chain;
  if (holderUnitId === null || officeId === null) return change;
  if (!(await reach.taskForces.dissolved(holderUnitId))) return change;
  const office = await namedHolder(change.ticket, officeId, reach, '');
  const passed = handOverOnDissolution(change.ticket, office, ctx);
  return { ...passed, events: [...change.events, ...passed.events] };
}
