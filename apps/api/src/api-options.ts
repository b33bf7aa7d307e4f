import type { LoggerService, ModuleMetadata } from '@nestjs/common';
import type { Metrics } from '@zhuqi/platform';
import type { ApiSettings } from './edge/api-settings';
import type { HealthCheck } from './health/health-check';

export interface ApiOptions {
  readonly settings: ApiSettings;
  /** The modules behind the ports: persistence, messaging, and in the standalone the worker. They are global. */
  readonly modules: NonNullable<ModuleMetadata['imports']>;
  /** The process's figures; absent → its own. */
  readonly metrics?: Metrics;
  /** Looked at by `/health/ready` besides the database and the queues. */
  readonly checks?: readonly HealthCheck[];
  /** `false` keeps it quiet. */
  readonly logger?: LoggerService | false;
}
