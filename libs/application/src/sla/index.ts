export * from './calendar-book';
