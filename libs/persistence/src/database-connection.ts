import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
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
  private announce: () => void = () => undefined;
  /** Resolves once the first connection stands. */
  readonly connected = new Promise<void>((resolve) => (this.announce = resolve));

  constructor(private readonly source: DataSource) {}

  async onModuleInit(): Promise<void> {
    if (!(await this.attempt())) void this.keepTrying();
  }

  onApplicationShutdown(): void {
    this.stopping.abort();
  }

  private async attempt(): Promise<boolean> {
    try {
      await this.source.initialize();
      if (this.stopping.signal.aborted) await this.source.destroy(); // the stop came while it connected
      this.announce();
      return true;
    } catch (error) {
      this.log.warn(
        `PostgreSQL does not answer yet: ${error instanceof Error ? error.message : String(error)}`,
      );
      return false;
    }
  }

  private async keepTrying(): Promise<void> {
    const { signal } = this.stopping;
    let wait = FIRST_PAUSE_MS;
    const paused = () => pause(wait, true, { signal }).catch(() => false);
    while ((await paused()) && !(await this.attempt())) wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
  }
}

/** A data source that may not be connected yet: then every statement is refused at once. */
export class WaitingDatabase extends Database {
  constructor(private readonly waitingFor: DataSource) {
    super(waitingFor);
  }

  protected override get connected(): DataSource {
    if (!this.waitingFor.isInitialized) throw new DatabaseNotConnected();
    return this.waitingFor;
  }
}
