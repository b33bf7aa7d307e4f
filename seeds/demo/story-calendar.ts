import { workingCalendar, type Day, type HourRange, type Instant } from '@zhuqi/domain';
import type { LocalTime } from './story-types';

const HOURS: readonly HourRange[] = [
  ['08:30', '11:30'],
  ['13:00', '17:00'],
];

const HOLIDAYS_2023: readonly Day[] = [
  ...['01-01', '01-02', '01-21', '01-22', '01-23', '01-24', '01-25', '01-26', '01-27', '04-05'],
  ...['04-29', '04-30', '05-01', '05-02', '05-03', '06-22', '06-23', '06-24'],
  ...['09-29', '09-30', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06'],
].map((day) => `2023-${day}`);

const MAKEUP_2023 = ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'] as const;

/**
 * The working time of 2023 by which the stories are laid out. Stories are history: they keep their times even
 * when a district later edits its calendar, so they do not read the calendar's rows; a test holds the two equal.
 */
export const STORY_CALENDAR = workingCalendar({
  timeZone: 'Asia/Shanghai',
  weekly: { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS },
  holidays: HOLIDAYS_2023,
  exceptions: Object.fromEntries(MAKEUP_2023.map((day) => [`2023-${day}`, HOURS])),
});

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** The instant of a wall time written `2023-10-20T09:00`. */
export function instantOf(wallTime: string): Instant {
  const [day = '', clock = ''] = wallTime.split('T');
  const [hours = '0', minutes = '0', seconds = '0'] = clock.split(/[:+]/);
  const secondsOfDay = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  return STORY_CALENDAR.startOfDay(day) + secondsOfDay * SECOND_MS;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as Shanghai wall time, cut to the minute. */
export function localTimeOf(at: Instant): LocalTime {
  const day = STORY_CALENDAR.dayOf(at);
  const minutes = Math.floor((at - STORY_CALENDAR.startOfDay(day)) / MINUTE_MS);
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00+08:00`;
}

/** Later by so many minutes of working time; outside hours the count starts at the next opening. */
export const laterBy = (at: Instant, workingMinutes: number): Instant =>
  STORY_CALENDAR.addTime(at, workingMinutes * MINUTE_MS);

/** The closing of the n-th working day after the day of `at`: how day allowances end. */
export const closingAfter = (at: Instant, workingDays: number): Instant => {
  let day = STORY_CALENDAR.dayOf(at);
  for (let counted = 0; counted < workingDays;) {
    day = STORY_CALENDAR.nextDay(day);
    if (STORY_CALENDAR.isWorkingDay(day)) counted += 1;
  }
  return STORY_CALENDAR.previousClosing(STORY_CALENDAR.startOfDay(STORY_CALENDAR.nextDay(day)));
};

/** Minutes of one working day. */
export const WORKDAY_MINUTES = 420;

/** The demo's clock starts here: a working Friday. */
export const DEMO_START: Instant = instantOf('2023-10-20T09:00');
