import type { Provider } from '@nestjs/common';
import { CalendarBook } from '@zhuqi/application';
import { StoredCalendarBook } from './calendar-book';

/** The ports of working time. */
export const SLA_PROVIDERS: readonly Provider[] = [{ provide: CalendarBook, useClass: StoredCalendarBook }];
