export { dueAfter, type Allowance } from './allowance';
export {
  amendCalendar,
  LONGEST_STRETCH_DAYS,
  type CalendarAmendment,
  type DayRuleOrder,
} from './amend-calendar';
export {
  calendarOfDays,
  calendarOfDistrict,
  DAY_RULE_KINDS,
  type DayRule,
  type DayRuleKind,
  type DistrictCalendar,
  type HolidayYear,
} from './district-calendar';
export { parseHolidayNotice, stateOf, type HolidayNotice } from './holiday-notice';
export { dayDifferences, takeNotice, type DayDifferences } from './take-notice';
export {
  CALENDAR_DAY_KINDS,
  CALENDAR_DAY_STATES,
  publishedThrough,
  type CalendarDay,
  type CalendarDayKind,
  type CalendarDayState,
  type WorkingHours,
} from './calendar-days';
export type { CalendarSpec, HourRange, Season } from './calendar-definition';
export { MOST_RANGES_A_DAY, MOST_SEASONS, MOST_SPECIAL_DAYS } from './calendar-definition';
export { businessDayOf } from './business-day';
export { monthBegins, monthEnds, nextMonthBegins } from './civil-month';
export { dayNumber, WEEKDAYS, type Weekday } from './civil-day';
export {
  CLOCK_KIND_LABEL,
  CLOCK_KINDS,
  CLOCK_STATES,
  type Clock,
  type ClockKind,
  type ClockState,
  type Pause,
} from './clock';
export {
  extendClock,
  pauseClock,
  reopenClock,
  resumeClock,
  startClock,
  stopClock,
  type ClockTerms,
} from './clock-transitions';
export { pausesUntil, standsAt, type EndedPause } from './clock-pauses';
export { dueUnder, rescheduleClock, type NewTerms, type RulesChange } from './clock-reschedule';
export { explainClock, GRANT_NOTE, type ClockExplanation } from './clock-explain';
export {
  clockLamp,
  dueAtIfResumed,
  nextLampChangeAt,
  overdueMs,
  pausedMs,
  workMinutesLeft,
} from './clock-lamp';
export { DEFAULT_LAMP_RULE, LAMPS, worseLamp, type Lamp, type LampRule } from './lamp';
export {
  allowanceFor,
  escalationTerms,
  policyOn,
  triggersOf,
  type EscalationTerms,
  type Policy,
  type PolicySubject,
  type SeverityTerms,
} from './policy';
export { TRIGGER_EFFECTS, triggerMoment, type Trigger, type TriggerEffect } from './trigger';
export { parsePolicy } from './parse-policy';
export { succeeds } from './policy-change';
export { HORIZON_DAYS, LONGEST_CLOSURE_DAYS } from './open-time';
export { parseCalendarSpec } from './parse-calendar';
export { workingTime } from './pauses';
export type { Span } from './spans';
export {
  deadlineOf,
  previewDeadline,
  type DeadlinePreview,
  type DeadlineQuestion,
  type PreviewAllowance,
} from './preview';
export { PAUSE_LABEL, SEGMENT_REASONS, type Segment, type SegmentReason } from './segments';
export { spokenAllowance, spokenDuration, spokenInstant, writtenDay, writtenSpan } from './spoken';
export { workingCalendar, type WorkingCalendar } from './working-calendar';
export type { DayCount } from './working-days';
export { isTimeZone } from './zone';
