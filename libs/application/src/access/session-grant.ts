import { Injectable } from '@nestjs/common';
import { Refused } from '../refused';
import { ActorBook, type SignedInPerson } from './actor-book';
import { type OpenSession, Sessions } from './sessions';
import { SessionTokens } from './session-tokens';

/** What a sign-in or a refresh hands out. */
export interface GrantedSession {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** When the access token ends: epoch milliseconds, real time. */
  readonly expiresAt: number;
  readonly person: SignedInPerson;
}

/** A refresh token left unused this long ends the sign-in. */
const REFRESH_SECONDS = 12 * 3_600;

/** Hands out the pair of tokens for a new sign-in or for the next step of a family. */
@Injectable()
export class SessionGrant {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: SessionTokens,
    private readonly book: ActorBook,
  ) {}

  async open(personId: string): Promise<GrantedSession> {
    const refresh = this.tokens.newRefresh();
    const session = await this.sessions.open({
      personId,
      refreshHash: refresh.hash,
      lifetimeSeconds: REFRESH_SECONDS,
    });
    return this.pair(session, refresh.token);
  }

  /** Exchanges a refresh token; a token shown twice ends its whole family. */
  async renew(refreshToken: string): Promise<GrantedSession> {
    const refresh = this.tokens.newRefresh();
    const rotation = await this.sessions.rotate(this.tokens.hashRefresh(refreshToken), {
      refreshHash: refresh.hash,
      lifetimeSeconds: REFRESH_SECONDS,
    });
    if (rotation.kind === 'reused') await this.sessions.revokeFamily(rotation.family);
    if (rotation.kind !== 'rotated') throw sessionExpired();
    return this.pair(rotation.session, refresh.token);
  }

  private async pair(session: OpenSession, refreshToken: string): Promise<GrantedSession> {
    const person = await this.book.find(session.personId, session.family);
    if (person === null || person.ended) throw sessionExpired();
    const { token, expiresAt } = await this.tokens.signAccess(session);
    return { accessToken: token, refreshToken, expiresAt, person };
  }
}

export const sessionExpired = (): Refused =>
  new Refused({ code: 'session.expired', detail: '登录已失效，请重新登录' });
