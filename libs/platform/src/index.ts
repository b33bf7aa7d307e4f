export { type Clock, SystemClock } from './clock';
export {
  type Config,
  type Environment,
  loadCommandConfig,
  loadConfig,
  loadStandaloneConfig,
} from './config/config';
export { renderEnvExample } from './config/env-example';
export type { LogLevel } from './config/kinds';
export { findAnchoring, makeAnchoring } from './anchoring/open-anchoring';
export { demoPassword, tokenSecret } from './config/made-secrets';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres/start-embedded-postgres';
export { type Secret, readOrCreateSecret } from './secrets';
export { addressOf, listenProblem, mustBeFree } from './listening';
export { StartupProblem, systemCode } from './startup-problem';
export { type LogFormat, type Logger, type LoggerOptions, createLogger } from './log/logger';
export { NestLog } from './log/nest-log';
export { redacted } from './log/redact';
export { Metrics, type Sample } from './metrics/metrics';
export { OfficialBriefingPaper } from './paper/official-briefing-paper';
export { RealTimeModule } from './real-time.module';
export { type ExplainedProblem, runProgram, stopOnSignal } from './program';
