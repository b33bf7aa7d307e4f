import type { Role } from '@zhuqi/domain';

export interface RegionRecord {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

export interface FirstAccount {
  readonly personId: string;
  readonly name: string;
  readonly regionCode: string;
  readonly roles: readonly Role[];
  readonly username: string;
  readonly passwordHash: string;
}

/** What must be in the database before anybody can sign in. */
export abstract class FoundingStore {
  abstract region(code: string): Promise<RegionRecord | null>;

  /** The person and its account together; false when the username is taken. */
  abstract createPersonWithAccount(account: FirstAccount): Promise<boolean>;
}
