import type {
  BulletinContent,
  BulletinKind,
  BulletinNumber,
  Day,
  Instant,
  PersonActor,
  RegularKind,
  ScheduledKind,
} from '@zhuqi/domain';
import type { Page, PageRequest } from '../ports/page';
import type { Named } from '../ticket-list';

/** A bulletin as a list shows it. */
export interface BulletinEntry {
  readonly id: string;
  readonly regionCode: string;
  readonly kind: BulletinKind;
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Instant;
  readonly number: BulletinNumber;
  readonly title: string;
  /** SHA-256 of the published text, hexadecimal. */
  readonly digest: string;
  readonly publishedAt: Instant;
  /** Null: by the schedule. */
  readonly publishedBy: Named | null;
}

/** 更正说明: said later, and shown beside. */
export interface BulletinNote {
  readonly id: string;
  readonly text: string;
  readonly madeAt: Instant;
  readonly madeBy: Named;
}

export interface BulletinFile extends BulletinEntry {
  readonly content: BulletinContent;
  readonly notes: readonly BulletinNote[];
}

export interface BulletinFilter {
  readonly regionCode?: string;
  readonly kind?: BulletinKind;
}

/** The published bulletins of the reader's regions. */
export abstract class BulletinBook {
  /** The latest first. */
  abstract page(reader: PersonActor, filter: BulletinFilter, page: PageRequest): Promise<Page<BulletinEntry>>;

  /** Null when unknown or of a region that is not the reader's. */
  abstract find(reader: PersonActor, id: string): Promise<BulletinFile | null>;
}

/** A region as its bulletins name it. */
export interface BulletinRegion {
  readonly code: string;
  readonly name: string;
  /** The office that publishes. */
  readonly issuer: string;
  readonly city: boolean;
  /** The region and every region below it. */
  readonly codes: readonly string[];
}

/** A region whose bulletins appear by themselves. */
export interface ScheduledRegion {
  readonly code: string;
  /** Each since it was switched on, and not before the region's first ticket. */
  readonly kinds: readonly ScheduledKind[];
}

/** Which regions publish, and what has appeared. */
export abstract class BulletinRegions {
  abstract find(code: string): Promise<BulletinRegion | null>;

  /** Those whose office has switched a kind on, and that have a ticket: numbered documents are ordered by somebody. */
  abstract scheduled(): Promise<readonly ScheduledRegion[]>;

  /** The kinds that appear by themselves. */
  abstract kindsOf(code: string): Promise<readonly RegularKind[]>;

  /** First days of what has appeared of each kind since the day, as `kind from`. */
  abstract appeared(code: string, since: Day): Promise<ReadonlySet<string>>;
}
