/** What signing in needs to know of an account. */
export interface AccountRecord {
  readonly personId: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly sessionVersion: number;
  readonly disabled: boolean;
  /** Seconds until a locked account may try again; 0 when it is not locked. */
  readonly lockedSeconds: number;
}

/** When an account that is guessed at closes, and for how long. */
export interface LockoutPolicy {
  readonly failures: number;
  readonly lockedSeconds: number;
}

/** Accounts and their failure counters; time is the server's real time, never the demo's. */
export abstract class Accounts {
  abstract byUsername(username: string): Promise<AccountRecord | null>;

  abstract byPerson(personId: string): Promise<AccountRecord | null>;

  /** Counts one wrong password; the failure that reaches the limit locks the account and starts a new count. */
  abstract recordFailure(personId: string, policy: LockoutPolicy): Promise<void>;

  abstract clearFailures(personId: string): Promise<void>;

  abstract create(account: NewAccount): Promise<void>;

  /** Replaces the password and raises the session version, which ends every access token given before. */
  abstract replacePassword(personId: string, passwordHash: string): Promise<void>;
}

export interface NewAccount {
  readonly personId: string;
  readonly username: string;
  readonly passwordHash: string;
}
