import { Injectable } from '@nestjs/common';
import { acceptablePassword } from '../access/password-policy';
import { PasswordHasher } from '../access/password-hasher';
import { IdGenerator } from '../ports/id-generator';
import { refuse, valueOf } from '../refused';
import { FoundingStore, type RegionRecord } from './founding-store';

export interface CreateAdministratorInput {
  readonly username: string;
  readonly name: string;
  readonly regionCode: string;
  readonly password: string;
}

const USERNAME = /^[a-z][a-z0-9._-]{2,31}$/;
const LONGEST_NAME = 40;

/** The first sign-in of an installation: a person with the administrator's role, and the account. */
@Injectable()
export class CreateAdministrator {
  constructor(
    private readonly store: FoundingStore,
    private readonly passwords: PasswordHasher,
    private readonly ids: IdGenerator,
  ) {}

  async execute(input: CreateAdministratorInput): Promise<{ username: string; region: RegionRecord }> {
    const username = input.username.trim().toLowerCase();
    const name = input.name.trim();
    if (!USERNAME.test(username)) {
      refuse('account.invalid', '用户名应为 3 至 32 个小写字母、数字或 . _ -，并以字母开头', '/username');
    }
    if (name === '' || [...name].length > LONGEST_NAME) {
      refuse('account.invalid', `姓名应为 1 至 ${String(LONGEST_NAME)} 个字`, '/name');
    }
    const region = await this.store.region(input.regionCode);
    if (region === null) refuse('region.unknown', `没有地区 ${input.regionCode}`, '/region');
    const password = valueOf(acceptablePassword(input.password, username));
    const created = await this.store.createPersonWithAccount({
      personId: this.ids.next(),
      ...{ name, regionCode: region.code, roles: ['administrator'], username },
      passwordHash: await this.passwords.hash(password),
    });
    if (!created) refuse('account.taken', `用户名 ${username} 已被使用`, '/username');
    return { username, region };
  }
}
