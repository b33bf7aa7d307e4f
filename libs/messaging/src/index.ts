export {
  canaries,
  type HandledJob,
  type JobHandlers,
  type JobName,
  type JobOutcome,
  type JobPayload,
  JOBS,
  jobToPublish,
  MAX_NOTICES_PER_DELIVERY,
  MAX_TICKETS_PER_CHECK,
  QUEUES,
  type QueueName,
  UnusableJob,
} from './jobs';
export * from './queue-engine';
export { openQueueEngine, type QueueEngineOptions } from './open-queue-engine';
export { migrateQueueSchema, QUEUE_SCHEMA } from './queue-schema';
export { drain } from './drain';
export { MessagingModule } from './messaging.module';
