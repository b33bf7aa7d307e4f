import type { Provider } from '@nestjs/common';
import { FoundingStore, HolidayStore, InstallationSurvey } from '@zhuqi/application';
import { PgFoundingStore } from './pg-founding-store';
import { PgHolidayStore } from './pg-holiday-store';
import { PgInstallationSurvey } from './pg-installation-survey';

/** What an operator sets up, and looks at. */
export const INSTALLATION_PROVIDERS: readonly Provider[] = [
  { provide: FoundingStore, useClass: PgFoundingStore },
  { provide: HolidayStore, useClass: PgHolidayStore },
  { provide: InstallationSurvey, useClass: PgInstallationSurvey },
];
