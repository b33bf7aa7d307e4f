import { Injectable } from '@nestjs/common';
import {
  BULLETIN_CUTS,
  bulletinFigures,
  cutRows,
  movementsOf,
  type BulletinCut,
  type BulletinPeriod,
  type BulletinPopulation,
  type BulletinRow,
  type CutRow,
  type Day,
  type Dimension,
  type Figures,
  type Instant,
  type PersonActor,
  type Population,
} from '@zhuqi/domain';
import { ResolutionStatistics, type Basis, type ResolutionReport } from '../statistics';

/** What the figures of a bulletin are about. */
export interface BulletinSelection extends BulletinPeriod {
  readonly regionCode: string;
  readonly population: Population;
  readonly previous: BulletinPeriod;
  /** First day of 累计. */
  readonly toDateFrom: Day;
  readonly asOf: Instant;
}

interface Side extends BulletinPeriod {
  readonly basis: Basis;
  readonly withoutComplaints: boolean;
}

const toDate = ({ toDateFrom: from, to }: BulletinSelection): Side => ({
  ...{ from, to, basis: 'cohort', withoutComplaints: false },
});
const inPeriod = ({ from, to }: BulletinPeriod): Side => ({
  ...{ from, to, basis: 'flow', withoutComplaints: false },
});
const withoutComplaints = (side: Side): Side => ({ ...side, withoutComplaints: true });

/**
 * The figures of one population, each from the same door as every other published figure. Complaints about staff are
 * in the totals of the region alone: a cut would tell those complained about where to look.
 */
@Injectable()
export class DrawPopulation {
  constructor(private readonly statistics: ResolutionStatistics) {}

  async draw(reader: PersonActor, selection: BulletinSelection): Promise<BulletinPopulation> {
    const total = async (side: Side): Promise<Figures> =>
      (await this.report(reader, selection, side)).total.figures;
    const cohort = await total(toDate(selection));
    const period = await total(inPeriod(selection));
    const previous = await total(inPeriod(selection.previous));
    const cohortCut = await total(withoutComplaints(toDate(selection)));
    const periodCut = await total(withoutComplaints(inPeriod(selection)));
    const cuts: [BulletinCut, BulletinRow[]][] = [];
    for (const cut of BULLETIN_CUTS) cuts.push([cut, await this.rows(reader, selection, cut)]);
    return {
      toDate: bulletinFigures(cohort),
      period: bulletinFigures(period),
      previous: bulletinFigures(previous),
      complaints: {
        toDate: cohort.collected - cohortCut.collected,
        period: period.collected - periodCut.collected,
      },
      movements: movementsOf(period, previous),
      cuts: Object.fromEntries(cuts) as Record<BulletinCut, BulletinRow[]>,
    };
  }

  /** Both sides of one cut, complaints about staff left out. */
  async rows(reader: PersonActor, selection: BulletinSelection, by: Dimension): Promise<BulletinRow[]> {
    const cohort = await this.report(reader, selection, withoutComplaints(toDate(selection)), by);
    const period = await this.report(reader, selection, withoutComplaints(inPeriod(selection)), by);
    return cutRows(keyed(cohort), keyed(period));
  }

  private report(
    reader: PersonActor,
    { regionCode, population, asOf }: BulletinSelection,
    side: Side,
    ...groupBy: Dimension[]
  ): Promise<ResolutionReport> {
    return this.statistics.report(reader, { regionCode, population, asOf, ...side, groupBy });
  }
}

const keyed = ({ rows }: ResolutionReport): CutRow[] =>
  rows.map(({ pinned, labels, figures }) => ({
    key: pinned[0]?.key ?? null,
    label: labels[0] ?? '',
    figures,
  }));
