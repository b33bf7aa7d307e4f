import type { KeptVerification } from '../proof/verification-record';

/** How the database stands to the program. Instants are epoch milliseconds. */
export interface InstallationState {
  /** Names of migrations this program brings that the database has not seen. */
  readonly pendingMigrations: readonly string[];
  /** Names of migrations the database has seen that this program does not know. */
  readonly unknownMigrations: readonly string[];
  /** Districts with a working calendar and a policy: without one nothing can be promised. */
  readonly districts: number;
  /** The server's real time when it answered. */
  readonly serverNow: number;
  readonly businessNow: number;
  readonly demo: boolean;
  /** Null before the first nightly verification. */
  readonly verified: KeptVerification | null;
}

/** What waits, for the gauges. */
export interface Backlog {
  readonly openTickets: number;
  readonly unfinishedOutbox: number;
}

/** Looks at the installation as a whole; rejects when PostgreSQL does not answer. */
export abstract class Installation {
  abstract state(): Promise<InstallationState>;

  abstract backlog(): Promise<Backlog>;
}
