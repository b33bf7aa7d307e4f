/** How passwords are kept. */
export abstract class PasswordHasher {
  abstract hash(password: string): Promise<string>;

  abstract verify(hash: string, password: string): Promise<boolean>;

  /** Takes as long as {@link verify}: an unknown user name must not answer faster than a known one. */
  abstract verifyNobody(password: string): Promise<void>;
}
