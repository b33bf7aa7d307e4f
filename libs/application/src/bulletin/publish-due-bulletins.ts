import { Injectable } from '@nestjs/common';
import { duePublications, type DuePublication } from '@zhuqi/domain';
import { BusinessClock } from '../ports/business-clock';
import { BulletinRegions, type ScheduledRegion } from './bulletin-book';
import { PublishBulletin } from './publish-bulletin';
import { PublishingPlaces, type PublishingPlace } from './publishing-place';

export interface BulletinRound {
  readonly published: readonly string[];
  readonly failures: readonly { readonly bulletin: string; readonly error: unknown }[];
}

/** Publishes what was to appear and has not, the earliest of each region first. */
@Injectable()
export class PublishDueBulletins {
  constructor(
    private readonly regions: BulletinRegions,
    private readonly places: PublishingPlaces,
    private readonly publish: PublishBulletin,
    private readonly clock: BusinessClock,
  ) {}

  /** One bulletin of each region a round, so that a round is short; one that fails keeps only its own region waiting. */
  async execute(): Promise<BulletinRound> {
    const now = await this.clock.now();
    const published: string[] = [];
    const failures: { bulletin: string; error: unknown }[] = [];
    for (const region of await this.regions.scheduled()) {
      let bulletin = region.code;
      try {
        const place = await this.places.find(region.code);
        const next = place === null ? undefined : await this.nextOf(region, place, now);
        if (place === null || next === undefined) continue;
        bulletin = `${region.code} ${keyOf(next)}`;
        if (await this.publish.scheduled(place, next)) published.push(bulletin);
      } catch (error) {
        failures.push({ bulletin, error });
      }
    }
    return { published, failures };
  }

  private async nextOf(
    { code, kinds }: ScheduledRegion,
    { calendar }: PublishingPlace,
    now: number,
  ): Promise<DuePublication | undefined> {
    const due = duePublications(kinds, calendar, now);
    const earliest = due.map(({ from }) => from).sort()[0];
    if (earliest === undefined) return undefined;
    const appeared = await this.regions.appeared(code, earliest);
    return due.find((publication) => !appeared.has(keyOf(publication)));
  }
}

const keyOf = ({ kind, from }: DuePublication): string => `${kind} ${from}`;
