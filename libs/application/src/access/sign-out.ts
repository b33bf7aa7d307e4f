import { Injectable } from '@nestjs/common';
import { ResolveActor } from './resolve-actor';
import { Sessions } from './sessions';

/** Ends the sign-in a token belongs to, its access tokens included. */
@Injectable()
export class SignOut {
  constructor(
    private readonly sessions: Sessions,
    private readonly resolve: ResolveActor,
  ) {}

  async execute(personId: string, family: string): Promise<void> {
    await this.sessions.revokeFamily(family);
    this.resolve.forget(personId);
  }
}
