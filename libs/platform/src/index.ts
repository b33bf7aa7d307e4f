export { type Clock, SystemClock } from './clock';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres/start-embedded-postgres';
export { type Secret, readOrCreateSecret } from './secrets';
export { StartupProblem } from './startup-problem';
