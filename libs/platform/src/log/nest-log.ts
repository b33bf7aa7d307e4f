import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';
import type { LogLevel } from '../config/kinds';

type Level = Exclude<LogLevel, 'silent'>;

/** Lets NestJS write into our log. Nest passes the context last and, with an error, its stack before that. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const texts = rest.filter((part) => typeof part === 'string');
    const stack = texts.find(isStack);
    const context = texts.filter((text) => !isStack(text)).at(-1);
    const error = message instanceof Error ? message : rest.find((part) => part instanceof Error);
    const fields = {
      ...(context === undefined ? {} : { context }),
      ...(error === undefined ? stackField(stack) : { err: error }),
    };
    this.logger[level](fields, messageOf(message));
  }
}

const isStack = (text: string): boolean => /\n\s+at /.test(text);

const stackField = (stack: string | undefined): object => (stack === undefined ? {} : { err: { stack } });

function messageOf(message: unknown): string {
  if (message instanceof Error) return message.message;
  return typeof message === 'string' ? message : JSON.stringify(message);
}
