export type { CalendarSpec, HourRange } from './calendar-spec';
export { MOST_RANGES_A_DAY, MOST_SPECIAL_DAYS } from './calendar-spec';
export { WEEKDAYS, type Weekday } from './civil-day';
export { HORIZON_DAYS, LONGEST_CLOSURE_DAYS } from './open-time';
export { parseCalendarSpec } from './parse-calendar-spec';
export { workingTime, type Span } from './pauses';
export {
  deadlineOf,
  previewDeadline,
  type DeadlinePreview,
  type DeadlineQuestion,
  type PreviewAllowance,
} from './preview';
export { SEGMENT_REASONS, type Segment, type SegmentReason } from './segments';
export { workingCalendar, type WorkingCalendar } from './working-calendar';
export type { DayCount } from './working-days';
export { isTimeZone } from './zone';
