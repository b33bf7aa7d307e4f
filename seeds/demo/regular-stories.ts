import type { DemoEnterprise } from './district-types';
import { Draft } from './draft';
import { end, secondRound } from './endings';
import { PATHS, type PathName } from './paths';
import { elementAt, type Random } from './random';
import { closingAfter, instantOf, localTimeOf, STORY_CALENDAR } from './story-calendar';
import type { Story } from './story-types';
import type { SolvedAt } from './texts';
import type { Telling, Words } from './words';

/** The ways a problem solved at a level comes in, in the proportion in which they are told. */
const PATHS_TO: Readonly<Record<SolvedAt, readonly PathName[]>> = {
  spot: ['onSpotByOfficer', 'onSpotAtEnterprise', 'onSpotByOfficer'],
  officer: ['byOfficer'],
  township: [
    'officerToTownship',
    'raisedByOfficer',
    'officerToTownship',
    'raisedBySystem',
    'raisedByOfficer',
    'windowToTownship',
  ],
  department: ['officeToDepartment'],
  office: ['officeWithLeader'],
};

const COMPLEX_PATHS_TO: Readonly<Partial<Record<SolvedAt, readonly PathName[]>>> = {
  township: ['startsAtTownship', 'officerToTownship', 'startsAtTownship'],
  department: ['raisedByTownship', 'officeToDepartment', 'raisedByTownship', 'windowToDepartment'],
};

/** The path of the n-th problem solved at that level. */
export function pathFor(words: Words, nth: number): PathName {
  const complex = words.severity === 'complex' ? COMPLEX_PATHS_TO[words.solvedAt] : undefined;
  const paths = complex ?? PATHS_TO[words.solvedAt];
  return paths[nth % paths.length] ?? 'byOfficer';
}

/** Working days a problem needs at most from submission to answer, by the path it takes. */
const NEEDS: Readonly<Record<SolvedAt, number>> = {
  spot: 2,
  officer: 11,
  township: 15,
  department: 17,
  office: 26,
};

/** A question is answered the next day whoever answers it. */
const needOf = ({ severity, solvedAt }: Words): number => (severity === 'consult' ? 1 : NEEDS[solvedAt]);

const FIRST_DAY = '2023-01-03';
const LAST_DAY = '2023-10-18';
const LAST_ANSWER = instantOf('2023-10-19T17:00');

function workingDays(): string[] {
  const days: string[] = [];
  for (let day = FIRST_DAY; day <= LAST_DAY; day = STORY_CALENDAR.nextDay(day)) {
    if (STORY_CALENDAR.isWorkingDay(day)) days.push(day);
  }
  return days;
}

/** One problem in twenty comes in during the last days, so that some answers still wait for their verdict. */
const RUSH_SHARE = 20;
const RUSH_DAYS = 6;

function daysFor(count: number): string[] {
  const days = workingDays();
  const rush = Math.floor(count / RUSH_SHARE);
  const calm = count - rush;
  const calmDays = days.length - RUSH_DAYS;
  return Array.from({ length: count }, (_, index) =>
    index < calm
      ? elementAt(days, Math.floor((index * calmDays) / calm))
      : elementAt(days, calmDays + Math.floor(((index - calm) * RUSH_DAYS) / rush)),
  );
}

/**
 * Deals the problems out over the working days of the year. The latest days are filled first and take
 * whatever can still be answered in time, so that every one of these stories ends solved.
 */
export function spreadOverYear(problems: readonly Words[], random: Random): { words: Words; day: string }[] {
  const waiting = random.shuffled(problems);
  const inTime = (words: Words, day: string): boolean =>
    closingAfter(instantOf(`${day}T12:00`), needOf(words)) <= LAST_ANSWER;
  return daysFor(problems.length)
    .reverse()
    .map((day) => {
      const found = waiting.findIndex((words) => inTime(words, day));
      if (found < 0) throw new Error(`nothing can be answered in time from ${day}`);
      return { words: elementAt(waiting.splice(found, 1), 0), day };
    })
    .reverse();
}

const EVENING_SHARE = 0.1;
const WEEKEND_SHARE = 0.07;
const LAST_WEEKEND_DAY = '2023-10-08';

/** When on that day: mostly in working hours; an enterprise may also write in the evening or on the day off before. */
export function momentOn(day: string, by: Story['by'], random: Random): string {
  if (by === 'enterprise' && random.chance(EVENING_SHARE))
    return `${day}T${clock(random.between(1_050, 1_310))}`;
  if (by === 'enterprise' && day < LAST_WEEKEND_DAY && random.chance(WEEKEND_SHARE)) {
    return `${nextDayOff(day)}T${clock(random.between(560, 1_180))}`;
  }
  return `${day}T${clock(random.chance(0.5) ? random.between(515, 680) : random.between(785, 975))}`;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function nextDayOff(day: string): string {
  let next = day;
  while (STORY_CALENDAR.isWorkingDay(next)) next = STORY_CALENDAR.nextDay(next);
  return next;
}

/** What a regular story is made of. */
export interface Casting {
  readonly key: string;
  readonly day: string;
  readonly path: PathName;
  readonly enterprise: DemoEnterprise;
}

const URGENT_SHARE = 0.07;
const CONFIDENTIAL_SHARE = 0.3;
/** A leader reads a district's figures without confidential tickets: the published 181 has none, so all see it. */
const CONFIDENTIAL_IN = '220106';

/** Tells a problem from submission to its end along a path. */
export function tellRegular(casting: Casting, telling: Telling): Story {
  const { words, random } = telling;
  const path = PATHS[casting.path];
  const submittedAt = instantOf(momentOn(casting.day, path.by, random));
  const draft = new Draft(submittedAt);
  path.tell(draft, telling);
  secondRound(draft, telling);
  end(draft, telling);
  const spot = words.solvedAt === 'spot';
  return {
    key: casting.key,
    regionCode: casting.enterprise.regionCode,
    enterprise: casting.enterprise.key,
    by: path.by,
    channel: path.channel,
    title: words.title,
    description: words.description,
    category: words.category,
    severity: words.severity,
    urgency: !spot && random.chance(URGENT_SHARE) ? 'urgent' : 'normal',
    confidential:
      casting.enterprise.regionCode === CONFIDENTIAL_IN && !spot && random.chance(CONFIDENTIAL_SHARE),
    submittedAt: localTimeOf(submittedAt),
    steps: draft.steps,
    planned: draft.end,
  };
}
