import { Injectable } from '@nestjs/common';
import { can, type Instant, type PersonActor, type WorkingCalendar } from '@zhuqi/domain';
import { BusinessClock } from '../ports/business-clock';
import { Refused } from '../refused';
import { CalendarBook } from '../sla/calendar-book';
import { DemoClock } from './demo-clock';

export type Advance = { readonly minutes: number } | { readonly workdays: number };

export interface AdvanceDemoClockCommand {
  readonly actor: PersonActor;
  /** Whether this installation lets its time be moved at all. */
  readonly allowed: boolean;
  /** Read last, so that its refusal comes last. */
  readonly advance: () => Advance;
}

/** Lets the administrator of a demo move its time forward; everything that becomes due then happens. */
@Injectable()
export class AdvanceDemoClock {
  constructor(
    private readonly clock: DemoClock,
    private readonly business: BusinessClock,
    private readonly calendars: CalendarBook,
  ) {}

  async execute({ actor, allowed, advance }: AdvanceDemoClockCommand): Promise<Instant> {
    if (!allowed || !(await this.business.isDemo())) {
      throw new Refused({ code: 'demo.not_available', detail: '仅演示环境可以调整时间' });
    }
    if (!can(actor.roles, 'demo.setClock')) {
      throw new Refused({ code: 'permission.denied', detail: '只有管理员可以调整演示时间' });
    }
    return this.clock.advanceTo(await this.target(advance(), actor.regionCode));
  }

  private async target(advance: Advance, regionCode: string): Promise<Instant> {
    const now = await this.business.now();
    if ('minutes' in advance) return now + advance.minutes * 60_000;
    const current = await this.calendars.current(regionCode);
    if (current === null) throw new Refused({ code: 'calendar.unknown', detail: '没有该地区的工作日历' });
    return sameTimeAfterWorkdays(current.calendar, now, advance.workdays);
  }
}

/** The same wall time on the n-th working day after today. */
function sameTimeAfterWorkdays(calendar: WorkingCalendar, now: Instant, workdays: number): Instant {
  const closing = calendar.addDays(now, workdays, { from: 'nextDay', endOfDay: true });
  const sinceMidnight = now - calendar.startOfDay(calendar.dayOf(now));
  return calendar.startOfDay(calendar.dayOf(closing)) + sinceMidnight;
}
