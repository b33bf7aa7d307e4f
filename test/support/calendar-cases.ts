import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CalendarSpec } from '@zhuqi/domain';

/** A question to a calendar with the answer another open-source project's tests give; instants are ISO-8601. */
export type CalendarQuestion =
  | {
      readonly ask: 'deadline';
      readonly start: string;
      readonly seconds: number;
      readonly dueAt: readonly string[];
    }
  | {
      readonly ask: 'deadlineDays';
      readonly start: string;
      readonly days: number;
      readonly endOfDay: boolean;
      readonly dueAt: readonly string[];
      /** `day`: only the date in the calendar's zone is promised. */
      readonly precision: 'day' | 'instant';
    }
  | { readonly ask: 'elapsed'; readonly from: string; readonly to: string; readonly seconds: number }
  | { readonly ask: 'isOpen'; readonly at: string; readonly open: boolean }
  | { readonly ask: 'backward'; readonly from: string; readonly seconds: number; readonly at: string }
  | {
      readonly ask: 'openPeriods';
      readonly from: string;
      readonly periods: readonly (readonly [from: string, to: string])[];
    };

export type CalendarCase = CalendarQuestion & {
  readonly name: string;
  readonly calendar: CalendarSpec;
};

interface CaseFile {
  readonly origin: { readonly project: string; readonly url: string };
  readonly calendars: Readonly<Record<string, CalendarSpec>>;
  /** `file` is where in the origin the case comes from. */
  readonly cases: readonly (CalendarQuestion & {
    readonly title: string;
    readonly file: string;
    readonly calendar: string;
  })[];
}

const CASES = resolve(__dirname, '../../libs/domain/src/sla/cases');

/** Every case of `libs/domain/src/sla/cases`, named by its origin, with its calendar in place. */
export function calendarCases(): readonly CalendarCase[] {
  return readdirSync(CASES)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const { origin, calendars, cases } = JSON.parse(readFileSync(resolve(CASES, file), 'utf8')) as CaseFile;
      return cases.map((row, index) => {
        const calendar = calendars[row.calendar];
        if (calendar === undefined) throw new Error(`${file}: no calendar ${row.calendar}`);
        return { ...row, name: `${origin.project} ${String(index + 1)}: ${row.title}`, calendar };
      });
    });
}
