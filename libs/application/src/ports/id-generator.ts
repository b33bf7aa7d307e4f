/** Fresh, time-ordered ids (UUID version 7) and digests; the domain is given them, it cannot make them. */
export abstract class IdGenerator {
  abstract next(): string;

  /** SHA-256, hexadecimal. */
  abstract digest(text: string): string;
}
