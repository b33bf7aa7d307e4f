import type { CalendarSpec, HourRange, Span } from '@zhuqi/domain';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

interface WallTime {
  readonly day: string;
  readonly weekday: (typeof WEEKDAYS)[number];
  readonly time: string;
}

/**
 * The calendar as one would first write it: ask Intl what the wall clock shows, step by step, and count.
 * It shares no line with the real one, so the two agreeing means something. Right for hours whose edges a clock
 * change does not touch, and for instants that lie on a step.
 */
export class NaiveCalendar {
  readonly #format: Intl.DateTimeFormat;

  constructor(
    readonly spec: CalendarSpec,
    readonly stepMs = 5 * 60_000,
  ) {
    this.#format = new Intl.DateTimeFormat('en-GB', {
      timeZone: spec.timeZone,
      hourCycle: 'h23',
      ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
    });
  }

  isOpen(at: number): boolean {
    const { day, weekday, time } = this.#wallTime(at);
    const { holidays = [], exceptions = {}, breaks = {}, seasons = [] } = this.spec;
    const date = day.slice(5);
    const season = seasons.find(({ from, to }) =>
      from <= to ? from <= date && date <= to : date >= from || date <= to,
    );
    const { weekly } = season ?? this.spec;
    const within = (ranges: readonly HourRange[]) => ranges.some(([from, to]) => from <= time && time < to);
    if (holidays.includes(day) || within(breaks[day] ?? [])) return false;
    return within(exceptions[day] ?? weekly[weekday] ?? []);
  }

  /** The deadline by counting every open step outside the pauses. */
  addTime(start: number, ms: number, pauses: readonly Span[] = []): number {
    let rest = ms;
    for (let at = start; ; at += this.stepMs) {
      if (!this.isOpen(at) || pauses.some(({ from, to }) => from <= at && at < to)) continue;
      if (rest <= this.stepMs) return at + rest;
      rest -= this.stepMs;
    }
  }

  elapsed(from: number, to: number): number {
    let sum = 0;
    for (let at = from; at < to; at += this.stepMs) if (this.isOpen(at)) sum += this.stepMs;
    return sum;
  }

  #wallTime(at: number): WallTime {
    const parts = Object.fromEntries(this.#format.formatToParts(at).map(({ type, value }) => [type, value]));
    const day = `${String(parts['year'])}-${String(parts['month'])}-${String(parts['day'])}`;
    const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'sun';
    return { day, weekday, time: `${String(parts['hour'])}:${String(parts['minute'])}` };
  }
}
