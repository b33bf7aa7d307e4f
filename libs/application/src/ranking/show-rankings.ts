import { Injectable } from '@nestjs/common';
import {
  DEFAULT_SCHEME,
  readsRegion,
  visibleTo,
  type PersonActor,
  type RankingScheme,
  type RankingTable,
} from '@zhuqi/domain';
import { refuse } from '../refused';
import { unknownPublication } from './appeal-ranking';
import { RankingPublications, type RankingFile } from './ranking-publications';
import { RankingSchemes, type SchemeRecord } from './ranking-schemes';
import { Rankings, type RankingRequest, type Readable } from './rankings';

/** A table as its reader may see it, with what it may open of it. */
export interface ShownRanking {
  readonly table: RankingTable;
  readonly readable: Readable;
}

export interface RegionSchemes {
  readonly regionCode: string;
  readonly inForce: RankingScheme;
  readonly versions: readonly SchemeRecord[];
}

/** Rankings for people: live, published, and the schemes they come about by. */
@Injectable()
export class ShowRankings {
  constructor(
    private readonly rankings: Rankings,
    private readonly publications: RankingPublications,
    private readonly schemes: RankingSchemes,
  ) {}

  async live(reader: PersonActor, request: RankingRequest): Promise<ShownRanking> {
    const table = await this.rankings.draw(reader, request);
    // Who reads the whole region has had it drawn as it reads it.
    const all = readsRegion(reader, table.regionCode);
    return { table, readable: all ? null : await this.rankings.readable(reader, table) };
  }

  /** With the appeals against the rows the reader sees. */
  async published(reader: PersonActor, id: string): Promise<RankingFile & ShownRanking> {
    const found = (await this.publications.find(reader, id)) ?? unknownPublication();
    const table = visibleTo(reader, found.table);
    const seen = new Set([...table.ranked, ...table.apart].map(({ key }) => key));
    const appeals = found.appeals.filter(({ subjectKey }) => seen.has(subjectKey));
    return { ...found, table, appeals, readable: await this.rankings.readable(reader, table) };
  }

  async schemesOf(reader: PersonActor, regionCode: string): Promise<RegionSchemes> {
    if (!reader.regionCodes.includes(regionCode)) {
      refuse('statistics.region', `没有地区 ${regionCode}，或不在您的范围内`, '/regionCode');
    }
    const versions = await this.schemes.history(regionCode);
    return { regionCode, inForce: versions[0]?.scheme ?? DEFAULT_SCHEME, versions };
  }
}
