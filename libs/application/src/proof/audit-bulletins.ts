import { Injectable } from '@nestjs/common';
import { dayNumber, districtReader, POPULATIONS, type BulletinContent, type Population } from '@zhuqi/domain';
import { BulletinRegions } from '../bulletin';
import { DrawPopulation } from '../bulletin/draw-population';
import {
  type Difference,
  type MissingNumber,
  PublicationArchive,
  type PublicationFault,
  type PublishedText,
  textFault,
} from './published-text';

export interface BulletinReport {
  readonly bulletins: number;
  /** Bulletins that are not what was published, and numbers without one. */
  readonly faulty: number;
  readonly faults: readonly PublicationFault[];
  readonly missing: readonly MissingNumber[];
}

/** Draws the figures of every published bulletin again, as of its instant. */
@Injectable()
export class AuditBulletins {
  constructor(
    private readonly archive: PublicationArchive,
    private readonly regions: BulletinRegions,
    private readonly figures: DrawPopulation,
  ) {}

  async inspect(mostFaults: number): Promise<BulletinReport> {
    const ids = await this.archive.ids('bulletin');
    const missing = await this.archive.missingNumbers();
    const faults: PublicationFault[] = [];
    for (const id of ids) {
      const stored = await this.archive.read('bulletin', id);
      const fault = stored === null ? null : await this.faultOf(stored);
      if (stored !== null && fault !== null) faults.push({ id, title: stored.title, ...fault });
    }
    return {
      ...{ bulletins: ids.length, faulty: faults.length + missing.length },
      ...{ faults: faults.slice(0, mostFaults), missing: missing.slice(0, mostFaults) },
    };
  }

  private async faultOf(stored: PublishedText): Promise<Difference | null> {
    const fault = textFault(stored);
    if (fault !== null) return fault;
    const content = JSON.parse(stored.text) as BulletinContent;
    if (!canBeDrawn(content)) return { where: 'content', published: '', recounted: '' };
    for (const population of POPULATIONS) {
      const now = await this.drawn(stored.regionCode, content, population);
      const found = firstDifference(content.populations[population], now, population);
      if (found !== null) return found;
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

/** What its figures are drawn by, beside what its row says as well; exchanged with the digest it may be anything. */
function canBeDrawn(content: BulletinContent): boolean {
  const { previous, toDateFrom, populations } = content as Partial<BulletinContent>;
  const days: readonly unknown[] = [previous?.from, previous?.to, toDateFrom];
  const dated = days.every((day) => typeof day === 'string' && dayNumber(day) !== null);
  return dated && typeof populations === 'object';
}

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
