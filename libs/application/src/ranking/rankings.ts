import { Injectable } from '@nestjs/common';
import {
  businessDayOf,
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
  type RankedRows,
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
  /** What movements are measured from; null: nothing, and there are none; left out: the period before. */
  readonly comparedWith?: RankingPeriod | null;
}

interface Standings {
  readonly asOf: Instant;
  readonly scheme: RankingScheme;
  readonly rows: RankedRows;
}

/** What the reader may open of its rows' tickets, by the row's key; null when it may open all. */
export type Readable = ReadonlyMap<string, Figures> | null;

/** The programme is younger. Day and month arithmetic on the periods before stays within four-digit years. */
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
    const { comparedWith, ...asked } = { ...request, regionCode };
    const { asOf, scheme, rows: ranks } = await this.standings(drawer, asked);
    if (businessDayOf(asOf) < from) refuse('request.invalid', '数字截至的时刻不能早于起始日', '/asOf');
    const before = comparedWith === undefined ? previousPeriod({ from, to, asOf }) : comparedWith;
    const then = before === null ? null : await this.standings(drawer, { ...asked, ...before });
    const rows = then === null ? ranks : withMovements(ranks, then.rows);
    return visibleTo(reader, {
      ...{ schema: 1, kind, regionCode, from, to, asOf, scheme },
      previous: before === null || then === null ? null : { ...before, schemeVersion: then.scheme.version },
      ...{ ...rows, rankedCount: rows.ranked.length },
    });
  }

  /** Who stands where as of an instant, by the scheme in force then. */
  private async standings(drawer: PersonActor, asked: RankingRequest): Promise<Standings> {
    const report = await this.report(drawer, asked);
    const { regionCode, asOf } = report;
    const scheme = (await this.schemes.inForce(regionCode, asOf)) ?? DEFAULT_SCHEME;
    return { asOf, scheme, rows: rank(contestants(report), scheme) };
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
}

/** Those with a name: tickets nobody answers for rank nobody. */
const contestants = ({ rows }: ResolutionReport): Contestant[] =>
  rows.flatMap(({ pinned, labels, figures }) => {
    const key = pinned[0]?.key ?? null;
    return key === null ? [] : [{ key, label: labels[0] ?? key, figures }];
  });
