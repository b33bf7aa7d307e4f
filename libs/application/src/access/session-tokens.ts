/** What an access token says once its signature, issuer, audience, type and end have been checked. */
export interface AccessClaims {
  readonly personId: string;
  readonly family: string;
  readonly sessionVersion: number;
  /** Epoch milliseconds, real time. */
  readonly expiresAt: number;
}

/** Access tokens are signed statements; refresh tokens are random and known to us by their hash only. */
export abstract class SessionTokens {
  abstract signAccess(claims: Omit<AccessClaims, 'expiresAt'>): Promise<{ token: string; expiresAt: number }>;

  /** The claims of a token that is wholly in order now, otherwise null. */
  abstract readAccess(token: string): Promise<AccessClaims | null>;

  abstract newRefresh(): { token: string; hash: string };

  abstract hashRefresh(token: string): string;
}
