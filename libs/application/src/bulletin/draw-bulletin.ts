import { Injectable } from '@nestjs/common';
import {
  bulletinTitle,
  DAY_MS,
  daysOf,
  DEFINITIONS,
  districtReader,
  periodBefore,
  POPULATIONS,
  RANKING_KINDS,
  type BulletinContent,
  type BulletinKind,
  type BulletinNumber,
  type BulletinPeriod,
  type Instant,
  type PersonActor,
  type Population,
  type RankingKind,
  type RankingTable,
  type WorkingCalendar,
} from '@zhuqi/domain';
import { Rankings } from '../ranking';
import type { BulletinRegion } from './bulletin-book';
import { DrawPopulation, type BulletinSelection } from './draw-population';
import { DrawTargets } from './draw-targets';
import { DrawTickets } from './draw-tickets';
import { PostedBook } from '../ports/posted-book';

export interface DrawOrder {
  readonly region: BulletinRegion;
  readonly calendar: WorkingCalendar;
  readonly kind: BulletinKind;
  readonly period: BulletinPeriod;
  readonly asOf: Instant;
  /** Null: what such a bulletin is called. */
  readonly title: string | null;
}

/** Everything but the number, which is given in the transaction that keeps it. */
export type BulletinDraft = Omit<BulletinContent, 'number'>;

/** Composes what a region publishes about a period from the figures, rankings and lists as of one instant. */
@Injectable()
export class DrawBulletin {
  constructor(
    private readonly figures: DrawPopulation,
    private readonly tickets: DrawTickets,
    private readonly rankings: Rankings,
    private readonly targets: DrawTargets,
    private readonly posted: PostedBook,
  ) {}

  async draw({ region, calendar, kind, period, asOf, title }: DrawOrder): Promise<BulletinDraft> {
    await this.posted.settled();
    const { from, to } = period;
    const reader = districtReader(region);
    const previous = periodBefore(kind, period);
    const toDateFrom = `${to.slice(0, 4)}-01-01`;
    const selection = { regionCode: region.code, from, to, previous, toDateFrom, asOf };
    const populations = await eachPopulation((population) =>
      this.figures.draw(reader, { ...selection, population }),
    );
    return {
      ...{ schema: 1, kind, regionCode: region.code, regionName: region.name, issuer: region.issuer },
      title: title ?? bulletinTitle(region.name, kind, period),
      ...{ from, to, asOf, previous, toDateFrom },
      districts: region.city ? await this.districts(reader, selection) : null,
      populations,
      ...(await this.tickets.draw(reader, { from, to, asOf, calendar })),
      rankings: await this.tables(reader, selection),
      targets: await this.targets.draw(reader, { regionCode: region.code, day: to, asOf }),
      definitions: DEFINITIONS,
    };
  }

  private districts(
    reader: PersonActor,
    selection: Omit<BulletinSelection, 'population'>,
  ): Promise<NonNullable<BulletinContent['districts']>> {
    return eachPopulation((population) => this.figures.rows(reader, { ...selection, population }, 'region'));
  }

  private async tables(
    reader: PersonActor,
    { regionCode, toDateFrom: from, to, asOf, previous }: Omit<BulletinSelection, 'population'>,
  ): Promise<BulletinContent['rankings']> {
    const tables: [RankingKind, RankingTable][] = [];
    const before = { from, to: previous.to, asOf: asOf - (daysOf({ from: previous.to, to }) - 1) * DAY_MS };
    // In a year's first period there is nothing of this year to compare with.
    const comparedWith = previous.to < from ? null : before;
    for (const kind of RANKING_KINDS) {
      tables.push([
        kind,
        await this.rankings.draw(reader, { kind, regionCode, from, to, asOf, comparedWith }),
      ]);
    }
    return Object.fromEntries(tables) as Record<RankingKind, RankingTable>;
  }
}

/** The content as it is published. */
export const numbered = (draft: BulletinDraft, number: BulletinNumber): BulletinContent => {
  const { schema, kind, regionCode, regionName, issuer, ...rest } = draft;
  return { ...{ schema, kind, regionCode, regionName, issuer }, number, ...rest };
};

async function eachPopulation<T>(
  draw: (population: Population) => Promise<T>,
): Promise<Record<Population, T>> {
  const drawn: [Population, T][] = [];
  for (const population of POPULATIONS) drawn.push([population, await draw(population)]);
  return Object.fromEntries(drawn) as Record<Population, T>;
}
