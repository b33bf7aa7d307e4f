import { Injectable } from '@nestjs/common';
import { type GrantedSession, SessionGrant } from './session-grant';

/** The next pair of tokens of a sign-in; refused with `session.expired` when the refresh token is no longer good. */
@Injectable()
export class RefreshSession {
  constructor(private readonly grant: SessionGrant) {}

  execute(refreshToken: string): Promise<GrantedSession> {
    return this.grant.renew(refreshToken);
  }
}
