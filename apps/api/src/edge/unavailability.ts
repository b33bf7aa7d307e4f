/** SQLSTATE classes and system codes that mean PostgreSQL cannot serve now, whatever was asked of it. */
const CODES =
  /^(?:08...|57P0.|57014|53...|25P03|55P03|40001|40P01|ECONN[A-Z]+|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

// The pool and the client say these in words only.
const SENTENCES =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Cannot use a pool after calling end|Client has encountered a connection error/;

/** Whether an error says that the database is away, too slow or full, rather than that we made a mistake. */
export function isUnavailability(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnavailability);
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && CODES.test(error.code)) return true;
  if (SENTENCES.test(error.message)) return true;
  if ('driverError' in error && isUnavailability(error.driverError)) return true;
  return error.cause !== undefined && isUnavailability(error.cause);
}
