export * from './ticket-list';
export * from './ticket-summary';
export * from './submitter';
