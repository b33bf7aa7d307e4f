import { Injectable } from '@nestjs/common';
import { Refused } from '../refused';
import { type AccountRecord, Accounts, type LockoutPolicy } from './accounts';
import { FailedAttempts } from './failed-attempts';
import { PasswordHasher } from './password-hasher';
import { RefusedForNow } from './refused-for-now';
import { type GrantedSession, SessionGrant } from './session-grant';

export interface SignInInput {
  readonly username: string;
  readonly password: string;
  /** The address of the connection; forwarding headers are never believed. */
  readonly address: string;
}

export const LOCKOUT: LockoutPolicy = { failures: 10, lockedSeconds: 300 };
const FAILURES_PER_ADDRESS = 300;

/** Name and password for a session. Only failures are counted, and unknown names fare exactly like known ones. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: PasswordHasher,
    private readonly attempts: FailedAttempts,
    private readonly grant: SessionGrant,
  ) {}

  async execute(input: SignInInput): Promise<GrantedSession> {
    const username = input.username.trim().toLowerCase();
    const account = await this.accounts.byUsername(username);
    this.refuseLocked(username, account, input.address);
    if (account === null || !(await this.passwords.verify(account.passwordHash, input.password))) {
      if (account === null) await this.passwords.verifyNobody(input.password);
      await this.recordFailure(username, account, input.address);
      throw badCredentials();
    }
    if (account.disabled) throw badCredentials();
    await this.accounts.clearFailures(account.personId);
    return this.grant.open(account.personId);
  }

  private refuseLocked(username: string, account: AccountRecord | null, address: string): void {
    const seconds = Math.max(
      account?.lockedSeconds ?? this.attempts.lockedSeconds(nameKey(username), LOCKOUT.failures),
      this.attempts.lockedSeconds(addressKey(address), FAILURES_PER_ADDRESS),
    );
    if (seconds > 0) {
      throw new RefusedForNow('session.locked', `登录失败次数过多，请在 ${seconds} 秒后再试`, seconds);
    }
  }

  private async recordFailure(
    username: string,
    account: AccountRecord | null,
    address: string,
  ): Promise<void> {
    this.attempts.record(addressKey(address), LOCKOUT.lockedSeconds);
    if (account === null) this.attempts.record(nameKey(username), LOCKOUT.lockedSeconds);
    else await this.accounts.recordFailure(account.personId, LOCKOUT);
  }
}

const nameKey = (username: string): string => `name ${username}`;
const addressKey = (address: string): string => `address ${address}`;
const badCredentials = (): Refused =>
  new Refused({ code: 'session.bad_credentials', detail: '用户名或密码不正确' });
