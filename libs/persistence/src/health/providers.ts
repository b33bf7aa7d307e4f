import type { Provider } from '@nestjs/common';
import { Installation } from '@zhuqi/application';
import { StoredInstallation } from './stored-installation';

/** The port through which health and metrics look at the database. */
export const HEALTH_PROVIDERS: readonly Provider[] = [
  { provide: Installation, useClass: StoredInstallation },
];
