import { Injectable } from '@nestjs/common';
import { Refused, valueOf } from '../refused';
import { Accounts } from './accounts';
import { PasswordHasher } from './password-hasher';
import { acceptablePassword } from './password-policy';
import { ResolveActor } from './resolve-actor';
import { sessionExpired } from './session-grant';
import { Sessions } from './sessions';

export interface ChangePasswordInput {
  readonly personId: string;
  readonly family: string;
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** A new password ends every access token and every other sign-in; this one goes on with its refresh token. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly resolve: ResolveActor,
  ) {}

  async execute(input: ChangePasswordInput): Promise<void> {
    const account = await this.accounts.byPerson(input.personId);
    if (account === null) throw sessionExpired();
    if (!(await this.passwords.verify(account.passwordHash, input.currentPassword))) {
      throw new Refused({ code: 'password.wrong', detail: '原密码不正确', pointer: '/currentPassword' });
    }
    const chosen = valueOf(acceptablePassword(input.newPassword, account.username));
    await this.accounts.replacePassword(account.personId, await this.passwords.hash(chosen));
    await this.sessions.revokeOthers(account.personId, input.family);
    this.resolve.forget(account.personId);
  }
}
