import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations';
import { ROWS } from '../rows';

export interface DatabaseOptions {
  readonly url: string;
  /** Most connections this pool may hold. */
  readonly poolSize?: number;
  /** The database role taken after connecting; absent → the role of the URL. */
  readonly role?: string;
  /**
   * For work that can be done again from the start, such as telling the demo: a commit does not wait for the disk.
   * What is lost in a crash is always the last part, never something in between.
   */
  readonly repeatable?: boolean;
}

/** The unprivileged role the programs work as: it may not change or delete an event. */
export const APPLICATION_ROLE = 'zhuqi_app';

const TIMEOUTS = {
  connectionTimeoutMillis: 2_000,
  query_timeout: 5_000,
  statement_timeout: 4_500,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  keepAlive: true,
} as const;

/** The programs' connection: never synchronises, never migrates; time limits keep one slow peer from stopping all. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: ROWS,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migration',
    synchronize: false,
    installExtensions: false,
    applicationName: 'zhuqi',
    poolErrorHandler: () => undefined, // a broken idle connection is replaced by the pool; callers see their own errors
    extra: poolSettings(options),
  });
}

/** The limits every pool of the programs works under. */
export const poolSettings = (options: DatabaseOptions) => ({
  ...TIMEOUTS,
  max: options.poolSize ?? DEFAULT_POOL_SIZE,
  options: [
    ...(options.role === undefined ? [] : [`-c role=${options.role}`]),
    ...(options.repeatable === true ? ['-c synchronous_commit=off'] : []),
  ].join(' '),
});

const DEFAULT_POOL_SIZE = 10;
