import { type DynamicModule, Module } from '@nestjs/common';
import { RealClock } from '@zhuqi/application';
import { SystemClock } from '@zhuqi/platform';
import { ApiSettings } from './edge/api-settings';

/** What every module of the API is told: its settings and the real time. */
@Module({})
export class SettingsModule {
  static forRoot(settings: ApiSettings): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      providers: [
        { provide: ApiSettings, useValue: settings },
        { provide: RealClock, useClass: SystemClock },
      ],
      exports: [ApiSettings, RealClock],
    };
  }
}
