import type {
  BulletinKind,
  BulletinNumber,
  Day,
  Instant,
  Measure,
  Population,
  RegularKind,
} from '@zhuqi/domain';

/** A bulletin as it is kept: the text to the letter, and its digest. */
export interface NewBulletin {
  readonly id: string;
  readonly regionCode: string;
  readonly kind: BulletinKind;
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Instant;
  readonly number: BulletinNumber;
  readonly title: string;
  readonly text: string;
  /** SHA-256 of the text, hexadecimal. */
  readonly digest: string;
  readonly publishedAt: Instant;
  /** Null: by the schedule. */
  readonly publishedById: string | null;
}

export interface NewBulletinNote {
  readonly id: string;
  readonly bulletinId: string;
  readonly text: string;
  readonly madeById: string;
  readonly madeAt: Instant;
}

export interface NewSchedule {
  readonly regionCode: string;
  /** Those that are to appear by themselves; the others are switched off. */
  readonly kinds: readonly RegularKind[];
  readonly madeById: string;
  readonly madeAt: Instant;
}

export interface NewTarget {
  readonly id: string;
  readonly regionCode: string;
  readonly population: Population;
  readonly figure: Measure;
  readonly from: Day;
  readonly to: Day;
  readonly target: number;
  readonly reason: string;
  readonly madeById: string;
  readonly madeAt: Instant;
}

/** The writes on bulletins of one transaction. What is published is never changed: a correction is a note. */
export abstract class BulletinDesk {
  /** Locks the region's sequence until the end of the transaction and answers the year's next number. */
  abstract nextNumber(regionCode: string, year: number): Promise<BulletinNumber>;
  /** Whether this regular bulletin has appeared; asked under the lock of {@link nextNumber} nothing comes between. */
  abstract hasAppeared(regionCode: string, kind: RegularKind, from: Day): Promise<boolean>;
  abstract add(bulletin: NewBulletin): Promise<void>;
  abstract addNote(note: NewBulletinNote): Promise<void>;
  /** A kind that was switched on before stays so since then. */
  abstract setSchedule(schedule: NewSchedule): Promise<void>;
  abstract addTarget(target: NewTarget): Promise<void>;
}
