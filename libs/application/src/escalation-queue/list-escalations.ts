import { Injectable } from '@nestjs/common';
import { MINUTE_MS, workingTime, type PersonActor, type WorkingCalendar } from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import { CalendarBook } from '../sla/calendar-book';
import {
  EscalatedTickets,
  type EscalatedTicket,
  type EscalationState,
  type PromiseStand,
} from './escalated-tickets';

export interface EscalationItem extends Omit<EscalatedTicket, 'regionCode' | 'promise'> {
  /** Open minutes of the district's calendar past the promise; 0 while it is kept. */
  readonly overdueWorkingMinutes: number;
}

/** The escalation queue of one reader, with how far each promise has been overrun. */
@Injectable()
export class ListEscalations {
  constructor(
    private readonly tickets: EscalatedTickets,
    private readonly calendars: CalendarBook,
  ) {}

  async execute(
    reader: PersonActor,
    state: EscalationState,
    page: PageRequest,
  ): Promise<Page<EscalationItem>> {
    const found = await this.tickets.page(reader, state, page);
    const items = await Promise.all(found.items.map((item) => this.measured(item)));
    return { ...found, items };
  }

  private async measured({ promise, regionCode, ...item }: EscalatedTicket): Promise<EscalationItem> {
    const current = await this.calendars.current(regionCode);
    return { ...item, overdueWorkingMinutes: overrunMinutes(promise, current?.calendar ?? null) };
  }
}

function overrunMinutes(promise: PromiseStand | null, calendar: WorkingCalendar | null): number {
  if (promise === null || calendar === null || promise.standsAt <= promise.dueAt) return 0;
  return Math.floor(workingTime(calendar, promise.dueAt, promise.standsAt, promise.pauses) / MINUTE_MS);
}
