import type { WorkingCalendar } from '../sla';
import type { Instant } from '../time';
import type { BulletinTicket } from './content';

/** What a published list calls a confidential ticket: whoever reads it may not be allowed to read the ticket. */
export const CONFIDENTIAL_TITLE = '（保密诉求）';

/** A ticket as it may stand in a list that everybody of the region reads. */
export const publishedTicket = <T extends BulletinTicket>(ticket: T): T =>
  ticket.confidential ? { ...ticket, title: CONFIDENTIAL_TITLE, enterprise: null } : ticket;

/** No list is about more. */
const LONGEST_DAYS = 3_660;

/** The working days after the day of `from`, up to and including that of `to`; none when they are reversed. */
export function workingDaysSince(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  const last = calendar.dayOf(to);
  let days = 0;
  let day = calendar.dayOf(from);
  for (let walked = 0; day < last && walked < LONGEST_DAYS; walked += 1) {
    day = calendar.nextDay(day);
    if (calendar.isWorkingDay(day)) days += 1;
  }
  return days;
}
