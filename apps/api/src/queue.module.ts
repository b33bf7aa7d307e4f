import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { JobPublisher } from '@zhuqi/application';
import { QueueEngine } from '@zhuqi/messaging';

const CLOSE_WITHIN_MS = 5_000;

/** Closes the engine last, when whoever used it has stopped. */
@Injectable()
class QueueClosing implements OnApplicationShutdown {
  constructor(@Inject(QueueEngine) private readonly engine: QueueEngine) {}

  onApplicationShutdown(): Promise<void> {
    return this.engine.close(CLOSE_WITHIN_MS);
  }
}

/** Offers an opened queue engine to every module. */
@Module({})
export class QueueModule {
  static forRoot(engine: QueueEngine): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [
        { provide: QueueEngine, useValue: engine },
        { provide: JobPublisher, useValue: engine },
        QueueClosing,
      ],
      exports: [QueueEngine, JobPublisher],
    };
  }
}
