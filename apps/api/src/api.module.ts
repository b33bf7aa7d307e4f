import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module';
import { CalendarModule } from './calendar/calendar.module';
import type { ApiOptions } from './api-options';
import { DemoModule } from './demo/demo.module';
import { EdgeModule } from './edge/edge.module';
import { HealthModule } from './health/health.module';
import { SettingsModule } from './settings.module';
import { TicketModule } from './ticket/ticket.module';

/** What the API can do, feature by feature. */
const FEATURES = [TicketModule, CalendarModule, AccessModule, DemoModule, HealthModule];

/** HTTP → use cases. The modules that keep and carry things are made by whoever starts the program. */
@Module({})
export class ApiModule {
  static forRoot(options: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [SettingsModule.forRoot(options), ...options.modules, EdgeModule, ...FEATURES],
    };
  }
}
