import type { Instant } from '../time';
import { DAY_MS } from '../time';
import type { DayNumber } from './civil-day';
import { planDay, type DayPlan } from './day-plan';
import type { HoursOfDays } from './hours-of-days';
import { MEMO_LIMIT, type Zone } from './zone';

/** The days of one calendar, each worked out once and remembered. */
export class DayTable {
  readonly #plans = new Map<DayNumber, DayPlan>();

  constructor(
    readonly hours: HoursOfDays,
    readonly zone: Zone,
  ) {}

  plan(number: DayNumber): DayPlan {
    const known = this.#plans.get(number);
    if (known !== undefined) return known;
    if (this.#plans.size >= MEMO_LIMIT) this.#plans.clear();
    const plan = planDay(number, this.hours, this.zone);
    this.#plans.set(number, plan);
    return plan;
  }

  /** The local date of an instant. */
  dateOf(at: Instant): DayNumber {
    return Math.floor((at + this.zone.offsetAt(at)) / DAY_MS);
  }

  /** The plan that holds an instant: its local date, except where a clock was set back over midnight. */
  indexAt(at: Instant): DayNumber {
    const date = this.dateOf(at);
    if (at >= this.plan(date).end) return date + 1;
    return at < this.plan(date).start ? date - 1 : date;
  }

  /** Local time of day in milliseconds since midnight. */
  timeOfDay(at: Instant): number {
    return at + this.zone.offsetAt(at) - this.dateOf(at) * DAY_MS;
  }
}
