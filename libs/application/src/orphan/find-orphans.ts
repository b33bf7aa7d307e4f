import { Injectable } from '@nestjs/common';
import { dueAfter, type PersonActor, type WorkingCalendar } from '@zhuqi/domain';
import { RuleBook } from '../ports/rule-book';
import { ORPHAN_KIND_NAMES, type OrphanKind } from './orphan-kinds';
import { OrphanSearch, type Orphan, type OrphansAt } from './orphan-search';

const ONE_WORKING_DAY = { unit: 'workingDays', count: 1 } as const;
/** So many of a kind are told; with more, the first have to be put right before the rest is of interest. */
const MOST_OF_A_KIND = 500;

export type OrphanCounts = Readonly<Record<OrphanKind, number>>;

/** 无主事项: nothing is ever held by nobody, and where it is, somebody is told. */
@Injectable()
export class FindOrphans {
  constructor(
    private readonly search: OrphanSearch,
    private readonly rules: RuleBook,
  ) {}

  /** Those of the reader's scope, kind by kind, the longest first. */
  async execute(reader: PersonActor, kind?: OrphanKind): Promise<readonly Orphan[]> {
    const kinds = kind === undefined ? ORPHAN_KIND_NAMES : [kind];
    return this.waitingTooLong(await this.search.find(reader, kinds, MOST_OF_A_KIND));
  }

  /** How many there are everywhere, each kind up to a limit. */
  async counts(): Promise<OrphanCounts> {
    const found = await this.waitingTooLong(await this.search.find(null, ORPHAN_KIND_NAMES, MOST_OF_A_KIND));
    const count = (kind: OrphanKind): number => found.filter((each) => each.kind === kind).length;
    return Object.fromEntries(ORPHAN_KIND_NAMES.map((kind) => [kind, count(kind)])) as OrphanCounts;
  }

  /** A day off does not make a ticket wait longer. */
  private async waitingTooLong({ now, orphans }: OrphansAt): Promise<readonly Orphan[]> {
    const calendars = await this.calendarsOf(orphans.filter(({ kind }) => kind === 'waiting'));
    return orphans.filter(({ kind, since, regionCode }) => {
      const calendar = calendars.get(regionCode);
      if (kind !== 'waiting' || since === null || calendar === undefined) return true;
      return dueAfter(ONE_WORKING_DAY, since, calendar) <= now;
    });
  }

  private async calendarsOf(waiting: readonly Orphan[]): Promise<ReadonlyMap<string, WorkingCalendar>> {
    const regions = [...new Set(waiting.map(({ regionCode }) => regionCode))];
    const found = await Promise.all(regions.map((code) => this.rules.calendar(code)));
    return new Map(regions.map((code, index) => [code, found[index]?.calendar as WorkingCalendar]));
  }
}
