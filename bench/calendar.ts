import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, resolve } from 'node:path';
import {
  calendarOfDays,
  deadlineOf,
  explainClock,
  pauseClock,
  previewDeadline,
  resumeClock,
  startClock,
  workingCalendar,
  type CalendarDay,
  type Span,
  type WorkingHours,
} from '@zhuqi/domain';
import { NaiveCalendar } from './naive-calendar';

/** Deadlines a second on one core: `bench/calendar` of the performance goals. */
const GOAL = 200_000;
const ROUNDS = 7;
const ROUND_MS = 150;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function rootOf(folder: string): string {
  return existsSync(resolve(folder, 'package.json')) ? folder : rootOf(dirname(folder));
}
const REFERENCE = resolve(rootOf(__dirname), 'seeds/reference');
const readJson = (file: string): unknown => JSON.parse(readFileSync(resolve(REFERENCE, file), 'utf8'));

const hours = readJson('working-hours.json') as WorkingHours;
const days = readdirSync(resolve(REFERENCE, 'holidays'))
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => (readJson(`holidays/${file}`) as { days: CalendarDay[] }).days);
const spec = calendarOfDays(hours, days);
const calendar = workingCalendar(spec);
const naive = new NaiveCalendar(spec);

interface Question {
  readonly start: number;
  readonly pauses: readonly Span[];
}

/** Starts all over 2025 and 2026, at all hours, on the naive calendar's five-minute steps; two pauses each. */
const questions: readonly Question[] = Array.from({ length: 4_096 }, (_, i) => {
  const start = Date.parse('2025-01-01T00:00:00Z') + ((i * 7_919) % (640 * 288)) * 300_000;
  const first = start + (i % 50) * HOUR_MS;
  const second = first + 3 * DAY_MS + (i % 7) * HOUR_MS;
  const pauses = [
    { from: first, to: first + (1 + (i % 40)) * HOUR_MS },
    { from: second, to: second + (1 + (i % 60)) * HOUR_MS },
  ];
  return { start, pauses };
});

const FIFTEEN_DAYS = { days: 15, from: 'nextDay', endOfDay: true } as const;
const FIFTEEN_DAYS_OF_MINUTES = { minutes: 15 * 7 * 60 } as const;
const TERMS = {
  ...({
    id: 'c',
    kind: 'resolve',
    round: 1,
    tier: null,
    unitId: null,
    personId: null,
    policyVersion: 1,
  } as const),
  allowance: { unit: 'workingDays', count: 15 },
} as const;

function pausedClock({ start, pauses }: Question) {
  return pauses.reduce(
    (clock, { from, to }) => resumeClock(pauseClock(clock, from, '待补充'), to, calendar),
    startClock(TERMS, start, calendar),
  );
}

const WORKLOADS: Readonly<Record<string, (question: Question) => unknown>> = {
  '15 working days, 2 pauses': ({ start, pauses }) =>
    deadlineOf({ calendar, start, pauses, allowance: FIFTEEN_DAYS }),
  'the same in minutes': ({ start, pauses }) =>
    deadlineOf({ calendar, start, pauses, allowance: FIFTEEN_DAYS_OF_MINUTES }),
  'a clock started, twice paused and resumed': pausedClock,
  'deadline with its segments': ({ start, pauses }) =>
    previewDeadline({ calendar, start, pauses, allowance: FIFTEEN_DAYS }),
  'a clock explained': (question) =>
    explainClock(pausedClock(question), calendar, question.start + 60 * DAY_MS),
  'a new calendar for every deadline': ({ start, pauses }) =>
    deadlineOf({ calendar: workingCalendar(spec), start, pauses, allowance: FIFTEEN_DAYS }),
  'naive: the minutes, counted step by step': ({ start, pauses }) =>
    naive.addTime(start, FIFTEEN_DAYS_OF_MINUTES.minutes * 60_000, pauses),
};

function agreeWithNaive(): void {
  for (const { start, pauses } of questions.slice(0, 20)) {
    const fast = deadlineOf({ calendar, start, pauses, allowance: FIFTEEN_DAYS_OF_MINUTES });
    if (fast !== naive.addTime(start, FIFTEEN_DAYS_OF_MINUTES.minutes * 60_000, pauses))
      throw new Error(`disagreement at ${new Date(start).toISOString()}`);
  }
}

/** Questions answered a second over one round. */
function round(work: (question: Question) => unknown): number {
  const begin = process.hrtime.bigint();
  let done = 0;
  let elapsedMs = 0;
  while (elapsedMs < ROUND_MS) {
    const question = questions[done % questions.length];
    if (question !== undefined) work(question);
    done += 1;
    if (done % 16 === 0 || elapsedMs === 0) elapsedMs = Number(process.hrtime.bigint() - begin) / 1e6;
  }
  return (done / elapsedMs) * 1_000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function main(): void {
  agreeWithNaive();
  const names = Object.keys(WORKLOADS);
  const rates = new Map<string, number[]>(names.map((name) => [name, []]));
  // Interleaved, so that a noisy neighbour disturbs every row alike; the first round warms up.
  for (let i = 0; i <= ROUNDS; i += 1)
    for (const [name, work] of Object.entries(WORKLOADS)) {
      const rate = round(work);
      if (i > 0) rates.get(name)?.push(rate);
    }
  const rows = names.map((name) => [name, median(rates.get(name) ?? [])] as const);
  const slowest = rows.at(-1)?.[1] ?? 1;
  const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
  const lines = rows.map(
    ([name, rate]) =>
      `| ${name} | ${number.format(rate)} | ${(rate / GOAL).toFixed(2)} | ${number.format(rate / slowest)} |`,
  );
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.version}, one core`;
  process.stdout.write(
    [
      `calendar: medians of ${ROUNDS} interleaved rounds; ${machine}`,
      '| workload | per second | × goal of 200,000 | × naive |',
      '|---|---:|---:|---:|',
      ...lines,
      '',
    ].join('\n'),
  );
}

main();
