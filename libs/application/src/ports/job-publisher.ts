/** A job on its way to the queue: ids only, never personal data. */
export interface JobToPublish {
  readonly name: string;
  readonly id: string;
  readonly payload: Record<string, unknown>;
  readonly delayMs?: number;
  readonly priority?: number;
}

/** Hands jobs to the queue engine; rejects within seconds when the engine does not answer. */
export abstract class JobPublisher {
  abstract publish(jobs: readonly JobToPublish[]): Promise<void>;
}
