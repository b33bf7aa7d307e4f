import type { Provider } from '@nestjs/common';
import { BusinessClock, DemoClock } from '@zhuqi/application';
import { StoredBusinessClock } from './business-clock';
import { StoredDemoClock } from './demo-clock';

/** The one business time, and how the demo moves it. */
export const DEMO_PROVIDERS: readonly Provider[] = [
  { provide: BusinessClock, useClass: StoredBusinessClock },
  { provide: DemoClock, useClass: StoredDemoClock },
];
