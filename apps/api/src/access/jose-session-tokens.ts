import { Injectable } from '@nestjs/common';
import { type AccessClaims, RealClock, SessionTokens } from '@zhuqi/application';
import { createHash, randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { ApiSettings } from '../edge/api-settings';
import { UUID } from '../edge/parse-id';

const ALGORITHM = 'HS256';
const ISSUER = 'zhuqi';
const AUDIENCE = 'zhuqi-api';
/** Of the header: a token made for another purpose under the same key is not an access token. */
const TYPE = 'at+jwt';
const LIFETIME_MS = 10 * 60_000;
const FORGIVEN_SKEW_MS = 2_000;

const isId = (claim: unknown): claim is string => typeof claim === 'string' && UUID.test(claim);

/** Access tokens as signed JWTs of one algorithm; refresh tokens as 32 random bytes. Real time throughout. */
@Injectable()
export class JoseSessionTokens extends SessionTokens {
  private readonly secret: Uint8Array;

  constructor(
    settings: ApiSettings,
    private readonly clock: RealClock,
  ) {
    super();
    this.secret = new TextEncoder().encode(settings.tokenSecret);
    if (this.secret.length < 32) throw new RangeError('the token secret needs at least 32 bytes');
  }

  async signAccess(claims: Omit<AccessClaims, 'expiresAt'>): Promise<{ token: string; expiresAt: number }> {
    const issuedAt = Math.floor(this.clock.now() / 1_000);
    const expiresAt = issuedAt + LIFETIME_MS / 1_000;
    const token = await new SignJWT({ fam: claims.family, ver: claims.sessionVersion })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(claims.personId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.secret);
    return { token, expiresAt: expiresAt * 1_000 };
  }

  async readAccess(token: string): Promise<AccessClaims | null> {
    try {
      const { payload } = await jwtVerify(token, this.secret, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        typ: TYPE,
        requiredClaims: ['sub', 'iat', 'exp'],
        maxTokenAge: (LIFETIME_MS + FORGIVEN_SKEW_MS) / 1_000,
        currentDate: new Date(this.clock.now()),
        clockTolerance: FORGIVEN_SKEW_MS / 1_000,
      });
      const { sub, fam, ver, exp } = payload;
      if (!isId(sub) || !isId(fam) || typeof ver !== 'number') return null;
      return { personId: sub, family: fam, sessionVersion: ver, expiresAt: (exp ?? 0) * 1_000 };
    } catch {
      return null; // every way of not being in order is the same to the caller
    }
  }

  newRefresh(): { token: string; hash: string } {
    const token = `zr_${randomBytes(32).toString('base64url')}`;
    return { token, hash: this.hashRefresh(token) };
  }

  /** A fast hash is enough: 256 random bits cannot be guessed from it. */
  hashRefresh(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }
}
