import { Injectable } from '@nestjs/common';
import {
  DEFAULT_SCHEME,
  drawnAs,
  previousPeriod,
  rank,
  visibleTo,
  withMovements,
  type Contestant,
  type Day,
  type Figures,
  type Instant,
  type PersonActor,
  type RankingKind,
  type RankingPeriod,
  type RankingScheme,
  type RankingTable,
} from '@zhuqi/domain';
import { refuse } from '../refused';
import { ResolutionStatistics, type ResolutionReport } from '../statistics';
import { RankingSchemes } from './ranking-schemes';

export interface RankingRequest {
  readonly kind: RankingKind;
  /** Null is the reader's own. Its subtree is meant. */
  readonly regionCode: string | null;
  readonly from: Day;
  readonly to: Day;
  /** Null is now. */
  readonly asOf: Instant | null;
  /** What movements are measured from; left out: as many days before. */
  readonly comparedWith?: RankingPeriod | undefined;
}

/** What the reader may open of its rows' tickets, by the row's key; null when it may open all. */
export type Readable = ReadonlyMap<string, Figures> | null;

/** Nobody served enterprises in this programme before; and no earlier day can be a year's past in a database. */
const FIRST_DAY = '2000-01-01';

/**
 * 赛马: rankings drawn from the published figures as of any instant, by the scheme in force then. Complaints about
 * staff are left out: the ranked never handle them, and must not find them in their own numbers.
 */
@Injectable()
export class Rankings {
  constructor(
    private readonly statistics: ResolutionStatistics,
    private readonly schemes: RankingSchemes,
  ) {}

  /** The ranking as far as the reader may see it. */
  async draw(reader: PersonActor, request: RankingRequest): Promise<RankingTable> {
    const { kind, from, to } = request;
    const regionCode = request.regionCode ?? reader.regionCode;
    if (!reader.regionCodes.includes(regionCode)) {
      refuse('statistics.region', `没有地区 ${regionCode}，或不在您的范围内`, '/regionCode');
    }
    if (from < FIRST_DAY) refuse('request.invalid', `起始日不能早于 ${FIRST_DAY}`, '/from');
    if (to < from) refuse('request.invalid', '截止日不能早于起始日', '/to');
    const drawer = drawnAs(reader, { code: regionCode, codes: reader.regionCodes });
    const now = await this.report(drawer, { ...request, regionCode });
    const period = { from, to, asOf: now.asOf };
    const before = request.comparedWith ?? previousPeriod(period);
    const then = await this.report(drawer, { kind, regionCode, ...before });
    const scheme = await this.inForce(regionCode, period);
    const earlier = await this.inForce(regionCode, before);
    const rows = withMovements(rank(contestants(now), scheme), rank(contestants(then), earlier));
    return visibleTo(reader, {
      ...{ schema: 1, kind, regionCode, ...period, scheme },
      previous: { ...before, schemeVersion: earlier.version },
      ...{ ...rows, rankedCount: rows.ranked.length },
    });
  }

  /** Which of the tickets behind a table its reader may open. */
  async readable(reader: PersonActor, table: RankingTable): Promise<NonNullable<Readable>> {
    return new Map(contestants(await this.report(reader, table)).map(({ key, figures }) => [key, figures]));
  }

  private report(reader: PersonActor, { kind, ...selection }: RankingRequest): Promise<ResolutionReport> {
    const { regionCode, from, to, asOf } = selection;
    return this.statistics.report(reader, {
      ...{ regionCode, from, to, asOf, groupBy: [kind], withoutComplaints: true },
      ...{ basis: 'cohort', population: 'enterprise' },
    });
  }

  private async inForce(regionCode: string, { asOf }: RankingPeriod): Promise<RankingScheme> {
    return (await this.schemes.inForce(regionCode, asOf)) ?? DEFAULT_SCHEME;
  }
}

/** Those with a name: tickets nobody answers for rank nobody. */
const contestants = ({ rows }: ResolutionReport): Contestant[] =>
  rows.flatMap(({ pinned, labels, figures }) => {
    const key = pinned[0]?.key ?? null;
    return key === null ? [] : [{ key, label: labels[0] ?? key, figures }];
  });
