import { Injectable } from '@nestjs/common';
import type { PersonActor, WorkingCalendar } from '@zhuqi/domain';
import { refuse } from '../refused';
import { CalendarBook } from '../sla/calendar-book';
import { BulletinRegions, type BulletinRegion } from './bulletin-book';

export interface PublishingPlace {
  readonly region: BulletinRegion;
  readonly calendar: WorkingCalendar;
}

/** A region with the calendar its bulletins go by. */
@Injectable()
export class PublishingPlaces {
  constructor(
    private readonly regions: BulletinRegions,
    private readonly calendars: CalendarBook,
  ) {}

  /** For a person; a region outside its own is as unknown as one that does not exist. */
  async of(actor: PersonActor, code: string): Promise<PublishingPlace> {
    const place = actor.regionCodes.includes(code) ? await this.find(code) : null;
    return place ?? refuse('bulletin.region', `没有地区 ${code}，或不在您的范围内`, '/regionCode');
  }

  /** Null for a region without a calendar; a city goes by the first of its districts that keeps one. */
  async find(code: string): Promise<PublishingPlace | null> {
    const region = await this.regions.find(code);
    for (const each of region === null ? [] : [code, ...region.codes]) {
      const found = await this.calendars.current(each);
      if (found !== null && region !== null) return { region, calendar: found.calendar };
    }
    return null;
  }
}
