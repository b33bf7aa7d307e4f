/** Tells the real time: epoch milliseconds. The demo's business time is kept in PostgreSQL, not here. */
export interface Clock {
  now(): number;
}

/** The computer's clock; the only place of the program that reads it. */
export class SystemClock implements Clock {
  now(): number {
    return Date.now();
  }
}
