import { type DynamicModule, Module } from '@nestjs/common';
import { RealClock } from '@zhuqi/application';
import { Metrics, SystemClock } from '@zhuqi/platform';
import type { ApiOptions } from './api-options';
import { ApiSettings } from './edge/api-settings';
import { FurtherChecks } from './health/health-check';

/** What every module of the API is told: its settings, the real time, where figures go. */
@Module({})
export class SettingsModule {
  static forRoot({ settings, metrics, checks = [] }: ApiOptions): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      providers: [
        { provide: ApiSettings, useValue: settings },
        { provide: RealClock, useClass: SystemClock },
        { provide: Metrics, useValue: metrics ?? new Metrics() },
        { provide: FurtherChecks, useValue: { checks } },
      ],
      exports: [ApiSettings, RealClock, Metrics, FurtherChecks],
    };
  }
}
