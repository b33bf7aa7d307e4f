import { Injectable } from '@nestjs/common';
import { districtReader, POPULATIONS, type BulletinContent, type Population } from '@zhuqi/domain';
import { BulletinRegions } from '../bulletin';
import { DrawPopulation } from '../bulletin/draw-population';

/** A published bulletin as it is stored. */
export interface StoredBulletin {
  readonly id: string;
  readonly regionCode: string;
  readonly title: string;
  readonly text: string;
  readonly digest: string;
  /** SHA-256 of the text, computed anew. */
  readonly recomputed: string;
}

/** Reads the published bulletins one by one: each is long. */
export abstract class BulletinArchive {
  /** In the order of their appearance. */
  abstract ids(): Promise<readonly string[]>;
  abstract read(id: string): Promise<StoredBulletin | null>;
}

/** The first place at which a bulletin is not what was published, or not what the book says as of its instant. */
export interface BulletinFault {
  readonly id: string;
  readonly title: string;
  /** `digest`, or the place of a figure within the content. */
  readonly where: string;
  readonly published: string;
  readonly recounted: string;
}

export interface BulletinReport {
  readonly bulletins: number;
  readonly faulty: number;
  readonly faults: readonly BulletinFault[];
}

/** Draws the figures of every published bulletin again, as of its instant. */
@Injectable()
export class AuditBulletins {
  constructor(
    private readonly archive: BulletinArchive,
    private readonly regions: BulletinRegions,
    private readonly figures: DrawPopulation,
  ) {}

  async inspect(mostFaults: number): Promise<BulletinReport> {
    const ids = await this.archive.ids();
    const faults: BulletinFault[] = [];
    for (const id of ids) {
      const stored = await this.archive.read(id);
      const fault = stored === null ? null : await this.faultOf(stored);
      if (fault !== null) faults.push(fault);
    }
    return { bulletins: ids.length, faulty: faults.length, faults: faults.slice(0, mostFaults) };
  }

  private async faultOf(stored: StoredBulletin): Promise<BulletinFault | null> {
    const { id, title, digest, recomputed } = stored;
    if (digest !== recomputed)
      return { id, title, where: 'digest', published: digest, recounted: recomputed };
    const content = JSON.parse(stored.text) as BulletinContent;
    for (const population of POPULATIONS) {
      const now = await this.drawn(stored.regionCode, content, population);
      const found = firstDifference(content.populations[population], now, population);
      if (found !== null) return { id, title, ...found };
    }
    return null;
  }

  private async drawn(
    regionCode: string,
    content: BulletinContent,
    population: Population,
  ): Promise<unknown> {
    const region = await this.regions.find(regionCode);
    if (region === null) return null;
    const { from, to, previous, toDateFrom, asOf } = content;
    const selection = { regionCode, population, from, to, previous, toDateFrom, asOf };
    return this.figures.draw(districtReader(region), selection);
  }
}

type Difference = Pick<BulletinFault, 'where' | 'published' | 'recounted'>;

/** Names people and places were known by may change; figures may not. */
const NAMES: readonly string[] = ['label'];

/** The first leaf of the published side that is another one in the recount. */
function firstDifference(published: unknown, recounted: unknown, where: string): Difference | null {
  if (typeof published !== 'object' || published === null) {
    if (published === recounted) return null;
    return { where, published: String(published), recounted: String(recounted) };
  }
  const now = named(recounted ?? {});
  for (const [key, value] of Object.entries(named(published))) {
    if (NAMES.includes(key)) continue;
    const found = firstDifference(value, now[key], `${where}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

interface Row {
  readonly key?: string | null;
  readonly figure?: string;
}

/** Rows by what they are about: a place that has been renamed stands elsewhere in its list. */
function named(value: object): Readonly<Record<string, unknown>> {
  if (!Array.isArray(value)) return { ...value };
  const rows = value as readonly Row[];
  return Object.fromEntries(rows.map((row): [string, Row] => [String(row.key ?? row.figure), row]));
}
