import {
  type DynamicModule,
  Inject,
  Injectable,
  Logger,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { JobPublisher } from '@zhuqi/application';
import { openQueueEngine, type QueueEngineOptions } from './open-queue-engine';
import { type EngineListener, QueueEngine } from './queue-engine';

const CLOSE_WITHIN_MS = 5_000;

/** Closes the engine with the program, even when what it is connected to is gone. */
@Injectable()
class EngineLife implements OnApplicationShutdown {
  constructor(@Inject(QueueEngine) private readonly engine: QueueEngine) {}

  onApplicationShutdown(): Promise<void> {
    return this.engine.close(CLOSE_WITHIN_MS);
  }
}

const SAID_AT_MOST_EVERY_MS = 10_000;

/** What an operator has to hear of the queue: jobs that fail, and the engine's own troubles, not once a millisecond. */
function loggingListener(log: Logger): EngineListener {
  let saidAt = -SAID_AT_MOST_EVERY_MS;
  return {
    onJob({ queue, id, name, outcome, attempt, error }) {
      if (outcome === 'failed') log.error(`${name} ${id} on ${queue} failed for good: ${String(error)}`);
      if (outcome === 'retry')
        log.warn(`${name} ${id} on ${queue} failed, attempt ${String(attempt)}: ${String(error)}`);
    },
    onError(error, queue) {
      if (performance.now() - saidAt < SAID_AT_MOST_EVERY_MS) return;
      saidAt = performance.now();
      log.warn(`queue engine${queue === undefined ? '' : ` (${queue})`}: ${error.message}`);
    },
  };
}

/** How it travels: the queue engine of this deployment, for publishing and for workers. */
@Module({})
export class MessagingModule {
  static forRoot(options: QueueEngineOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [
        {
          provide: QueueEngine,
          useFactory: () => openQueueEngine({ listener: loggingListener(new Logger('Queue')), ...options }),
        },
        { provide: JobPublisher, useExisting: QueueEngine },
        EngineLife,
      ],
      exports: [QueueEngine, JobPublisher],
    };
  }
}
