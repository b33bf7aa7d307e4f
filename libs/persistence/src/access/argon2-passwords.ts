import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { PasswordHasher } from '@zhuqi/application';

/** Argon2id (2 is the package's number for it; its const enum does not survive isolated modules), OWASP's costs. */
const COSTS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** How passwords are kept: argon2id with its salt and costs in one string. */
@Injectable()
export class Argon2Passwords extends PasswordHasher {
  private nobody: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(password, COSTS);
  }

  verify(stored: string, password: string): Promise<boolean> {
    return verify(stored, password);
  }

  async verifyNobody(password: string): Promise<void> {
    this.nobody ??= this.hash('a password nobody has');
    await verify(await this.nobody, password);
  }
}
