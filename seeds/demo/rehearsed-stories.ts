import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  calendarOfDays,
  parsePolicy,
  populationOf,
  workingCalendar,
  type CalendarDay,
  type WorkingHours,
} from '@zhuqi/domain';
import { REJECTION_GROUNDS } from '../reference';
import { demoDistrict } from './district';
import type { DemoAccount } from './district-types';
import { rehearse, type Rehearsed, type Stage } from './rehearsal';
import { demoStories } from './stories';
import { DEMO_START } from './story-calendar';
import type { Story } from './story-types';
import { wordsAt } from './storyteller';

// Every story of the demo as the domain's own rules lead it: what the specs of the demo look at.

const rows = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(__dirname, '../reference', name), 'utf8'));
const daysOf = (year: number) => (rows(`holidays/${String(year)}.json`) as { days: CalendarDay[] }).days;
export const calendar = workingCalendar(
  calendarOfDays(rows('working-hours.json') as WorkingHours, [2022, 2023, 2024].flatMap(daysOf)),
);
const policy = parsePolicy(rows('policy.json'));
if (!policy.ok) throw new Error(policy.refusal.detail);

export const district = demoDistrict();
export const stories = demoStories(district);
const stage: Stage = {
  district,
  calendar,
  policy: policy.value,
  grounds: REJECTION_GROUNDS.map(({ code }) => code),
  stories,
};

export interface ToldStory extends Rehearsed {
  readonly story: Story;
}
export const told: readonly ToldStory[] = stories.map((story) => ({
  story,
  ...rehearse(story, stage, DEMO_START),
}));

export const inErdao = told.filter(({ story }) => story.regionCode === '220105');
const UNCOUNTED_STATUSES: readonly string[] = ['rejected', 'withdrawn', 'merged'];
const counted = inErdao.filter(
  ({ ticket }) => ticket.collectedAt !== null && !UNCOUNTED_STATUSES.includes(ticket.status),
);

/** Problems of enterprises, and those of projects: two populations. */
export const collected = counted.filter(({ ticket }) => populationOf(ticket) === 'enterprise');
export const ofProjects = counted.filter(({ ticket }) => populationOf(ticket) === 'project');

export const account = (username: string): DemoAccount | undefined =>
  district.accounts.find((each) => each.username === username);

/** The story of one problem, `text:row`. */
export function about(place: string): ToldStory {
  const { title } = wordsAt(place);
  const found = inErdao.find(({ story }) => story.title === title);
  if (found === undefined) throw new Error(`nobody tells ${place}`);
  return found;
}
