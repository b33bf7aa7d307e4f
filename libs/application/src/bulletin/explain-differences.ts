import { Injectable } from '@nestjs/common';
import {
  districtReader,
  DECLARED_FIGURES,
  MEASURES,
  type Instant,
  type Measure,
  type PersonActor,
  type Population,
} from '@zhuqi/domain';
import { BusinessClock } from '../ports/business-clock';
import type { Page, PageRequest } from '../ports/page';
import type { Basis } from '../statistics';
import { BulletinBook, BulletinRegions, type BulletinFile } from './bulletin-book';
import {
  BulletinDifferences,
  type Compared,
  type ComparedSelection,
  type DifferingTicket,
} from './bulletin-differences';
import { unknownBulletin } from './manage-bulletins';

export interface DifferencesRequest {
  readonly bulletinId: string;
  readonly population: Population;
  /** `cohort` compares 累计, `flow` 本期. */
  readonly basis: Basis;
  /** Null: only the figures. */
  readonly measure: Measure | null;
}

/** One published measure and what has become of it: `now` is what was printed with all that was posted since. */
export interface MovedFigure extends Compared {
  readonly measure: Measure;
  readonly label: string;
  readonly then: number;
  readonly now: number;
  readonly change: number;
}

export interface Differences extends Omit<DifferencesRequest, 'measure'> {
  readonly then: Instant;
  readonly now: Instant;
  readonly figures: readonly MovedFigure[];
  /** For one measure: the tickets that make its difference, and how many more the reader may not read. */
  readonly tickets:
    (Page<DifferingTicket> & { readonly measure: Measure; readonly elsewhere: number }) | null;
}

/** Published figures then and now, explained ticket by ticket. */
@Injectable()
export class ExplainDifferences {
  constructor(
    private readonly book: BulletinBook,
    private readonly regions: BulletinRegions,
    private readonly differences: BulletinDifferences,
    private readonly clock: BusinessClock,
  ) {}

  async execute(reader: PersonActor, request: DifferencesRequest, page: PageRequest): Promise<Differences> {
    const { bulletinId, population, basis, measure } = request;
    const bulletin = (await this.book.find(reader, bulletinId)) ?? unknownBulletin();
    const region = (await this.regions.find(bulletin.regionCode)) ?? unknownBulletin();
    const { toDateFrom, from, to, asOf: then } = bulletin.content;
    const now = Math.max(await this.clock.now(), then);
    const period = { from: basis === 'cohort' ? toDateFrom : from, to };
    const selection: ComparedSelection = { population, basis, ...period, then, now };
    const compared = await this.differences.compare(districtReader(region), selection);
    const published = publishedOf(bulletin, request);
    const figures = MEASURES.flatMap((each) => movedFigure(each, published[each], compared[each]));
    const tickets =
      measure === null
        ? null
        : await this.tickets(
            reader,
            { selection, measure, codes: region.codes, all: compared[measure] },
            page,
          );
    return { bulletinId, population, basis, then, now, figures, tickets };
  }

  private async tickets(
    reader: PersonActor,
    { selection, measure, codes, all }: Listing,
    page: PageRequest,
  ): Promise<NonNullable<Differences['tickets']>> {
    const difference = { ...selection, measure };
    const found = await this.differences.tickets(reader, codes, difference, { ...page, total: true });
    return { ...found, measure, elsewhere: all.entered + all.left - (found.total ?? 0) };
  }
}

interface Listing {
  readonly selection: ComparedSelection;
  readonly measure: Measure;
  readonly codes: readonly string[];
  readonly all: Compared;
}

/** The figures as they were printed, without those there were none of then. */
function publishedOf(
  { content }: BulletinFile,
  { population, basis }: DifferencesRequest,
): Readonly<Partial<Record<Measure, number>>> {
  const published = content.populations[population];
  return (basis === 'cohort' ? published.toDate : published.period).figures;
}

/** Nothing for a measure that did not exist when the bulletin was printed. */
function movedFigure(measure: Measure, then: number | undefined, compared: Compared): MovedFigure[] {
  if (then === undefined) return [];
  const change = compared.entered - compared.left + compared.complaints;
  const { label } = DECLARED_FIGURES[measure];
  return [{ measure, label, then, now: then + change, change, ...compared }];
}
