import type { Provider } from '@nestjs/common';
import { Accounts, ActorBook, PasswordHasher, Sessions } from '@zhuqi/application';
import { AccountStore } from './account-store';
import { ActorReader } from './actor-reader';
import { Argon2Passwords } from './argon2-passwords';
import { SessionStore } from './session-store';

/** The ports of signing in and knowing who asks. */
export const ACCESS_PROVIDERS: readonly Provider[] = [
  { provide: Accounts, useClass: AccountStore },
  { provide: Sessions, useClass: SessionStore },
  { provide: ActorBook, useClass: ActorReader },
  { provide: PasswordHasher, useClass: Argon2Passwords },
];
