/** SQLSTATE classes and system codes that mean PostgreSQL cannot serve now, whatever was asked of it. */
const CODES =
  /^(?:08...|57P0.|57014|53...|25P03|55P03|40001|40P01|ECONN[A-Z]+|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

// The pool and the client say these in words only.
const SENTENCES =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|Cannot use a pool after calling end|Client has encountered a connection error/;

/** Whether an error says that the database is away, too slow or full, rather than that we made a mistake. */
export function isUnavailability(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, errors, driverError, cause } = error as Readonly<Record<string, unknown>>;
  if (typeof code === 'string' && CODES.test(code)) return true;
  if (typeof message === 'string' && SENTENCES.test(message)) return true;
  const inner = [driverError, cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return inner.some(isUnavailability);
}
