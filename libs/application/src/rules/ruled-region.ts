import type { PersonActor } from '@zhuqi/domain';
import { refuse } from '../refused';

/** A region whose rules the person may see or change: its own and those below; any other is as unknown as none. */
export function ruledRegion(actor: PersonActor, regionCode: string): void {
  if (!actor.regionCodes.includes(regionCode)) refuse('calendar.unknown', '没有该地区的工作日历');
}
