import type { Day } from '@zhuqi/domain';
import type { RollupBacklog } from '../statistics';

/** What a region has been given; it is in use once it has enterprises. */
export interface SurveyedRegion {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly enterprises: number;
  readonly calendar: boolean;
  readonly policy: boolean;
  /** The 领导小组办公室 that dispatches; for a city its own office. */
  readonly office: boolean;
}

/** Some of many, for a message. */
export interface Examples {
  readonly count: number;
  readonly names: readonly string[];
}

export interface SurveyedInstallation {
  /** As PostgreSQL numbers itself: 160003 is 16.3. */
  readonly serverVersion: number;
  readonly regions: readonly SurveyedRegion[];
  /** The last day whose holidays are published; null when no year is. */
  readonly publishedThrough: Day | null;
  /** The business day it is now. */
  readonly today: Day;
  readonly waitingForTriage: Examples;
  readonly unitsWithoutHandler: Examples;
  readonly enterprisesWithoutOfficer: Examples;
  readonly enterprisesWithoutLeader: Examples;
  /** Postings that are not in the rollup of the figures yet. */
  readonly tail: RollupBacklog;
  /** Active accounts that may administer. */
  readonly administrators: number;
}

/** The role the programs work as. */
export interface SurveyedRole {
  readonly name: string;
  readonly exists: boolean;
  /** Whether whoever is connected may take the role. */
  readonly usable: boolean;
  /** Rights that would let it rewrite history: `UPDATE`, `DELETE`, `TRUNCATE`. */
  readonly tooMany: readonly string[];
  /** Rights without which it cannot add to history: `SELECT`, `INSERT`. */
  readonly missing: readonly string[];
}

/** Looks at everything an operator has to have set up. */
export abstract class InstallationSurvey {
  abstract role(): Promise<SurveyedRole>;

  abstract look(): Promise<SurveyedInstallation>;
}
