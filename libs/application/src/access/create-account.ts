import { Injectable } from '@nestjs/common';
import { valueOf } from '../refused';
import { Accounts } from './accounts';
import { PasswordHasher } from './password-hasher';
import { acceptablePassword } from './password-policy';

export interface CreateAccountInput {
  readonly personId: string;
  readonly username: string;
  readonly password: string;
  /** A password the operator set for the whole demo is taken as it is. */
  readonly demo?: boolean;
}

/**
 * Gives a person an account, or an existing account another password.
 * Running it again with the same password changes nothing, so seeds may repeat it.
 */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: PasswordHasher,
  ) {}

  async execute(input: CreateAccountInput): Promise<'created' | 'renewed' | 'unchanged'> {
    const username = input.username.trim().toLowerCase();
    if (input.demo !== true) valueOf(acceptablePassword(input.password, username));
    const existing = await this.accounts.byPerson(input.personId);
    if (existing === null) {
      const passwordHash = await this.passwords.hash(input.password);
      await this.accounts.create({ personId: input.personId, username, passwordHash });
      return 'created';
    }
    if (await this.passwords.verify(existing.passwordHash, input.password)) return 'unchanged';
    await this.accounts.replacePassword(input.personId, await this.passwords.hash(input.password));
    return 'renewed';
  }
}
