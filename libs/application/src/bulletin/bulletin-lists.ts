import type {
  BulletinEscalation,
  BulletinPeriod,
  BulletinTicket,
  Day,
  Instant,
  Measure,
  PersonActor,
} from '@zhuqi/domain';

/** Past its promise. */
export interface RedLine extends BulletinTicket {
  /** As it was then: one granted later is not the one that had passed. */
  readonly dueAt: Instant;
  /** When its time came to a standstill, or the moment asked about. */
  readonly standsAt: Instant;
}

export type EscalationLine = Omit<BulletinEscalation, 'causeLabel'>;

export interface SuspendedLine extends BulletinTicket {
  readonly since: Instant;
  readonly reviewOn: Day | null;
  readonly reason: string | null;
}

/**
 * The tickets behind a bulletin as they stood at a moment, within the reader's region. Complaints about staff are
 * in no list: a list is read by those complained about as well.
 */
export abstract class BulletinLists {
  /** Overdue then, the longest overdue first. */
  abstract red(reader: PersonActor, asOf: Instant): Promise<readonly RedLine[]>;

  /** Risen within the period, the earliest first. */
  abstract escalations(
    reader: PersonActor,
    period: BulletinPeriod,
    asOf: Instant,
  ): Promise<readonly EscalationLine[]>;

  /** Suspended then, the longest suspended first. */
  abstract suspended(reader: PersonActor, asOf: Instant): Promise<readonly SuspendedLine[]>;

  /** Those a measure of the period's flow counts. */
  abstract counted(
    reader: PersonActor,
    measure: Measure,
    period: BulletinPeriod & { readonly asOf: Instant },
  ): Promise<readonly BulletinTicket[]>;
}
