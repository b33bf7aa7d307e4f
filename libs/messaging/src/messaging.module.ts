import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { JobPublisher } from '@zhuqi/application';
import { openQueueEngine, type QueueEngineOptions } from './open-queue-engine';
import { QueueEngine } from './queue-engine';

const CLOSE_WITHIN_MS = 5_000;

/** Closes the engine with the program, even when what it is connected to is gone. */
@Injectable()
class EngineLife implements OnApplicationShutdown {
  constructor(@Inject(QueueEngine) private readonly engine: QueueEngine) {}

  onApplicationShutdown(): Promise<void> {
    return this.engine.close(CLOSE_WITHIN_MS);
  }
}

/** How it travels: the queue engine of this deployment, for publishing and for workers. */
@Module({})
export class MessagingModule {
  static forRoot(options: QueueEngineOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [
        { provide: QueueEngine, useFactory: () => openQueueEngine(options) },
        { provide: JobPublisher, useExisting: QueueEngine },
        EngineLife,
      ],
      exports: [QueueEngine, JobPublisher],
    };
  }
}
