/**
 * Why the program cannot start, told to the person who starts it.
 * `code` is stable English (`noun.reason`); `detail` is Chinese and says what to do.
 */
export class StartupProblem extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'StartupProblem';
  }
}

/** The system's error code (`EACCES`, `EROFS` …) of anything thrown, or undefined. */
export function systemCode(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
