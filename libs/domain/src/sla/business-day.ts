import { DAY_MS, type Day, type Instant } from '../time';
import { dayOfNumber } from './civil-day';
import { timeZone } from './zone';

/** The zone figures are dated in, whatever the process or a district's calendar runs on. */
const BUSINESS_ZONE = timeZone('Asia/Shanghai');

/** The business day an instant falls on: what a figure is dated with. */
export const businessDayOf = (at: Instant): Day =>
  dayOfNumber(Math.floor((at + BUSINESS_ZONE.offsetAt(at)) / DAY_MS));
