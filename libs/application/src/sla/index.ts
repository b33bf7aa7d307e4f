export * from './calendar-book';
export * from './chosen-calendar';
export * from './measure-working-time';
export * from './preview-deadline';
export * from './show-calendar-year';
