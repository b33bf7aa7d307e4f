import { handOverOnDissolution, type Change, type Context } from '@zhuqi/domain';
import type { Directory } from '../ports/directory';
import { namedHolder } from './chosen-holder';

/** What comes back to a task force that has been dissolved since goes to the office, which gives it to whom it belongs. */
export async function afterDissolution(
  change: Change,
  { ctx, directory }: { readonly ctx: Context; readonly directory: Directory },
): Promise<Change> {
  const { holderUnitId } = change.ticket;
  const { officeId, cityOfficeId } = ctx.chain;
  const unit = holderUnitId === null ? null : await directory.unit(holderUnitId);
  if (unit?.dissolved !== true || officeId === null) return change;
  const office = await namedHolder(change.ticket, officeId, { directory, cityOfficeId }, '');
  const passed = handOverOnDissolution(change.ticket, office, ctx);
  return { ...passed, events: [...change.events, ...passed.events] };
}
