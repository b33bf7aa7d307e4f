import type { CalendarDay, Instant, ProjectPlan, RegularKind, Role, WorkingHours } from '@zhuqi/domain';
import type { UnitOfWork } from '../ports/transaction';

/** Rows that a district starts from; all are written by their natural keys, so that writing them twice changes nothing. */
export interface ReferenceRows {
  readonly regions: readonly { code: string; name: string; kind: string; parentCode: string | null }[];
  readonly categories: readonly { code: string; label: string; position: number }[];
  readonly rejectionGrounds: readonly { code: string; label: string; position: number }[];
  readonly units: readonly { id: string; regionCode: string; kind: string; name: string; position: number }[];
  readonly unitIndustries: readonly { regionCode: string; industry: string; unitId: string }[];
  readonly policies: readonly { regionCode: string; version: number; effectiveOn: string; body: unknown }[];
  readonly calendars: readonly ({ regionCode: string } & WorkingHours)[];
  readonly calendarDays: readonly CalendarDay[];
  readonly calendarYears: readonly { year: number; source: string; state: string }[];
}

export interface DistrictRows {
  readonly enterprises: readonly {
    id: string;
    regionCode: string;
    townshipId: string;
    creditCode: string;
    name: string;
    industry: string;
    class: string;
    address: string;
    contactName: string;
    contactPhone: string;
  }[];
  readonly people: readonly {
    id: string;
    regionCode: string;
    unitId: string | null;
    enterpriseId: string | null;
    name: string;
    post: string | null;
    phone: string | null;
    roles: readonly Role[];
  }[];
  readonly pairings: readonly {
    id: string;
    enterpriseId: string;
    kind: string;
    personId: string;
    from: string;
    to: string | null;
  }[];
  /** With who entered each. */
  readonly projects: readonly (ProjectPlan & {
    id: string;
    regionCode: string;
    enterpriseId: string;
    enteredById: string;
    enteredAt: string;
  })[];
  /** The bulletins that appear by themselves, with who switched them on. */
  readonly bulletinSchedules: readonly {
    regionCode: string;
    kind: RegularKind;
    enabled: boolean;
    madeById: string;
    madeAt: string;
  }[];
}

/** Writes what a district starts from. */
export abstract class SeedStore {
  abstract writeReference(rows: ReferenceRows): Promise<void>;
  abstract writeDistrict(rows: DistrictRows): Promise<void>;
  abstract hasRegions(): Promise<boolean>;
  abstract hasTickets(): Promise<boolean>;
}

/** What a story that is being told needs beside the use cases. */
export abstract class StoryDesk {
  /** Transactions whose business time the story decides. */
  abstract workAt(time: () => Instant): UnitOfWork;

  /** The next moment at or before `until` at which something comes due by itself. */
  abstract nextDue(until: Instant): Promise<{ readonly ticketId: string; readonly at: Instant } | null>;

  /** How far the telling has come; `none` before the first. */
  abstract state(): Promise<'none' | 'telling' | 'told'>;

  /**
   * Marks the telling as begun, and discards what an earlier one left that was cut off; refused when there are
   * tickets submitted at or after `until`, because no telling has written those.
   */
  abstract begin(until: Instant): Promise<void>;

  /** Marks the telling as complete. */
  abstract finish(): Promise<void>;
}
