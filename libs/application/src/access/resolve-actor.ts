import { Injectable } from '@nestjs/common';
import { RealClock } from '../ports/real-clock';
import { ActorBook, type SignedInPerson } from './actor-book';
import { type AccessClaims, SessionTokens } from './session-tokens';

/** Whose request this is. */
export interface ResolvedSession {
  readonly person: SignedInPerson;
  readonly family: string;
}

interface Remembered {
  readonly person: Promise<SignedInPerson | null>;
  readonly until: number;
}

/** Disabling a person or changing a role bites after this at the latest (milliseconds). */
const REMEMBERED_MS = 4_000;
const MOST_TOKENS = 20_000;
const MOST_PEOPLE = 20_000;

/** From a bearer token to the person, without a query while the person was read within the last seconds. */
@Injectable()
export class ResolveActor {
  private readonly claims = new Map<string, AccessClaims>();
  private readonly people = new Map<string, Remembered>();

  constructor(
    private readonly tokens: SessionTokens,
    private readonly book: ActorBook,
    private readonly clock: RealClock,
  ) {}

  /** Null when the token is not in order or its account no longer stands behind it. */
  async execute(token: string): Promise<ResolvedSession | null> {
    const claims = await this.read(token);
    if (claims === null) return null;
    const person = await this.personOf(claims);
    if (person === null || person.ended || person.sessionVersion !== claims.sessionVersion) return null;
    return { person, family: claims.family };
  }

  /** Reads the person anew at the next request of any of its sign-ins. */
  forget(personId: string): void {
    for (const key of this.people.keys()) if (key.startsWith(personId)) this.people.delete(key);
  }

  private async read(token: string): Promise<AccessClaims | null> {
    const known = this.claims.get(token);
    if (known !== undefined && known.expiresAt > this.clock.now()) return known;
    this.claims.delete(token);
    const claims = await this.tokens.readAccess(token);
    if (claims !== null) remember(this.claims, token, claims, MOST_TOKENS);
    return claims;
  }

  private personOf({ personId, family }: AccessClaims): Promise<SignedInPerson | null> {
    const key = `${personId} ${family}`;
    const known = this.people.get(key);
    if (known !== undefined && known.until > this.clock.now()) return known.person;
    const person = this.book.find(personId, family);
    remember(this.people, key, { person, until: this.clock.now() + REMEMBERED_MS }, MOST_PEOPLE);
    person.catch(() => this.people.delete(key));
    return person;
  }
}

/** Keeps the newest `most` entries. */
function remember<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
