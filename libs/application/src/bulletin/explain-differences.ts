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

/** One published measure and what has become of it. */
export interface MovedFigure extends Compared {
  readonly measure: Measure;
  readonly label: string;
  readonly change: number;
  /** What was published less what the ledger says of that moment: anything but 0 means that the ledger is not what it was. */
  readonly unexplained: number;
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
    const figures = MEASURES.map((each) => movedFigure(each, compared[each], publishedOf(bulletin, request)));
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

/** The figures as they were printed; a measure that did not exist then was printed as nothing. */
function publishedOf(
  { content }: BulletinFile,
  { population, basis }: DifferencesRequest,
): Readonly<Partial<Record<Measure, number>>> {
  const published = content.populations[population];
  return (basis === 'cohort' ? published.toDate : published.period).figures;
}

const movedFigure = (
  measure: Measure,
  { then, now, entered, left }: Compared,
  published: Readonly<Partial<Record<Measure, number>>>,
): MovedFigure => ({
  ...{ measure, label: DECLARED_FIGURES[measure].label },
  ...{ then: published[measure] ?? then, now, change: now - (published[measure] ?? then), entered, left },
  unexplained: (published[measure] ?? then) - then,
});
