import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { AccessModule } from './access/access.module';
import type { ApiSettings } from './edge/api-settings';
import { EdgeModule } from './edge/edge.module';
import { SettingsModule } from './settings.module';

/** What the API can do, feature by feature. */
const FEATURES = [AccessModule];

export type ProvidedModules = NonNullable<ModuleMetadata['imports']>;

/** HTTP → use cases. The modules that keep and carry things are made by whoever starts the program. */
@Module({})
export class ApiModule {
  static forRoot(settings: ApiSettings, provided: ProvidedModules): DynamicModule {
    return {
      module: ApiModule,
      imports: [SettingsModule.forRoot(settings), ...provided, EdgeModule, ...FEATURES],
    };
  }
}
