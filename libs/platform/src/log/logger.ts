import { type Logger, pino, stdTimeFunctions } from 'pino';
import type { LogLevel } from '../config/kinds';
import { redacted } from './redact';
import { shortLine } from './short-line';

export type { Logger } from 'pino';

/** `json`: one object per line for machines; `short`: for the person who ran the program in a terminal. */
export type LogFormat = 'json' | 'short';

export interface LoggerOptions {
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** Which program speaks: `api`, `worker`, `standalone` … */
  readonly service: string;
  /** Where finished lines go; default: standard error, because standard output belongs to the person. */
  readonly write?: (line: string) => void;
}

/** The program's logger. Credentials and telephone numbers are removed from every finished line. */
export function createLogger({ level, format, service, write = toStandardError }: LoggerOptions): Logger {
  const finish = format === 'short' ? (line: string) => shortLine(redacted(line)) : redacted;
  return pino(
    {
      level,
      base: { service },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(finish(line)) },
  );
}

function toStandardError(line: string): void {
  process.stderr.write(line);
}
