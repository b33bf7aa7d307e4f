import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { Pool } from 'pg';
import { Database } from './database/database';

/** PostgreSQL has not answered since the program started; the connection is still being tried. */
export class DatabaseNotConnected extends Error {
  readonly code = '08001';

  constructor() {
    super('PostgreSQL has not been reached yet');
  }
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Connects when PostgreSQL answers, however long that takes, and lets the program start meanwhile: it then
 * answers 503 instead of nothing, and becomes ready without a restart.
 */
@Injectable()
export class DatabaseConnection implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Database');
  private readonly stopping = new AbortController();
  private readonly waiting: PromiseWithResolvers<void> = withResolvers();

  constructor(private readonly source: DataSource) {}

  /** Resolves once the first connection stands. */
  get connected(): Promise<void> {
    return this.waiting.promise;
  }

  async onModuleInit(): Promise<void> {
    if (!(await this.attempt())) void this.keepTrying();
  }

  onApplicationShutdown(): void {
    this.stopping.abort();
  }

  private async attempt(): Promise<boolean> {
    try {
      await this.source.initialize();
      this.waiting.resolve();
      return true;
    } catch (error) {
      this.log.warn(
        `PostgreSQL does not answer yet: ${error instanceof Error ? error.message : String(error)}`,
      );
      return false;
    }
  }

  private async keepTrying(): Promise<void> {
    let wait = FIRST_PAUSE_MS;
    while (!this.stopping.signal.aborted) {
      await pause(wait, undefined, { signal: this.stopping.signal, ref: true }).catch(() => undefined);
      if (this.stopping.signal.aborted || (await this.attempt())) return;
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
  }
}

/** The pool of a data source that may not be connected yet: then every statement is refused at once. */
export class WaitingDatabase extends Database {
  constructor(private readonly waitingFor: DataSource) {
    super(waitingFor);
  }

  override get pool(): Pool {
    if (!this.waitingFor.isInitialized) throw new DatabaseNotConnected();
    return super.pool;
  }
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

function withResolvers(): PromiseWithResolvers<void> {
  let resolve: (value: void) => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
