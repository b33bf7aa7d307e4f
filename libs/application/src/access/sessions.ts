/** A refresh token as it is kept: only its hash. A family is everything that grew from one sign-in. */
export interface NewSession {
  readonly personId: string;
  readonly refreshHash: string;
  readonly lifetimeSeconds: number;
}

export interface OpenSession {
  readonly personId: string;
  readonly family: string;
  readonly sessionVersion: number;
}

export type Rotation =
  | { readonly kind: 'rotated'; readonly session: OpenSession }
  /** The token had been exchanged before: whoever holds it now may have stolen it. */
  | { readonly kind: 'reused'; readonly family: string }
  | { readonly kind: 'unknown' };

/** Refresh sessions; a family with one revoked row is revoked as a whole. */
export abstract class Sessions {
  /** Starts a new family. */
  abstract open(session: NewSession): Promise<OpenSession>;

  /** Exchanges a refresh token for the next one of its family, once, however many callers present it together. */
  abstract rotate(refreshHash: string, next: Omit<NewSession, 'personId'>): Promise<Rotation>;

  abstract revokeFamily(family: string): Promise<void>;

  /** Ends every other sign-in of the person. */
  abstract revokeOthers(personId: string, family: string): Promise<void>;
}
